//! Every SQL statement about jobs.

use basics::At;
use db::{Db, Result, Tx, Value, params};

use crate::{Leftover, schedule::DAILY};

/// A job this node has taken on. `until` names the claim: whoever claims later has another.
#[derive(Clone, Debug)]
pub(crate) struct Claim {
    pub id: String,
    pub kind: String,
    pub payload: String,
    /// How often it was begun, this time included.
    pub attempts: i64,
    pub until: At,
}

/// Adds a job, unless one with this id is there.
pub(crate) async fn insert(tx: &mut Tx, id: &str, kind: &str, payload: &str, run_at: At, now: At) -> Result<()> {
    tx.exec(
        "INSERT INTO jobs (id, kind, payload, run_at, attempts, claimed_until, failed_at, created_at) \
         VALUES ($1, $2, $3, $4, 0, 0, NULL, $5) ON CONFLICT (id) DO NOTHING",
        params![id, kind, payload, run_at, now],
    )
    .await?;
    Ok(())
}

/// Takes on the job of these kinds that is due longest, until `until`; `None` when there is none.
pub(crate) async fn claim(db: &Db, kinds: &[&str], now: At, until: At) -> Result<Option<Claim>> {
    // Looking costs no write: an idle node leaves no trace.
    let Some(id) = due(db, kinds, now).await? else { return Ok(None) };
    let mut tx = db.begin().await?;
    let claim = tx
        .opt(
            "UPDATE jobs SET claimed_until = $2, attempts = attempts + 1 \
             WHERE id = $1 AND claimed_until <= $3 AND run_at <= $3 AND failed_at IS NULL RETURNING kind, payload, attempts",
            params![&id, until, now],
            |row| Ok(Claim { id: id.clone(), kind: row.get(0)?, payload: row.get(1)?, attempts: row.get(2)?, until }),
        )
        .await?;
    tx.commit().await?;
    Ok(claim)
}

async fn due(db: &Db, kinds: &[&str], now: At) -> Result<Option<String>> {
    let mut values: Vec<Value> = vec![now.into()];
    values.extend(db::values(kinds));
    let marks = db::marks(1, kinds.len());
    let sql = format!(
        "SELECT id FROM jobs WHERE run_at <= $1 AND claimed_until <= $1 AND failed_at IS NULL AND kind IN ({marks}) \
         ORDER BY run_at, id LIMIT 1"
    );
    db.opt(&sql, &values, |row| row.get(0)).await
}

/// Holds a claim longer; `false` when it has passed to another.
pub(crate) async fn renew(db: &Db, claim: &mut Claim, until: At) -> Result<bool> {
    let held = db
        .exec(
            "UPDATE jobs SET claimed_until = $3 WHERE id = $1 AND claimed_until = $2",
            params![&claim.id, claim.until, until],
        )
        .await?;
    claim.until = until;
    Ok(held == 1)
}

/// The work is done.
pub(crate) async fn delete(db: &Db, claim: &Claim) -> Result<()> {
    db.exec("DELETE FROM jobs WHERE id = $1 AND claimed_until = $2", params![&claim.id, claim.until]).await?;
    Ok(())
}

/// The day's work is done or given up: the next time.
pub(crate) async fn put_off(db: &Db, claim: &Claim, run_at: At) -> Result<()> {
    db.exec(
        "UPDATE jobs SET run_at = $3, attempts = 0, claimed_until = 0 WHERE id = $1 AND claimed_until = $2",
        params![&claim.id, claim.until, run_at],
    )
    .await?;
    Ok(())
}

/// It failed and is tried again at `run_at`.
pub(crate) async fn retry(db: &Db, claim: &Claim, run_at: At) -> Result<()> {
    db.exec(
        "UPDATE jobs SET run_at = $3, claimed_until = 0 WHERE id = $1 AND claimed_until = $2",
        params![&claim.id, claim.until, run_at],
    )
    .await?;
    Ok(())
}

/// It failed for the last time and stays as it is, for somebody to look at.
pub(crate) async fn give_up(db: &Db, claim: &Claim, now: At) -> Result<()> {
    db.exec(
        "UPDATE jobs SET failed_at = $3 WHERE id = $1 AND claimed_until = $2",
        params![&claim.id, claim.until, now],
    )
    .await?;
    Ok(())
}

pub(crate) async fn list_once(db: &Db) -> Result<Vec<Leftover>> {
    db.all(
        "SELECT kind, run_at, attempts, failed_at FROM jobs WHERE id NOT LIKE $1 ORDER BY run_at, id LIMIT 1000",
        params![format!("{DAILY}%")],
        |row| Ok(Leftover { kind: row.get(0)?, run_at: row.get(1)?, attempts: row.get(2)?, failed_at: row.get(3)? }),
    )
    .await
}
