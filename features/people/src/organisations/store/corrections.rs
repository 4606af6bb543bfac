//! The table `corrections`.

use basics::{At, Id};
use db::{Db, Result, Row, Tx, params};

/// Something that somebody says is wrong.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Correction {
    pub id: Id<Correction>,
    pub organisation: String,
    /// Nobody for strangers.
    pub person: Option<String>,
    /// A code of [`super::super::corrections::PARTS`].
    pub part: String,
    pub words: String,
    pub said_at: At,
}

const COLUMNS: &str = "id, organisation_id, person_id, part, words, said_at";

fn read(row: &mut Row) -> Result<Correction> {
    Ok(Correction {
        id: row.get(0)?,
        organisation: row.get(1)?,
        person: row.get(2)?,
        part: row.get(3)?,
        words: row.get(4)?,
        said_at: row.get(5)?,
    })
}

pub(crate) async fn insert(tx: &mut Tx, said: &Correction) -> Result<()> {
    tx.exec(
        "INSERT INTO corrections (id, organisation_id, person_id, part, words, said_at) VALUES ($1, $2, $3, $4, $5, $6)",
        params![&said.id, &said.organisation, said.person.clone(), &said.part, &said.words, said.said_at],
    )
    .await
    .map(drop)
}

/// How many a person has said of an organisation since; of nobody, how many strangers have.
pub(crate) async fn count_since(tx: &mut Tx, organisation: &str, person: Option<&str>, since: At) -> Result<i64> {
    let sql =
        "SELECT count(*) FROM corrections WHERE organisation_id = $1 AND COALESCE(person_id, '') = $2 AND said_at > $3";
    tx.one(sql, params![organisation, person.unwrap_or_default(), since], |row| row.get(0)).await
}

/// What is not settled of an organisation, the oldest first.
pub(crate) async fn open(db: &Db, organisation: &str) -> Result<Vec<Correction>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM corrections WHERE organisation_id = $1 AND settled_at IS NULL ORDER BY said_at, id LIMIT 50"
    );
    db.all(&sql, params![organisation], read).await
}

/// What is not settled of any, the oldest first, and whether somebody owns the organisation.
pub(crate) async fn open_everywhere(db: &Db) -> Result<Vec<(Correction, bool)>> {
    let sql = format!(
        "SELECT {COLUMNS}, EXISTS (SELECT 1 FROM memberships m WHERE m.organisation_id = c.organisation_id \
         AND m.standing = 'owner') FROM corrections c WHERE settled_at IS NULL ORDER BY said_at, id LIMIT 100"
    );
    db.all(&sql, &[], |row| Ok((read(row)?, row.get(6)?))).await
}

/// How many wait at organisations that somebody keeps.
pub(crate) async fn count_open_for(db: &Db, person: &str) -> Result<i64> {
    let sql = "SELECT count(*) FROM memberships m JOIN corrections c ON c.organisation_id = m.organisation_id \
               WHERE m.person_id = $1 AND m.standing <> 'member' AND c.settled_at IS NULL";
    db.one(sql, params![person], |row| row.get(0)).await
}

/// Notes what became of it. False when it is settled already, or of another organisation; any with an empty one.
pub(crate) async fn settle(tx: &mut Tx, id: &str, organisation: &str, outcome: &str, now: At) -> Result<bool> {
    let sql = "UPDATE corrections SET settled_at = $3, outcome = $4 \
               WHERE id = $1 AND settled_at IS NULL AND ($2 = '' OR organisation_id = $2)";
    Ok(tx.exec(sql, params![id, organisation, now, outcome]).await? > 0)
}

/// Forgets what was settled, or said and never settled, before these moments.
pub(crate) async fn sweep(tx: &mut Tx, settled: At, said: At) -> Result<u64> {
    tx.exec("DELETE FROM corrections WHERE settled_at < $1 OR said_at < $2", params![settled, said]).await
}
