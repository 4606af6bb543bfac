//! The tables `organisation_claims` and `organisation_confirmations`.

use basics::{At, Id};
use db::{Db, Result, Row, Tx, params};

/// Somebody says that an organisation is theirs.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Claim {
    pub id: Id<Claim>,
    pub organisation: String,
    pub person: String,
    pub account: String,
    /// How they belong to it, in their words.
    pub words: String,
    /// `asked`, `confirmed`, `done`, `stopped` or `over`.
    pub state: String,
    pub claimed_at: At,
    /// From when on it takes effect, once it is confirmed.
    pub ready_at: Option<At>,
    pub ends_at: At,
}

const COLUMNS: &str = "id, organisation_id, person_id, account_id, words, state, claimed_at, ready_at, ends_at";
const OPEN: &str = "state IN ('asked', 'confirmed')";

fn read(row: &mut Row) -> Result<Claim> {
    Ok(Claim {
        id: row.get(0)?,
        organisation: row.get(1)?,
        person: row.get(2)?,
        account: row.get(3)?,
        words: row.get(4)?,
        state: row.get(5)?,
        claimed_at: row.get(6)?,
        ready_at: row.get(7)?,
        ends_at: row.get(8)?,
    })
}

pub(crate) async fn insert(tx: &mut Tx, claim: &Claim) -> Result<()> {
    tx.exec(
        &format!("INSERT INTO organisation_claims ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"),
        params![
            &claim.id,
            &claim.organisation,
            &claim.person,
            &claim.account,
            &claim.words,
            &claim.state,
            claim.claimed_at,
            claim.ready_at,
            claim.ends_at
        ],
    )
    .await
    .map(drop)
}

/// A claim that is under way, to be changed in this transaction.
pub(crate) async fn open_in(tx: &mut Tx, id: &str, now: At) -> Result<Option<Claim>> {
    changes::take_turn(tx).await?;
    let sql = format!("SELECT {COLUMNS} FROM organisation_claims WHERE id = $1 AND {OPEN} AND ends_at > $2");
    tx.opt(&sql, params![id, now], read).await
}

/// Claims under way of an organisation, the oldest first.
pub(crate) async fn open_for(db: &Db, organisation: &str, now: At) -> Result<Vec<Claim>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM organisation_claims WHERE organisation_id = $1 AND {OPEN} AND ends_at > $2 \
         ORDER BY claimed_at, id LIMIT 20"
    );
    db.all(&sql, params![organisation, now], read).await
}

/// Claims under way of all, the oldest first, each with how many confirm it.
pub(crate) async fn open_everywhere(db: &Db, now: At) -> Result<Vec<(Claim, i64)>> {
    let sql = format!(
        "SELECT {COLUMNS}, (SELECT count(*) FROM organisation_confirmations v WHERE v.claim_id = c.id) \
         FROM organisation_claims c WHERE {OPEN} AND ends_at > $1 ORDER BY claimed_at, id LIMIT 100"
    );
    db.all(&sql, params![now], |row| Ok((read(row)?, row.get(9)?))).await
}

/// Claims somebody has under way, by organisation.
pub(crate) async fn open_by(tx: &mut Tx, person: &str, now: At) -> Result<Vec<String>> {
    let sql = format!(
        "SELECT organisation_id FROM organisation_claims WHERE person_id = $1 AND {OPEN} AND ends_at > $2 LIMIT 20"
    );
    tx.all(&sql, params![person, now], |row| row.get(0)).await
}

/// Ids of claims whose time has come.
pub(crate) async fn ripe(db: &Db, now: At, limit: i64) -> Result<Vec<String>> {
    let sql = "SELECT id FROM organisation_claims WHERE state = 'confirmed' AND ends_at > $1 AND ready_at <= $1 \
               ORDER BY ready_at, id LIMIT $2";
    db.all(sql, params![now, limit], |row| row.get(0)).await
}

pub(crate) async fn set_state(tx: &mut Tx, id: &str, state: &str, ready_at: Option<At>) -> Result<()> {
    let sql = "UPDATE organisation_claims SET state = $2, ready_at = $3 WHERE id = $1";
    tx.exec(sql, params![id, state, ready_at]).await.map(drop)
}

/// Everything else that is said of an organisation is over once it has an owner.
pub(crate) async fn end_all(tx: &mut Tx, organisation: &str) -> Result<()> {
    let sql = format!("UPDATE organisation_claims SET state = 'over' WHERE organisation_id = $1 AND {OPEN}");
    tx.exec(&sql, params![organisation]).await.map(drop)
}

/// Notes that somebody confirms; a second time changes nothing.
pub(crate) async fn confirm(tx: &mut Tx, id: &str, person: &str, account: &str, now: At) -> Result<()> {
    let sql = "INSERT INTO organisation_confirmations (claim_id, person_id, account_id, confirmed_at) \
               VALUES ($1, $2, $3, $4) ON CONFLICT (claim_id, person_id) DO NOTHING";
    tx.exec(sql, params![id, person, account, now]).await.map(drop)
}

/// Accounts that have confirmed a claim.
pub(crate) async fn voices_in(tx: &mut Tx, id: &str) -> Result<Vec<String>> {
    let sql = "SELECT account_id FROM organisation_confirmations WHERE claim_id = $1 ORDER BY confirmed_at, account_id LIMIT 50";
    tx.all(sql, params![id], |row| row.get(0)).await
}

/// Claims on an organisation that somebody has confirmed.
pub(crate) async fn confirmed_among(db: &Db, organisation: &str, person: &str) -> Result<Vec<String>> {
    let sql = "SELECT v.claim_id FROM organisation_confirmations v JOIN organisation_claims c ON c.id = v.claim_id \
               WHERE c.organisation_id = $1 AND v.person_id = $2 ORDER BY v.claim_id LIMIT 100";
    db.all(sql, params![organisation, person], |row| row.get(0)).await
}

/// Forgets claims that ended before `before`.
pub(crate) async fn sweep(tx: &mut Tx, before: At) -> Result<u64> {
    tx.exec("DELETE FROM organisation_claims WHERE ends_at < $1", params![before]).await
}
