//! Files that exact records name, byte for byte: out of the file store into a folder of the export, and back.

use std::{collections::HashSet, path::Path};

use basics::limits;
use files::{Files, Key};

/// Below the export.
const FOLDER: &str = "media/kept";
/// What rooms keep: pictures as they are shown, and recordings.
const ENDINGS: [&str; 6] = ["webp", "jpg", "mp3", "m4a", "ogg", "wav"];

/// Where the export keeps the file with this key.
pub(crate) fn place(key: &Key) -> String {
    format!("{FOLDER}/{}.{}", key.hash(), key.ending())
}

/// Puts the files of an export into the file store; with `dry` they are only looked at. Answers the keys of those that
/// are what their names say.
///
/// # Errors
/// When the file store fails; what cannot be read is left out.
pub(crate) async fn bring(files: &Files, root: &Path, dry: bool) -> anyhow::Result<HashSet<String>> {
    let mut brought = HashSet::new();
    let Ok(mut folder) = tokio::fs::read_dir(root.join(FOLDER)).await else { return Ok(brought) };
    while let Some(entry) = folder.next_entry().await? {
        let Some(key) = key(&entry.file_name().to_string_lossy()) else { continue };
        if files.stat(&key).await?.is_none() {
            let Some(bytes) = read(&entry.path(), &key).await else { continue };
            if !dry {
                files.put(bytes.into(), key.ending()).await?;
            }
        }
        brought.insert(key.as_str().to_owned());
    }
    Ok(brought)
}

fn key(name: &str) -> Option<Key> {
    let key = Key::parse(&format!("{}/{name}", name.get(..2)?))?;
    ENDINGS.contains(&key.ending()).then_some(key)
}

async fn read(file: &Path, key: &Key) -> Option<Vec<u8>> {
    let stat = tokio::fs::metadata(file).await.ok().filter(|stat| stat.len() <= limits::AUDIO_BYTES)?;
    let bytes = tokio::fs::read(file).await.ok().filter(|_| stat.is_file())?;
    key.fits(&bytes).then_some(bytes)
}
