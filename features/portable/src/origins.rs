//! Where each document came from: every statement about the table `imports`.

use basics::At;
use db::{Result, Tx, params};
use plugs::{Document, Taken};

use crate::carried;

/// What became of a path earlier.
pub(crate) struct Origin {
    /// [`fingerprint`] of the document then.
    pub fingerprint: String,
    pub subject: String,
    pub url: Option<String>,
}

pub(crate) async fn find(tx: &mut Tx, path: &str) -> Result<Option<Origin>> {
    tx.opt("SELECT hash, subject, url FROM imports WHERE path = $1", params![path], |row| {
        Ok(Origin { fingerprint: row.get(0)?, subject: row.get(1)?, url: row.get(2)? })
    })
    .await
}

pub(crate) async fn write(tx: &mut Tx, document: &Document, taken: &Taken, now: At) -> Result<()> {
    tx.exec(
        "INSERT INTO imports (path, hash, collection, subject, url, imported_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (path) DO UPDATE SET hash = excluded.hash, collection = excluded.collection,
           subject = excluded.subject, url = excluded.url, imported_at = excluded.imported_at",
        params![&document.path, fingerprint(document), document.collection, &taken.subject, taken.url.clone(), now],
    )
    .await?;
    Ok(())
}

/// Forgets where a subject came from.
pub(crate) async fn forget(tx: &mut Tx, subject: &str) -> Result<()> {
    tx.exec("DELETE FROM imports WHERE subject = $1", params![subject]).await.map(drop)
}

/// The document's hash, together with its pictures' and with the files that its record names: one that was missing or
/// replaced makes it another.
pub(crate) fn fingerprint(document: &Document) -> String {
    let pictures = document.pictures.iter().map(|(_, hash)| hash.as_str());
    let hashes: Vec<&str> = pictures.chain(carried::named(document)).collect();
    if hashes.is_empty() {
        return document.hash.clone();
    }
    media::hash(format!("{} {}", document.hash, hashes.join(" ")).as_bytes())
}
