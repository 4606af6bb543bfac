//! The table `claims`: codes on paper, as hashes, by which people take over what was made for them.

use basics::At;
use db::{Db, Result, Tx, params};

/// Keeps a code for a person; an earlier paper is worth nothing.
pub async fn replace(tx: &mut Tx, person: &str, code: &str, now: At) -> Result<()> {
    tx.exec(
        "INSERT INTO claims (person_id, code, made_at) VALUES ($1, $2, $3) \
         ON CONFLICT (person_id) DO UPDATE SET code = $2, made_at = $3",
        params![person, code, now],
    )
    .await
    .map(drop)
}

/// Uses a code up. False when it is not the person's.
pub async fn take(tx: &mut Tx, person: &str, code: &str) -> Result<bool> {
    let sql = "DELETE FROM claims WHERE person_id = $1 AND code = $2";
    Ok(tx.exec(sql, params![person, code]).await? > 0)
}

/// Whether somebody can still take over what was made for them.
pub async fn exists(db: &Db, person: &str) -> Result<bool> {
    let sql = "SELECT 1 FROM claims WHERE person_id = $1";
    Ok(db.opt(sql, params![person], |_| Ok(())).await?.is_some())
}
