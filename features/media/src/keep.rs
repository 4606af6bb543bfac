//! From bytes to a kept picture. Files come first, the row that names them last: a fault in between leaves files that
//! nothing names, never a name without its file.

use basics::At;
use bytes::Bytes;
use db::Tx;
use files::Files;
use sha2::{Digest, Sha256};

use crate::{Cut, Picture, Refused, Rendition, cut, store};

/// The hash by which a picture is known: SHA-256 of the bytes it was made from, in hex.
pub fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Cuts a picture and keeps it; the same bytes again change nothing. Answers its hash.
///
/// # Errors
/// [`Refused`] (to be downcast) when it is no picture we take; else the database or the file store.
pub async fn keep(tx: &mut Tx, files: &Files, bytes: Vec<u8>, now: At) -> anyhow::Result<String> {
    let hash = hash(&bytes);
    if let Some(known) = store::find_in(tx, &hash).await? {
        store::insert(tx, &known, now).await?;
        return Ok(hash);
    }
    let cut = cut_aside(bytes).await??;
    let picture = put(files, hash, cut).await?;
    store::insert(tx, &picture, now).await?;
    Ok(picture.hash)
}

/// [`cut`], away from the threads that answer requests.
pub async fn cut_aside(bytes: Vec<u8>) -> anyhow::Result<Result<Cut, Refused>> {
    Ok(tokio::task::spawn_blocking(move || cut(&bytes)).await?)
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
