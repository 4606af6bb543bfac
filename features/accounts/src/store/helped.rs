//! The table `helped`: what helpers did for somebody, for that person to read.

use basics::{At, Id};
use db::{Db, Result, Tx, params};

/// One page opened, or one form sent, by a helper.
#[derive(Clone, Debug, PartialEq)]
pub struct Deed {
    pub helper: String,
    /// `opened`, `sent`, `registered`, `began` or `ended`.
    pub what: String,
    pub path: String,
    pub at: At,
}

pub async fn insert(db: &Db, account: &str, helper: &str, what: &str, path: &str, now: At) -> Result<()> {
    let mut tx = db.begin().await?;
    insert_in(&mut tx, account, helper, what, path, now).await?;
    tx.commit().await
}

pub async fn insert_in(tx: &mut Tx, account: &str, helper: &str, what: &str, path: &str, now: At) -> Result<()> {
    tx.exec(
        "INSERT INTO helped (id, account_id, helper_id, what, path, at) VALUES ($1, $2, $3, $4, $5, $6)",
        params![&Id::<Deed>::new(), account, helper, what, path, now],
    )
    .await
    .map(drop)
}

/// A line of the log, with the helper's handle unless they have left.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub id: String,
    pub deed: Deed,
    pub handle: Option<String>,
}

/// What was done before a line (or the latest), the newest first.
pub async fn list(db: &Db, account: &str, before: Option<(At, &str)>, limit: i64) -> Result<Vec<Line>> {
    let (at, id) = before.unwrap_or((At(i64::MAX), ""));
    db.all(
        "SELECT h.helper_id, h.what, h.path, h.at, h.id, a.handle FROM helped h LEFT JOIN accounts a ON a.id = h.helper_id \
         WHERE h.account_id = $1 AND (h.at, h.id) < ($2, $3) ORDER BY h.at DESC, h.id DESC LIMIT $4",
        params![account, at, id, limit],
        |row| {
            let deed = Deed { helper: row.get(0)?, what: row.get(1)?, path: row.get(2)?, at: row.get(3)? };
            Ok(Line { deed, id: row.get(4)?, handle: row.get(5)? })
        },
    )
    .await
}

/// Different people whom a helper has helped since a moment, and whether this one is among them.
pub async fn people_since(tx: &mut Tx, helper: &str, account: &str, since: At) -> Result<(i64, bool)> {
    tx.one(
        "SELECT COUNT(DISTINCT account_id), COUNT(DISTINCT CASE WHEN account_id = $2 THEN 1 END) FROM helped \
         WHERE helper_id = $1 AND at > $3 AND what IN ('registered', 'began')",
        params![helper, account, since],
        |row| Ok((row.get(0)?, row.get::<i64>(1)? > 0)),
    )
    .await
}

/// Forgets what was done before `before`.
pub async fn sweep(tx: &mut Tx, before: At) -> Result<u64> {
    tx.exec("DELETE FROM helped WHERE at < $1", params![before]).await
}
