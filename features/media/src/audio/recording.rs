//! A recording we keep, known by the hash of the bytes it was made from.

use basics::At;
use bytes::Bytes;
use db::Tx;
use files::Files;

use super::{Kind, sound, store};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recording {
    /// SHA-256 of the bytes as they were sent, in hex.
    pub hash: String,
    pub kind: Kind,
    /// Its key in the file store.
    pub file: String,
    pub bytes: u64,
    pub milliseconds: u64,
}

impl Recording {
    /// Its address, for whoever may hear it.
    pub fn src(&self) -> String {
        format!("/audio/{}", self.file.get(3..).unwrap_or_default())
    }

    /// Minutes and seconds: `3:07`.
    pub fn length(&self) -> String {
        let seconds = self.milliseconds.div_ceil(1000);
        format!("{}:{:02}", seconds / 60, seconds % 60)
    }
}

/// Frees a recording of everything but sound and keeps it; the same bytes again change nothing. Answers its hash. Who may
/// hear it is written down by [`crate::shown`], with pictures.
///
/// # Errors
/// [`super::SoundRefused`] (to be downcast) when it is no recording we take; else the database or the file store.
pub async fn keep_sound(tx: &mut Tx, files: &Files, bytes: Bytes, now: At) -> anyhow::Result<String> {
    let made = tokio::task::spawn_blocking(move || (crate::hash(&bytes), sound(&bytes)));
    let (hash, sound) = made.await?;
    if store::find_in(tx, &hash).await?.is_some() {
        return Ok(hash);
    }
    let sound = sound?;
    let (bytes, milliseconds) = (sound.bytes.len() as u64, sound.milliseconds);
    let key = files.put(sound.bytes.into(), sound.kind.ending()).await?;
    let recording = Recording { hash, kind: sound.kind, file: key.as_str().to_owned(), bytes, milliseconds };
    store::insert(tx, &recording, now).await?;
    Ok(recording.hash)
}
