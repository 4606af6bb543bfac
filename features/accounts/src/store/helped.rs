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

/// The newest first.
pub async fn list(db: &Db, account: &str, limit: i64) -> Result<Vec<Deed>> {
    db.all(
        "SELECT helper_id, what, path, at FROM helped WHERE account_id = $1 ORDER BY at DESC, id DESC LIMIT $2",
        params![account, limit],
        |row| Ok(Deed { helper: row.get(0)?, what: row.get(1)?, path: row.get(2)?, at: row.get(3)? }),
    )
    .await
}
