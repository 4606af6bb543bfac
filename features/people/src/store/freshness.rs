//! Whose page was confirmed long ago. Each question walks an index that holds nobody else: the state is
//! asked for as `V12__freshness` writes it, so that no index by state is taken instead.

use basics::At;
use db::{Db, Result, Tx, params};

use crate::Kind;

/// People last confirmed by `before` who were not asked since, longest ago first.
pub async fn to_remind(db: &Db, before: At, limit: i64) -> Result<Vec<(String, Kind)>> {
    db.all(
        "SELECT id, kind FROM people WHERE COALESCE(state, '') = 'released' AND (reminded_at IS NULL OR reminded_at < confirmed_at) \
         AND confirmed_at <= $1 ORDER BY confirmed_at, id LIMIT $2",
        params![before, limit],
        |row| Ok((row.get(0)?, Kind::from_code(&row.get::<String>(1)?))),
    )
    .await
}

/// People in lists who were asked by `asked_before`, have not answered, and were last confirmed by `confirmed_before`.
pub async fn to_rest(db: &Db, asked_before: At, confirmed_before: At, limit: i64) -> Result<Vec<String>> {
    db.all(
        "SELECT id FROM people WHERE COALESCE(state, '') = 'released' AND reminded_at >= confirmed_at AND reminded_at <= $1 \
         AND confirmed_at <= $2 ORDER BY reminded_at, id LIMIT $3",
        params![asked_before, confirmed_before, limit],
        |row| row.get(0),
    )
    .await
}

/// Notes that somebody was asked.
pub async fn reminded(tx: &mut Tx, id: &str, now: At) -> Result<()> {
    tx.exec("UPDATE people SET reminded_at = $2 WHERE id = $1", params![id, now]).await.map(drop)
}

/// When somebody was last asked whether their page is still right.
pub async fn reminded_at(db: &Db, id: &str) -> Result<Option<At>> {
    db.one("SELECT reminded_at FROM people WHERE id = $1", params![id], |row| row.get(0)).await
}
