//! What comes in from folders and goes out to them.

use std::{collections::HashSet, path::PathBuf, sync::Arc};

use async_trait::async_trait;
use basics::At;
use db::{Db, Tx};
use markup::Repair;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The field of an exported document that holds the exact record of what it was.
pub const RECORD: &str = "dzaleka";

/// A document as it was read and repaired, before a room takes it. Rooms keep both forms: `fields` and `body` are the
/// whole original, for the operator, the person and the export; `public_fields` and `public_body()` are all that
/// pages, search and feeds may ever use.
#[derive(Clone, Debug, Default)]
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
    /// `fields` without those that are `private`, and with personal details in all other texts masked.
    pub public_fields: Map<String, Value>,
    /// The body with personal details masked; `None` when there are none and `body` itself may be public.
    pub masked_body: Option<String>,
    pub draft: bool,
    /// SHA-256 of the bytes read, in hex.
    pub hash: String,
    pub repairs: Vec<Repair>,
    /// Names of fields that hold personal details and are kept for the person only (`body` when masked there).
    pub private: Vec<String>,
    /// Hash in the file store for each picture of the folder that a field or the body names, as it was named.
    pub pictures: Vec<(String, String)>,
    /// Keys of the files that came beside exact records and lie in the file store now.
    pub files: Arc<HashSet<String>>,
    /// What the room made of an earlier version of this path ([`Taken::subject`]); `None` when it is new here.
    /// The importer compares hashes itself: a room only sees documents that are new or changed.
    pub before: Option<String>,
}

impl Document {
    /// The body as strangers may read it.
    pub fn public_body(&self) -> &str {
        self.masked_body.as_deref().unwrap_or(&self.body)
    }

    /// Hash of a picture by the name a field or the body gives it.
    pub fn picture(&self, named: &str) -> Option<&str> {
        self.pictures.iter().find(|(name, _)| name == named).map(|(_, hash)| hash.as_str())
    }
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
    /// What it became, `people:<id>`: kept with the path, handed back as [`Document::before`]. Empty when refused.
    pub subject: String,
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
    /// Picture hashes of the media it names, and the names it uses: `(hash, named)`.
    pub media: Vec<(String, String)>,
    /// Keys in the file store of what its exact record names: these files go along as they are.
    pub files: Vec<String>,
}

/// A room that takes documents in and gives them back. The documents of an export come in the order of the house's rooms,
/// so that what a room leans on is there before it.
#[async_trait]
pub trait Portable: Send + Sync {
    fn collections(&self) -> &'static [&'static str];
    /// Takes one document, within the caller's transaction. Nothing but the database is touched.
    /// An unchanged document (same path, same hash) never gets here. With [`Document::before`] the thing it became is
    /// brought up to date, unless it was edited here since: such an edit is never overwritten, the answer is `Unchanged`.
    async fn take(&self, tx: &mut Tx, document: &mut Document, now: At) -> anyhow::Result<Taken>;
    /// What this room holds, by id, after `after`, at most `limit`; with the id to go on from.
    async fn give(&self, db: &Db, after: Option<&str>, limit: i64) -> anyhow::Result<(Vec<Given>, Option<String>)>;
}
