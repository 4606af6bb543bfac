//! Every statement about files on their way and who brought what.

use basics::{At, Id};
use db::{Db, Result, Row, Tx, params};

/// A file on its way. Its id is known to whoever sends it, and to nobody else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Upload {
    pub id: String,
    pub person: String,
    /// The whole file.
    pub bytes: u64,
    /// What has come of it.
    pub arrived: u64,
    /// A form has used it.
    pub taken: bool,
    pub ends_at: At,
}

impl Upload {
    pub fn new(person: &str, bytes: u64, ends_at: At) -> Self {
        let id = Id::<Self>::new().to_string();
        Self { id, person: person.to_owned(), bytes, arrived: 0, taken: false, ends_at }
    }

    pub fn is_whole(&self) -> bool {
        self.arrived == self.bytes
    }
}

/// A piece that lies in the file store under `key`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub first_byte: u64,
    pub bytes: u64,
    pub key: String,
}

const COLUMNS: &str = "id, person_id, bytes, arrived, taken, ends_at";

fn upload(row: &mut Row) -> Result<Upload> {
    let (id, person) = (row.get(0)?, row.get(1)?);
    let (bytes, arrived): (i64, i64) = (row.get(2)?, row.get(3)?);
    let (taken, ends_at) = (row.get(4)?, row.get(5)?);
    Ok(Upload { id, person, bytes: bytes.unsigned_abs(), arrived: arrived.unsigned_abs(), taken, ends_at })
}

pub(crate) async fn insert(tx: &mut Tx, upload: &Upload, now: At) -> Result<()> {
    let sql = "INSERT INTO uploads (id, person_id, bytes, arrived, taken, created_at, ends_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let Upload { id, person, bytes, arrived, taken, ends_at } = upload;
    let values = params![id, person, *bytes as i64, *arrived as i64, *taken, now, *ends_at];
    tx.exec(sql, values).await.map(drop)
}

/// Somebody's own upload.
pub(crate) async fn find(db: &Db, person: &str, id: &str) -> Result<Option<Upload>> {
    let sql = format!("SELECT {COLUMNS} FROM uploads WHERE id = $1 AND person_id = $2");
    db.opt(&sql, params![id, person], upload).await
}

/// Adds a part to an upload of which exactly `part.first_byte` bytes have arrived; false when it is not so any more:
/// another line has been quicker, on this node or another.
pub(crate) async fn grow(tx: &mut Tx, upload: &str, part: &Part, ends_at: At) -> Result<bool> {
    let (first, bytes) = (part.first_byte as i64, part.bytes as i64);
    let sql = "UPDATE uploads SET arrived = $3, ends_at = $4 WHERE id = $1 AND arrived = $2 AND bytes >= $3";
    if tx.exec(sql, params![upload, first, first + bytes, ends_at]).await? == 0 {
        return Ok(false);
    }
    let sql = "INSERT INTO upload_parts (upload_id, first_byte, bytes, name) VALUES ($1, $2, $3, $4)";
    tx.exec(sql, params![upload, first, bytes, &part.key]).await?;
    Ok(true)
}

/// Most parts of one upload. Each cut adds one: a line that brings less than 10 kB at a time has to begin anew.
pub(crate) const PARTS: i64 = 1000;

/// In how many parts an upload has come.
pub(crate) async fn part_count(db: &Db, upload: &str) -> Result<i64> {
    db.one("SELECT COUNT(*) FROM upload_parts WHERE upload_id = $1", params![upload], |row| row.get(0)).await
}

/// What has arrived, in order.
pub(crate) async fn parts(db: &Db, upload: &str) -> Result<Vec<Part>> {
    let sql = "SELECT first_byte, bytes, name FROM upload_parts WHERE upload_id = $1 ORDER BY first_byte LIMIT $2";
    db.all(sql, params![upload, 2 * PARTS], part).await
}

fn part(row: &mut Row) -> Result<Part> {
    let (first, bytes): (i64, i64) = (row.get(0)?, row.get(1)?);
    Ok(Part { first_byte: first.unsigned_abs(), bytes: bytes.unsigned_abs(), key: row.get(2)? })
}

/// Notes that a form has used an upload; it stays until its end, in case the form is sent again.
pub(crate) async fn take(tx: &mut Tx, upload: &str) -> Result<()> {
    tx.exec("UPDATE uploads SET taken = TRUE WHERE id = $1", params![upload]).await.map(drop)
}

/// Forgets an upload. Returns the keys of its parts.
pub(crate) async fn delete(tx: &mut Tx, upload: &str) -> Result<Vec<String>> {
    let sql = "SELECT name FROM upload_parts WHERE upload_id = $1 LIMIT $2";
    let keys = tx.all(sql, params![upload, 2 * PARTS], |row| row.get(0)).await?;
    tx.exec("DELETE FROM upload_parts WHERE upload_id = $1", params![upload]).await?;
    tx.exec("DELETE FROM uploads WHERE id = $1", params![upload]).await?;
    Ok(keys)
}

