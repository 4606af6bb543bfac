//! Files that exact records name, byte for byte: out of the file store into a folder of the export, and back.

use std::{
    collections::{BTreeSet, HashSet},
    path::Path,
};

use basics::limits;
use files::{Files, Key};
use plugs::{Document, RECORD};
use serde_json::Value;

use crate::read::Refusal;

/// Below the export.
const FOLDER: &str = "media/kept";
/// What rooms keep: pictures as they are shown, and recordings.
const ENDINGS: [&str; 6] = ["webp", "jpg", "mp3", "m4a", "ogg", "wav"];

/// Where the export keeps the file with this key.
pub(crate) fn place(key: &Key) -> String {
    format!("{FOLDER}/{}.{}", key.hash(), key.ending())
}

/// What came with an export.
#[derive(Default)]
pub(crate) struct Brought {
    /// Keys of the files that are what their names say.
    pub keys: HashSet<String>,
    /// The others, with the reason in the operator's words.
    pub refused: Vec<Refusal>,
}

/// Puts the files of an export into the file store; with `dry` they are only looked at.
///
/// # Errors
/// When the file store fails.
pub(crate) async fn bring(files: &Files, root: &Path, dry: bool) -> anyhow::Result<Brought> {
    let mut brought = Brought::default();
    let Ok(mut folder) = tokio::fs::read_dir(root.join(FOLDER)).await else { return Ok(brought) };
    while let Some(entry) = folder.next_entry().await? {
        let name = entry.file_name().to_string_lossy().into_owned();
        let Some(key) = key(&name) else { continue };
        if files.stat(&key).await?.is_none() {
            match read(&entry.path(), &key).await {
                Ok(bytes) if !dry => drop(files.put(bytes.into(), key.ending()).await?),
                Ok(_) => {}
                Err(message) => {
                    brought.refused.push(Refusal { path: format!("{FOLDER}/{name}"), message });
                    continue;
                }
            }
        }
        brought.keys.insert(key.as_str().to_owned());
    }
    brought.refused.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(brought)
}

fn key(name: &str) -> Option<Key> {
    let key = Key::parse(&format!("{}/{name}", name.get(..2)?))?;
    ENDINGS.contains(&key.ending()).then_some(key)
}

/// The bytes of a file that is what its name says: the same bytes as when it was exported, and a picture or recording as
/// we make them. Whoever made the name for other bytes gets nothing else into the portal.
async fn read(file: &Path, key: &Key) -> Result<Vec<u8>, String> {
    let unreadable = |error: std::io::Error| format!("cannot be read ({error}); check its permissions");
    let stat = tokio::fs::metadata(file).await.map_err(unreadable)?;
    if !stat.is_file() || stat.len() > limits::AUDIO_BYTES {
        return Err("is no file, or larger than any we keep; take it from the export again".into());
    }
    let bytes = tokio::fs::read(file).await.map_err(unreadable)?;
    if !key.fits(&bytes) {
        return Err("is not the file that was exported: its content does not fit its name; export again".into());
    }
    let ending = key.ending().to_owned();
    let look = move || media::is_ours(&bytes, &ending).then_some(bytes);
    let looked = tokio::task::spawn_blocking(look).await.ok().flatten();
    looked.ok_or_else(|| "is no picture or recording of ours, whatever its name says; leave it out".into())
}

/// Keys of the files that came along and that the record of a document names, in order.
pub(crate) fn named(document: &Document) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    if let Some(record) = document.fields.get(RECORD) {
        gather(record, &document.files, &mut found);
    }
    found
}

/// Renditions are called by the name alone, recordings by the whole key.
fn gather<'f>(value: &Value, files: &'f HashSet<String>, found: &mut BTreeSet<&'f str>) {
    match value {
        Value::String(text) => {
            let key = if text.contains('/') { Key::parse(text) } else { key(text) };
            found.extend(key.and_then(|key| files.get(key.as_str())).map(String::as_str));
        }
        Value::Array(items) => items.iter().for_each(|item| gather(item, files, found)),
        Value::Object(fields) => fields.values().for_each(|value| gather(value, files, found)),
        _ => {}
    }
}
