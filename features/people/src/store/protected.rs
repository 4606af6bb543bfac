//! Who is protected as a minor.

use basics::At;
use db::{Db, Result, params};

/// Ids of people whose protection has passed by `now`.
pub async fn protected_before(db: &Db, now: At, limit: i64) -> Result<Vec<String>> {
    let sql = "SELECT id FROM people WHERE protected_until <= $1 ORDER BY protected_until, id LIMIT $2";
    db.all(sql, params![now, limit], |row| row.get(0)).await
}