/// Uploads that ended before `now`, at most `limit`.
pub(crate) async fn ended(db: &Db, now: At, limit: i64) -> Result<Vec<String>> {
    db.all("SELECT id FROM uploads WHERE ends_at < $1 ORDER BY ends_at LIMIT $2", params![now, limit], |row| row.get(0))
        .await
}

/// Everything somebody has on its way, oldest first.
pub(crate) async fn of(db: &Db, person: &str) -> Result<Vec<Upload>> {
    let sql = format!("SELECT {COLUMNS} FROM uploads WHERE person_id = $1 ORDER BY created_at, id LIMIT 1000");
    db.all(&sql, params![person], upload).await
}

/// The same within a transaction, by id.
pub(crate) async fn ids_of(tx: &mut Tx, person: &str) -> Result<Vec<String>> {
    let sql = "SELECT id FROM uploads WHERE person_id = $1 ORDER BY created_at, id LIMIT 1000";
    tx.all(sql, params![person], |row| row.get(0)).await
}

/// What somebody's quotas are measured by, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Used {
    /// Sent since the moment asked about, on its way included.
    pub since: u64,
    /// Kept as pictures and recordings, on its way included.
    pub kept: u64,
    /// Uploads on their way.
    pub open: i64,
}

pub(crate) async fn used(tx: &mut Tx, person: &str, since: At) -> Result<Used> {
    let sql =
        "SELECT CAST(COALESCE(SUM(bytes), 0) AS BIGINT), COUNT(*) FROM uploads WHERE person_id = $1 AND taken = FALSE";
    let (coming, open): (i64, i64) = tx.one(sql, params![person], |row| Ok((row.get(0)?, row.get(1)?))).await?;
    let sql = "SELECT CAST(COALESCE(SUM(bytes), 0) AS BIGINT) FROM brought WHERE person_id = $1 AND brought_at >= $2";
    let brought: i64 = tx.one(sql, params![person, since], |row| row.get(0)).await?;
    let sql = "SELECT CAST(COALESCE(SUM(bytes), 0) AS BIGINT) FROM brought WHERE person_id = $1 \
               AND (EXISTS (SELECT 1 FROM pictures WHERE pictures.hash = brought.hash) \
               OR EXISTS (SELECT 1 FROM recordings WHERE recordings.hash = brought.hash))";
    let kept: i64 = tx.one(sql, params![person], |row| row.get(0)).await?;
    Ok(Used { since: (brought + coming).unsigned_abs(), kept: (kept + coming).unsigned_abs(), open })
}

/// Whether somebody has brought this file since then.
pub(crate) async fn has_brought(tx: &mut Tx, person: &str, hash: &str, since: At) -> Result<bool> {
    let sql = "SELECT 1 FROM brought WHERE person_id = $1 AND hash = $2 AND brought_at >= $3";
    Ok(tx.opt(sql, params![person, hash, since], |_| Ok(())).await?.is_some())
}

/// Notes that somebody brought a file.
pub(crate) async fn bring(tx: &mut Tx, person: &str, hash: &str, bytes: u64, now: At) -> Result<()> {
    let sql = "INSERT INTO brought (person_id, hash, bytes, brought_at) VALUES ($1, $2, $3, $4) \
               ON CONFLICT (person_id, hash) DO UPDATE SET brought_at = $4";
    tx.exec(sql, params![person, hash, bytes as i64, now]).await.map(drop)
}

/// Hash, bytes and time of all that somebody brought, newest first.
pub(crate) async fn brought(db: &Db, person: &str) -> Result<Vec<(String, i64, At)>> {
    let sql = "SELECT hash, bytes, brought_at FROM brought WHERE person_id = $1 ORDER BY brought_at DESC LIMIT 10000";
    db.all(sql, params![person], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).await
}

pub(crate) async fn forget_brought(tx: &mut Tx, person: &str) -> Result<()> {
    tx.exec("DELETE FROM brought WHERE person_id = $1", params![person]).await.map(drop)
}

/// Forgets who brought what before then and is kept no more.
pub(crate) async fn forget_gone(tx: &mut Tx, before: At) -> Result<()> {
    let sql = "DELETE FROM brought WHERE brought_at < $1 \
               AND NOT EXISTS (SELECT 1 FROM pictures WHERE pictures.hash = brought.hash) \
               AND NOT EXISTS (SELECT 1 FROM recordings WHERE recordings.hash = brought.hash)";
    tx.exec(sql, params![before]).await.map(drop)
}
