//! From bytes to a kept picture. Files come first, the row that names them last: a fault in between leaves files that
//! nothing names, never a name without its file.

use bytes::Bytes;
use db::Db;
use files::Files;
use sha2::{Digest, Sha256};

use crate::{Cut, Picture, Refused, Rendition, cut_aside, store};

/// The hash by which a picture is known: SHA-256 of the bytes it was made from, in hex.
pub fn hash(bytes: &[u8]) -> String {
    basics::hex(Sha256::digest(bytes))
}

/// Cuts a picture and puts its files into the store; one that is known is not cut again. Holds no transaction. The
/// caller [`crate::insert`]s the picture in the transaction that shows it, and says so ([`crate::shown`]).
///
/// # Errors
/// Inside, [`Refused`] when it is no picture we take, in words for the person ([`Refused::words`]); outside, the
/// database or the file store.
pub async fn keep(db: &Db, files: &Files, bytes: impl Into<Bytes>) -> anyhow::Result<Result<Picture, Refused>> {
    let bytes = bytes.into();
    let hash = hash(&bytes);
    if let Some(known) = store::find(db, &[&hash]).await?.remove(&hash) {
        return Ok(Ok(known));
    }
    match cut_aside(bytes).await {
        Ok(cut) => put(files, hash, cut).await.map(Ok),
        Err(refused) => Ok(Err(refused)),
    }
}

/// Puts the renditions into the file store. Nothing names them until [`store::insert`].
pub async fn put(files: &Files, hash: String, cut: Cut) -> anyhow::Result<Picture> {
    let mut renditions = Vec::with_capacity(cut.renditions.len());
    for made in cut.renditions {
        let bytes = made.bytes.len() as u64;
        let key = files.put(Bytes::from(made.bytes), made.format.ending()).await?;
        let key = key.as_str()[3..].to_owned();
        renditions.push(Rendition { width: made.width, height: made.height, format: made.format, key, bytes });
    }
    Ok(Picture { hash, width: cut.width, height: cut.height, renditions })
}
