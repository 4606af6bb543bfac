//! The table `erasures`: who was erased, by opaque ids and a day.

use std::collections::HashSet;

use basics::At;
use db::{Db, Result, Tx, params};

use crate::erasures::Erasure;

/// Erasures read in one statement.
const PAGE: i64 = 1000;

/// Notes an erasure; one that is noted already stays as it is.
pub async fn insert(tx: &mut Tx, erasure: &Erasure) -> Result<()> {
    tx.exec(
        "INSERT INTO erasures (account_id, person_id, erased_at) VALUES ($1, $2, $3) ON CONFLICT (account_id) DO NOTHING",
        params![&erasure.account, &erasure.person, erasure.on],
    )
    .await
    .map(drop)
}

/// All of them, page by page.
pub async fn list(db: &Db) -> Result<HashSet<Erasure>> {
    let (mut all, mut after) = (HashSet::new(), String::new());
    loop {
        let page = db
            .all(
                "SELECT account_id, person_id, erased_at FROM erasures WHERE account_id > $1 ORDER BY account_id LIMIT $2",
                params![&after, PAGE],
                |row| Ok(Erasure { account: row.get(0)?, person: row.get(1)?, on: row.get(2)? }),
            )
            .await?;
        let Some(last) = page.last() else { return Ok(all) };
        last.account.clone_into(&mut after);
        all.extend(page);
    }
}

/// Whether anybody was erased since a day.
pub async fn any_since(db: &Db, since: At) -> Result<bool> {
    let sql = "SELECT 1 FROM erasures WHERE erased_at >= $1 LIMIT 1";
    Ok(db.opt(sql, params![since], |_| Ok(())).await?.is_some())
}
