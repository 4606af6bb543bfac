//! Everything these tables hold of somebody: as they may read it, and gone.

use basics::At;
use db::{Db, Result, Row, Tx, params};
use serde_json::{Value as Json, json};

/// More than anybody gathers in the time that things are kept.
const MOST: i64 = 5000;

fn day(at: At) -> String {
    at.rfc3339()[..10].to_owned()
}

async fn rows(db: &Db, sql: &str, person: &str, read: impl Fn(&mut Row) -> Result<Json>) -> Result<Json> {
    Ok(db.all(&format!("{sql} LIMIT $2"), params![person, MOST], read).await?.into())
}

/// Letters somebody wrote. What became of one is told only when it was accepted.
pub async fn written(db: &Db, person: &str) -> Result<Json> {
    let sql = "SELECT p.handle, l.words, l.sent_at, l.state FROM letters l JOIN people p ON p.id = l.receiver_id \
               WHERE l.sender_id = $1 ORDER BY l.sent_at, l.id";
    rows(db, sql, person, |row| {
        let (to, words, at): (String, String, At) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let accepted = row.get::<String>(3)? == "accepted";
        Ok(json!({ "to": to, "words": words, "sent_on": day(at), "accepted": accepted }))
    })
    .await
}

/// Letters somebody got; what was dropped never reached them.
pub async fn received(db: &Db, person: &str) -> Result<Json> {
    let sql = "SELECT p.handle, l.words, l.sent_at, l.state FROM letters l JOIN people p ON p.id = l.sender_id \
               WHERE l.receiver_id = $1 AND l.state <> 'dropped' ORDER BY l.sent_at, l.id";
    rows(db, sql, person, |row| {
        let (from, words, at): (String, String, At) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let state: String = row.get(3)?;
        let words = if state == "accepted" { words } else { details::mask(&words).0 };
        Ok(json!({ "from": from, "words": words, "sent_on": day(at), "state": state }))
    })
    .await
}

/// What was said in their conversations, by them and to them.
pub async fn said(db: &Db, person: &str) -> Result<Json> {
    let sql = "SELECT r.author_id, r.words, r.sent_at FROM letter_replies r JOIN letters l ON l.id = r.letter_id \
               WHERE r.author_id = $1 OR (NOT r.dropped AND (l.sender_id = $1 OR l.receiver_id = $1)) \
               ORDER BY r.sent_at, r.id";
    rows(db, sql, person, |row| {
        let (author, words, at): (String, String, At) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok(json!({ "by_yourself": author == person, "words": words, "sent_on": day(at) }))
    })
    .await
}

/// Whom somebody has blocked. Who has blocked them is nobody's to know.
pub async fn blocks(db: &Db, person: &str) -> Result<Json> {
    let sql = "SELECT p.handle, b.blocked_at FROM blocks b JOIN people p ON p.id = b.blocked_id \
               WHERE b.blocker_id = $1 ORDER BY b.blocked_at";
    rows(db, sql, person, |row| {
        let (blocked, at): (String, At) = (row.get(0)?, row.get(1)?);
        Ok(json!({ "blocked": blocked, "on": day(at) }))
    })
    .await
}

pub async fn settings(db: &Db, person: &str) -> Result<Json> {
    let sql = "SELECT open_to, told FROM letter_settings WHERE person_id = $1";
    rows(db, sql, person, |row| {
        let (open_to, told): (String, bool) = (row.get(0)?, row.get(1)?);
        Ok(json!({ "who_may_write": open_to, "told_by_mail_and_sms": told }))
    })
    .await
}

/// What somebody has reported. Reports about them are for those who keep others safe.
pub async fn reports(db: &Db, person: &str) -> Result<Json> {
    let sql = "SELECT kind, note, reported_at, outcome FROM reports WHERE reporter_id = $1 ORDER BY reported_at";
    rows(db, sql, person, |row| {
        let (kind, note, at): (String, String, At) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let outcome: Option<String> = row.get(3)?;
        Ok(json!({ "kind": kind, "note": note, "reported_on": day(at), "outcome": outcome }))
    })
    .await
}

/// Deletes all of it. Sealed copies in reports stay for their time: whoever harms others does not undo it by leaving.
pub async fn erase(tx: &mut Tx, person: &str) -> Result<()> {
    for statement in [
        "DELETE FROM letter_replies WHERE author_id = $1",
        "DELETE FROM letters WHERE sender_id = $1 OR receiver_id = $1",
        "DELETE FROM blocks WHERE blocker_id = $1 OR blocked_id = $1",
        "DELETE FROM letter_settings WHERE person_id = $1",
        "UPDATE reports SET reporter_id = '', note = '' WHERE reporter_id = $1",
    ] {
        tx.exec(statement, params![person]).await?;
    }
    Ok(())
}
