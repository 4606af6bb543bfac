//! The table `consents`.

use std::collections::HashSet;

use basics::At;
use db::{Db, Result, Row, Tx, marks, params, values};

use super::word;
use crate::{Consent, Giver, How, Use};

const COLUMNS: &str = "id, subject_id, used_for, root, lang, how, by_whom, witness, given_at, ends_at, withdrawn_at";
/// Consents read of one story: what is older than these was replaced.
const MOST: i64 = 2000;

fn read(row: &mut Row) -> Result<Consent> {
    Ok(Consent {
        id: row.get(0)?,
        subject: row.get(1)?,
        to: word(Use::from_code(&row.get::<String>(2)?), "used_for")?,
        root: row.get(3)?,
        lang: row.get(4)?,
        how: word(How::from_code(&row.get::<String>(5)?), "how")?,
        by: word(Giver::from_code(&row.get::<String>(6)?), "by_whom")?,
        witness: row.get(7)?,
        given_at: row.get(8)?,
        ends_at: row.get(9)?,
        withdrawn_at: row.get(10)?,
    })
}

pub async fn insert(tx: &mut Tx, story: &str, consent: &Consent) -> Result<()> {
    let sql = format!(
        "INSERT INTO consents ({COLUMNS}, story_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
    );
    let Consent { id, subject, to, root, lang, how, by, witness, given_at, ends_at, withdrawn_at } = consent;
    let values = params![
        id,
        subject,
        to.code(),
        root,
        lang,
        how.code(),
        by.code(),
        witness,
        *given_at,
        *ends_at,
        *withdrawn_at,
        story
    ];
    tx.exec(&sql, values).await.map(drop)
}

/// Takes back what somebody agreed to; one use, or all of it.
pub async fn withdraw(tx: &mut Tx, subject: &str, to: Option<Use>, now: At) -> Result<()> {
    let sql = "UPDATE consents SET withdrawn_at = $3 WHERE subject_id = $1 AND ($2 = '' OR used_for = $2) \
               AND withdrawn_at IS NULL";
    tx.exec(sql, params![subject, to.map_or("", Use::code), now]).await.map(drop)
}

pub(super) async fn list_in(tx: &mut Tx, story: &str) -> Result<Vec<Consent>> {
    let sql =
        format!("SELECT {COLUMNS} FROM consents WHERE story_id = $1 ORDER BY given_at DESC, id DESC LIMIT {MOST}");
    tx.all(&sql, params![story], read).await
}

/// The consents of these stories that were not taken back, each with its story; at most 100 stories at a time.
pub(super) async fn list(db: &Db, stories: &[&str]) -> Result<Vec<(String, Consent)>> {
    let sql = format!(
        "SELECT {COLUMNS}, story_id FROM consents WHERE story_id IN ({}) ORDER BY given_at DESC, id DESC LIMIT {}",
        marks(0, stories.len()),
        MOST * stories.len() as i64
    );
    db.all(&sql, &values(stories), |row| Ok((row.get(11)?, read(row)?))).await
}

/// Ids of public stories of which a consent for the version that is public ends until `until`, the first to end first.
pub async fn ending(db: &Db, until: At) -> Result<Vec<String>> {
    let sql = "SELECT c.story_id FROM consents c JOIN stories s ON s.id = c.story_id \
               WHERE c.ends_at <= $1 AND c.withdrawn_at IS NULL AND c.used_for = 'site' AND c.root = s.root \
               AND s.standing IN ('published', 'corrected') AND NOT EXISTS (SELECT 1 FROM consents o \
               WHERE o.story_id = c.story_id AND o.subject_id = c.subject_id AND o.by_whom = c.by_whom \
               AND o.used_for = 'site' AND o.root = c.root AND o.withdrawn_at IS NULL AND o.ends_at > $1) \
               ORDER BY c.ends_at, c.story_id LIMIT 1000";
    let ending: Vec<String> = db.all(sql, params![until], |row| row.get(0)).await?;
    let mut seen = HashSet::new();
    Ok(ending.into_iter().filter(|story| seen.insert(story.clone())).take(200).collect())
}

/// Takes one consent back.
pub async fn end(tx: &mut Tx, consent: &Consent, now: At) -> Result<()> {
    let sql = "UPDATE consents SET withdrawn_at = $2 WHERE id = $1 AND withdrawn_at IS NULL";
    tx.exec(sql, params![&consent.id, now]).await.map(drop)
}

/// Forgets who was there, of somebody who is erased.
pub(crate) async fn forget_witness(tx: &mut Tx, witness: &str) -> Result<()> {
    tx.exec("UPDATE consents SET witness = '' WHERE witness = $1", params![witness]).await.map(drop)
}
