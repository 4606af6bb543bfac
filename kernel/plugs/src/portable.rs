//! What comes in from folders and goes out to them.

use std::path::PathBuf;

use async_trait::async_trait;
use basics::At;
use db::{Db, Tx};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// One thing that was read differently from how it was written. `line` counts from 1; 0 when the whole file is meant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Repair {
    pub line: usize,
    pub field: String,
    pub read: String,
    pub stored: String,
    pub why: String,
}

/// A document as it was read and repaired, before a room takes it.
#[derive(Clone, Debug)]
pub struct Document {
    /// Path below the imported folder, with `/`; for an entry of an array `file.json#index`.
    pub path: String,
    /// Where the file lies, to look for pictures beside it.
    pub folder: PathBuf,
    /// `pages`, `people`, `organisations`, `stories`, …: one of the known collections.
    pub collection: &'static str,
    /// `artists`, `dancers` …: the word the folder used, for rooms that make something of it.
    pub folder_word: String,
    /// Wished-for slug; the room resolves collisions.
    pub slug: String,
    /// `en`, `sw`, `fr` … when the folder or a field names one.
    pub lang: Option<String>,
    /// Everything in the front matter or the object, after repairs, in order.
    pub fields: Map<String, Value>,
    /// Body text after repairs; Markdown, or HTML for `.html`.
    pub body: String,
    pub draft: bool,
    /// SHA-256 of the bytes read, in hex.
    pub hash: String,
    pub repairs: Vec<Repair>,
    /// Names of fields that hold personal details and are kept for the person only (`body` when masked there).
    pub private: Vec<String>,
    /// Hash in the file store for each picture of the folder that a field or the body names, as it was named.
    pub pictures: Vec<(String, String)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    Imported,
    Repaired,
    Held,
    Unchanged,
    Refused,
}

/// What a room made of a document. The room may add repairs and private fields of its own to the document.
#[derive(Clone, Debug)]
pub struct Taken {
    pub outcome: Outcome,
    /// Path of the page it became or will become once released.
    pub url: Option<String>,
    pub message: String,
}

/// A document on its way out.
#[derive(Clone, Debug)]
pub struct Given {
    /// Path below the export folder: the collection's folder, then the slug and ending.
    pub path: String,
    pub fields: Map<String, Value>,
    pub body: String,
    /// File-store hashes of the media it names, and the paths it names them by.
    pub media: Vec<(String, String)>,
}

/// A room that takes documents in and gives them back.
#[async_trait]
pub trait Portable: Send + Sync {
    fn collections(&self) -> &'static [&'static str];
    /// Takes one document, within the caller's transaction. Nothing but the database is touched.
    /// A document taken before (same path, same hash) is `Unchanged`; an edit made here since is never overwritten.
    async fn take(&self, tx: &mut Tx, document: &mut Document, now: At) -> anyhow::Result<Taken>;
    /// What this room holds, by id, after `after`, at most `limit`; with the id to go on from.
    async fn give(&self, db: &Db, after: Option<&str>, limit: i64) -> anyhow::Result<(Vec<Given>, Option<String>)>;
}
