//! A recording we keep, known by the hash of the bytes it was made from.

use bytes::Bytes;
use db::Db;
use files::Files;
use serde::{Deserialize, Serialize};

use super::{Kind, SoundRefused, sound, store};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

    /// The same as machines read it (ISO 8601): `PT3M7S`.
    pub fn duration(&self) -> String {
        let seconds = self.milliseconds.div_ceil(1000);
        format!("PT{}M{}S", seconds / 60, seconds % 60)
    }
}

/// Frees a recording of everything but sound and puts it into the file store; one that is known is not looked at again.
/// Holds no transaction. The caller [`super::insert_sound`]s it in the transaction that shows it, and says so
/// ([`crate::shown`], like pictures).
///
/// # Errors
/// Inside, [`SoundRefused`] when it is no recording we take, in words for the person ([`SoundRefused::words`]); outside,
/// the database or the file store.
pub async fn keep_sound(db: &Db, files: &Files, bytes: Bytes) -> anyhow::Result<Result<Recording, SoundRefused>> {
    let hash = crate::hash(&bytes);
    if let Some(known) = store::recordings(db, &[&hash]).await?.remove(&hash) {
        return Ok(Ok(known));
    }
    let sound = match tokio::task::spawn_blocking(move || sound(&bytes)).await? {
        Ok(sound) => sound,
        Err(refused) => return Ok(Err(refused)),
    };
    let (bytes, milliseconds) = (sound.bytes.len() as u64, sound.milliseconds);
    let key = files.put(sound.bytes.into(), sound.kind.ending()).await?;
    Ok(Ok(Recording { hash, kind: sound.kind, file: key.as_str().to_owned(), bytes, milliseconds }))
}
