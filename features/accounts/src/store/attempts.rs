//! The table `attempts`: how often somebody was tried, whoever they are. The rule itself is in `attempts.rs`.

use basics::At;
use db::{Result, Tx, params};

/// The log of a subject, to be changed in this transaction: nobody else reads it before it ends.
pub async fn get_in(tx: &mut Tx, subject: &str, now: At) -> Result<String> {
    tx.one(
        "INSERT INTO attempts (subject, log, tried_at) VALUES ($1, '', $2) \
         ON CONFLICT (subject) DO UPDATE SET tried_at = attempts.tried_at RETURNING log",
        params![subject, now],
        |row| row.get(0),
    )
    .await
}

pub async fn put(tx: &mut Tx, subject: &str, log: &str, now: At) -> Result<()> {
    tx.exec("UPDATE attempts SET log = $2, tried_at = $3 WHERE subject = $1", params![subject, log, now])
        .await
        .map(drop)
}

/// Forgets tries that are older than `before`.
pub async fn sweep(tx: &mut Tx, before: At) -> Result<u64> {
    tx.exec("DELETE FROM attempts WHERE tried_at < $1", params![before]).await
}
