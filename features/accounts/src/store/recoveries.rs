//! The tables `recoveries` and `recovery_confirmations`.

use basics::At;
use db::{Db, Result, params};

/// Whether somebody tries to get this account back through people who know its owner.
pub async fn is_under_way(db: &Db, account: &str, now: At) -> Result<bool> {
    let sql = "SELECT 1 FROM recoveries WHERE account_id = $1 AND state IN ('asked', 'confirmed') AND ends_at > $2 LIMIT 1";
    Ok(db.opt(sql, params![account, now], |_| Ok(())).await?.is_some())
}
