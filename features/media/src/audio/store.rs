//! Every statement about recordings.

use std::collections::HashMap;

use anyhow::Context;
use basics::At;
use db::{Db, Row, Tx, params};
use files::Files;

use super::{Kind, Recording};

/// Recordings asked for in one statement; more are asked for in turns.
const AT_ONCE: usize = 200;
const COLUMNS: &str = "hash, kind, file, bytes, milliseconds";

type Columns = (String, String, String, i64, i64);

fn columns(row: &mut Row) -> db::Result<Columns> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
}

fn recording((hash, kind, file, bytes, milliseconds): Columns) -> anyhow::Result<Recording> {
    let kind = Kind::from_ending(&kind).with_context(|| format!("the kind of recording {hash}"))?;
    let (bytes, milliseconds) = (bytes.unsigned_abs(), milliseconds.unsigned_abs());
    Ok(Recording { hash, kind, file, bytes, milliseconds })
}

/// The recordings with these hashes, by hash; those that are not known are missing from the answer.
pub async fn recordings(db: &Db, hashes: &[&str]) -> anyhow::Result<HashMap<String, Recording>> {
    let mut found = HashMap::with_capacity(hashes.len());
    for hashes in hashes.chunks(AT_ONCE) {
        let marks = db::marks(0, hashes.len());
        let sql = format!("SELECT {COLUMNS} FROM recordings WHERE hash IN ({marks}) LIMIT {AT_ONCE}");
        for row in db.all(&sql, &db::values(hashes), columns).await? {
            let recording = recording(row)?;
            found.insert(recording.hash.clone(), recording);
        }
    }
    Ok(found)
}

/// A recording by hash, within a transaction.
pub async fn find_sound_in(tx: &mut Tx, hash: &str) -> anyhow::Result<Option<Recording>> {
    let sql = format!("SELECT {COLUMNS} FROM recordings WHERE hash = $1");
    tx.opt(&sql, params![hash], columns).await?.map(recording).transpose()
}

/// The hashes of the recordings whose sound is this file: the same sound may have come with different tags.
pub(super) async fn hashes_of(db: &Db, file: &str) -> db::Result<Vec<String>> {
    let sql = "SELECT hash FROM recordings WHERE file = $1 ORDER BY hash LIMIT 20";
    db.all(sql, params![file], |row| row.get(0)).await
}

/// Keeps what is known of a recording. One that is known stays as it is, and counts as new for the nightly sweep:
/// somebody is about to show it.
pub async fn insert_sound(tx: &mut Tx, recording: &Recording, now: At) -> db::Result<()> {
    let sql = format!(
        "INSERT INTO recordings ({COLUMNS}, created_at) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (hash) DO UPDATE SET created_at = excluded.created_at"
    );
    let Recording { hash, kind, file, bytes, milliseconds } = recording;
    let values = params![hash, kind.ending(), file, *bytes as i64, *milliseconds as i64, now];
    tx.exec(&sql, values).await.map(drop)
}

/// Deletes a recording that nothing shows and that is older than `before`. Returns the key of its file when no other
/// recording shares it.
pub(crate) async fn let_one_go(tx: &mut Tx, hash: &str, before: Option<At>) -> anyhow::Result<Vec<String>> {
    let Some(recording) = find_sound_in(tx, hash).await? else { return Ok(Vec::new()) };
    let sql = "DELETE FROM recordings WHERE hash = $1 AND created_at < $2 \
               AND NOT EXISTS (SELECT 1 FROM picture_uses u WHERE u.hash = $1)";
    if tx.exec(sql, params![hash, before.unwrap_or(At(i64::MAX))]).await? == 0 {
        return Ok(Vec::new());
    }
    let sql = "SELECT 1 FROM recordings WHERE file = $1 LIMIT 1";
    let shared = tx.opt(sql, params![&recording.file], |_| Ok(())).await?;
    Ok(if shared.is_none() { vec![recording.file] } else { Vec::new() })
}

/// Deletes recordings that nothing shows and that came before `before`. Returns how many went.
pub(crate) async fn sweep(db: &Db, files: &Files, before: At) -> anyhow::Result<usize> {
    let (mut after, mut gone) = (String::new(), 0);
    loop {
        let sql = "SELECT r.hash FROM recordings r WHERE r.hash > $1 AND r.created_at < $2 \
                   AND NOT EXISTS (SELECT 1 FROM picture_uses u WHERE u.hash = r.hash) ORDER BY r.hash LIMIT $3";
        let idle: Vec<String> = db.all(sql, params![&after, before, AT_ONCE as i64], |row| row.get(0)).await?;
        let Some(last) = idle.last() else { return Ok(gone) };
        after.clone_from(last);
        let (mut tx, mut free) = (db.begin().await?, Vec::new());
        for hash in &idle {
            free.extend(let_one_go(&mut tx, hash, Some(before)).await?);
        }
        tx.commit().await?;
        files.delete_all(free).await?;
        gone += idle.len();
    }
}
