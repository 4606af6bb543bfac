//! The table `organisation_checks`: when somebody last said that everything is right.

use basics::At;
use db::{Db, Result, Tx, params};

/// Notes a check, and when the next one is asked for.
pub(crate) async fn put(tx: &mut Tx, organisation: &str, checked_at: At, ask_at: At) -> Result<()> {
    tx.exec(
        "INSERT INTO organisation_checks (organisation_id, checked_at, ask_at) VALUES ($1, $2, $3) \
         ON CONFLICT (organisation_id) DO UPDATE SET checked_at = $2, ask_at = $3",
        params![organisation, checked_at, ask_at],
    )
    .await
    .map(drop)
}

/// The same where nothing is noted yet.
pub(crate) async fn begin(tx: &mut Tx, organisation: &str, checked_at: At, ask_at: At) -> Result<()> {
    tx.exec(
        "INSERT INTO organisation_checks (organisation_id, checked_at, ask_at) VALUES ($1, $2, $3) \
         ON CONFLICT (organisation_id) DO NOTHING",
        params![organisation, checked_at, ask_at],
    )
    .await
    .map(drop)
}

/// Organisations whose owners are to be asked by `now`, the longest waiting first.
pub(crate) async fn due(db: &Db, now: At, limit: i64) -> Result<Vec<String>> {
    let sql =
        "SELECT organisation_id FROM organisation_checks WHERE ask_at <= $1 ORDER BY ask_at, organisation_id LIMIT $2";
    db.all(sql, params![now, limit], |row| row.get(0)).await
}

/// Asks again later. False when somebody has checked meanwhile.
pub(crate) async fn asked(tx: &mut Tx, organisation: &str, now: At, again_at: At) -> Result<bool> {
    let sql = "UPDATE organisation_checks SET ask_at = $3 WHERE organisation_id = $1 AND ask_at <= $2";
    Ok(tx.exec(sql, params![organisation, now, again_at]).await? > 0)
}

/// How many organisations that somebody keeps were last checked before `before`.
pub(crate) async fn count_old(db: &Db, person: &str, before: At) -> Result<i64> {
    let sql = "SELECT count(*) FROM memberships m JOIN organisation_checks c ON c.organisation_id = m.organisation_id \
               WHERE m.person_id = $1 AND m.standing <> 'member' AND c.checked_at <= $2";
    db.one(sql, params![person, before], |row| row.get(0)).await
}
