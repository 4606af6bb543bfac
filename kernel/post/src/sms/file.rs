//! A carrier that sends nothing: it writes each SMS as a line of JSON into a file, for development and tests.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
};

use async_trait::async_trait;
use serde_json::json;

use crate::{Carrier, Entry, Refusal};

/// Appends to `sms-outbox.jsonl`, which only its owner may read. Nothing is ever taken out of it, also not when a person
/// is erased: whoever runs a portal for real people sends for real.
pub struct File(PathBuf);

impl File {
    pub fn in_folder(folder: &Path) -> Self {
        Self(folder.join("sms-outbox.jsonl"))
    }
}

#[async_trait]
impl Carrier for File {
    async fn carry(&self, entry: &Entry) -> Result<(), Refusal> {
        let plan = super::plan(&entry.text);
        let line = json!({ "id": entry.id, "to": entry.recipient, "lang": entry.lang.tag(), "text": entry.text, "parts": plan.parts });
        let path = self.0.clone();
        match tokio::task::spawn_blocking(move || append(&path, format!("{line}\n").as_bytes())).await {
            Ok(Ok(())) => Ok(()),
            _ => Err(Refusal::Later("file".into())),
        }
    }
}

/// A whole line or nothing, also with several nodes and on a full disk.
fn append(path: &Path, line: &[u8]) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    #[cfg(unix)]
    fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
    file.lock()?;
    let before = file.metadata()?.len();
    let written = file.write_all(line).and_then(|()| file.sync_data());
    if written.is_err() {
        file.set_len(before)?;
    }
    written
}
