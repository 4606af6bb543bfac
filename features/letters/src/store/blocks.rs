//! The table `blocks`. Other rooms ask [`blocked`] before they bring two people together.

use basics::At;
use db::{Db, Result, Tx, marks, params, values};

/// Whether one of two people or organisations has blocked the other.
pub async fn blocked(db: &Db, one: &str, other: &str) -> Result<bool> {
    let sql = "SELECT 1 FROM blocks WHERE (blocker_id = $1 AND blocked_id = $2) OR (blocker_id = $2 AND blocked_id = $1) LIMIT 1";
    Ok(db.opt(sql, params![one, other], |_| Ok(())).await?.is_some())
}

/// Whether this one has blocked that one.
pub async fn has(db: &Db, blocker: &str, blocked: &str) -> Result<bool> {
    let sql = "SELECT 1 FROM blocks WHERE blocker_id = $1 AND blocked_id = $2";
    Ok(db.opt(sql, params![blocker, blocked], |_| Ok(())).await?.is_some())
}

/// The same in a transaction.
pub async fn has_blocked(tx: &mut Tx, blocker: &str, blocked: &str) -> Result<bool> {
    let sql = "SELECT 1 FROM blocks WHERE blocker_id = $1 AND blocked_id = $2";
    Ok(tx.opt(sql, params![blocker, blocked], |_| Ok(())).await?.is_some())
}

pub async fn insert(tx: &mut Tx, blocker: &str, blocked: &str, now: At) -> Result<()> {
    let sql = "INSERT INTO blocks (blocker_id, blocked_id, blocked_at) VALUES ($1, $2, $3) \
               ON CONFLICT (blocker_id, blocked_id) DO NOTHING";
    tx.exec(sql, params![blocker, blocked, now]).await.map(drop)
}

/// Lets somebody write again.
pub async fn delete(tx: &mut Tx, blocker: &str, blocked: &str) -> Result<()> {
    let sql = "DELETE FROM blocks WHERE blocker_id = $1 AND blocked_id = $2";
    tx.exec(sql, params![blocker, blocked]).await.map(drop)
}

/// Who was blocked by these, the latest first: blocker, blocked.
pub async fn list(db: &Db, blockers: &[String]) -> Result<Vec<(String, String)>> {
    let sql = format!(
        "SELECT blocker_id, blocked_id FROM blocks WHERE blocker_id IN ({}) ORDER BY blocked_at DESC, blocked_id LIMIT 200",
        marks(0, blockers.len())
    );
    db.all(&sql, &values(blockers), |row| Ok((row.get(0)?, row.get(1)?))).await
}
