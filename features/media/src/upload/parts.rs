//! The bytes of files on their way, in the file store that all nodes share.

use anyhow::Context;
use basics::At;
use bytes::{Bytes, BytesMut};
use db::Db;
use files::{Files, Key};

use super::{
    store::{self, Part, Upload},
    uploads::KEPT,
};

/// Bytes of chance before every part: no two parts have the same name, so each belongs to one upload alone.
const SALT: usize = 16;
const ENDING: &str = "part";

/// Keeps bytes that follow what has arrived, and then says so in the database: what is acknowledged is there. False
/// when another line has been quicker.
pub(super) async fn keep(db: &Db, files: &Files, upload: &mut Upload, bytes: &[u8], now: At) -> anyhow::Result<bool> {
    let salted = [uuid::Uuid::new_v4().as_bytes().as_slice(), bytes].concat();
    let key = files.put(salted.into(), ENDING).await?;
    let part = Part { first_byte: upload.arrived, bytes: bytes.len() as u64, key: key.as_str().to_owned() };
    let mut tx = db.begin().await?;
    let grown = store::grow(&mut tx, &upload.id, &part, now.plus(KEPT)).await?;
    tx.commit().await?;
    if grown {
        upload.arrived += part.bytes;
    } else {
        files.delete(&key).await?;
    }
    Ok(grown)
}

/// The whole file of an upload.
///
/// # Errors
/// When a part is missing or has another length than was noted.
pub(super) async fn whole(db: &Db, files: &Files, upload: &Upload) -> anyhow::Result<Bytes> {
    let mut whole = BytesMut::with_capacity(upload.bytes as usize);
    for part in store::parts(db, &upload.id).await? {
        let key = Key::parse(&part.key).context("the name of a part cannot be read")?;
        let bytes = files.get(&key).await?.context("a part of an upload is missing")?;
        anyhow::ensure!(part.first_byte == whole.len() as u64, "a part of an upload is not where it belongs");
        anyhow::ensure!(bytes.len() as u64 == part.bytes + SALT as u64, "a part of an upload is damaged");
        whole.extend_from_slice(&bytes[SALT..]);
    }
    anyhow::ensure!(whole.len() as u64 == upload.bytes, "an upload is not whole");
    Ok(whole.freeze())
}
