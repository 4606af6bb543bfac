//! Every SQL statement about the outbox.

use basics::{At, Id, Lang};
use db::{Db, Error, Result, Row, Tx, Value, params};

use crate::{Channel, Entry, Message, State};

const COLUMNS: &str = "id, channel, recipient, lang, person_id, subject, text, html, unsubscribe, state, attempts, next_at, \
                       last_error, created_at, sent_at";
/// How long a message that was sent or printed stays, so that an administrator can see that it went out.
const KEEP_SENT: i64 = At::DAY;
/// How long a message stays that was given up, or that nothing carried after it was due.
const KEEP_UNSENT: i64 = 30 * At::DAY;

fn read(row: &mut Row) -> Result<Entry> {
    Ok(Entry {
        id: row.get(0)?,
        channel: known(Channel::from_code(&row.get::<String>(1)?), "channel")?,
        recipient: row.get(2)?,
        lang: Lang::from_tag(&row.get::<String>(3)?).unwrap_or_default(),
        person_id: row.get(4)?,
        subject: row.get(5)?,
        text: row.get(6)?,
        html: row.get(7)?,
        unsubscribe: row.get(8)?,
        state: known(State::from_code(&row.get::<String>(9)?), "state")?,
        attempts: row.get(10)?,
        next_at: row.get(11)?,
        last_error: row.get(12)?,
        created_at: row.get(13)?,
        sent_at: row.get(14)?,
    })
}

fn known<T>(value: Option<T>, column: &str) -> Result<T> {
    value.ok_or_else(|| Error::Other(format!("outbox.{column} holds what this release does not know")))
}

pub(crate) async fn insert(tx: &mut Tx, id: &Id<Entry>, message: &Message, now: At) -> Result<()> {
    let due = message.not_before.map_or(now, |moment| moment.max(now));
    let sql = format!(
        "INSERT INTO outbox ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'waiting', 0, $10, NULL, $11, NULL)"
    );
    let values = params![
        id,
        message.channel.code(),
        &message.recipient,
        message.lang.tag(),
        message.person_id.clone(),
        &message.subject,
        &message.text,
        message.html.clone(),
        message.unsubscribe.clone(),
        due,
        now
    ];
    tx.exec(&sql, values).await.map(drop)
}

/// Takes on messages of these channels that are due, the oldest first, until `until`. Nobody else does before then.
pub(crate) async fn claim(db: &Db, channels: &[Channel], now: At, until: At, limit: i64) -> Result<Vec<Entry>> {
    // Looking costs no write: an idle node leaves no trace.
    let mut due = due(db, channels, now, limit).await?;
    if due.is_empty() {
        return Ok(Vec::new());
    }
    // All nodes lock in this order, so none waits for another in a circle.
    due.sort();
    let sql = format!(
        "UPDATE outbox SET next_at = $3, attempts = attempts + 1 \
         WHERE id = $1 AND next_at = $2 AND state = 'waiting' RETURNING {COLUMNS}"
    );
    let mut tx = db.begin().await?;
    let mut claimed = Vec::new();
    for (id, seen) in &due {
        claimed.extend(tx.opt(&sql, params![id, *seen, until], read).await?);
    }
    tx.commit().await?;
    Ok(claimed)
}

async fn due(db: &Db, channels: &[Channel], now: At, limit: i64) -> Result<Vec<(String, At)>> {
    if channels.is_empty() {
        return Ok(Vec::new());
    }
    let mut values: Vec<Value> = vec![now.into(), limit.into()];
    values.extend(db::values(channels.iter().map(|channel| channel.code())));
    let marks = db::marks(2, channels.len());
    let sql = format!(
        "SELECT id, next_at FROM outbox WHERE state = 'waiting' AND next_at <= $1 AND channel IN ({marks}) \
         ORDER BY next_at, id LIMIT $2"
    );
    db.all(&sql, &values, |row| Ok((row.get(0)?, row.get(1)?))).await
}

/// A carrier took it. What it said is gone at once: it may hold what opens an account.
pub(crate) async fn sent(db: &Db, claim: &Entry, now: At) -> Result<()> {
    db.exec(
        "UPDATE outbox SET state = 'sent', sent_at = $3, last_error = NULL, text = '', html = NULL, unsubscribe = NULL \
         WHERE id = $1 AND next_at = $2 AND state = 'waiting'",
        params![&claim.id, claim.next_at, now],
    )
    .await
    .map(drop)
}

/// It was not taken, and now waits until `next_at` or is given up.
pub(crate) async fn settle(db: &Db, claim: &Entry, state: State, next_at: At, why: &str) -> Result<()> {
    db.exec(
        "UPDATE outbox SET state = $3, next_at = $4, last_error = $5 WHERE id = $1 AND next_at = $2 AND state = 'waiting'",
        params![&claim.id, claim.next_at, state.code(), next_at, why],
    )
    .await
    .map(drop)
}

/// Messages in a state (or all), newest first, at most `limit`; the next page comes after the last id of this one.
pub async fn list(db: &Db, state: Option<State>, after: Option<&Id<Entry>>, limit: i64) -> Result<Vec<Entry>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM outbox WHERE ($1 = '' OR state = $1) AND ($2 = '' OR id < $2) ORDER BY id DESC LIMIT $3"
    );
    let (state, after) = (state.map_or("", State::code), after.map_or("", Id::as_str));
    db.all(&sql, params![state, after, limit], read).await
}

/// How many messages are in a state.
pub async fn count(db: &Db, state: State) -> Result<i64> {
    db.one("SELECT count(*) FROM outbox WHERE state = $1", params![state.code()], |row| row.get(0)).await
}

/// One message, if it is (still) there.
pub async fn find(db: &Db, id: &Id<Entry>) -> Result<Option<Entry>> {
    db.opt(&format!("SELECT {COLUMNS} FROM outbox WHERE id = $1"), params![id], read).await
}

/// Notes that a message was printed, so that nothing carries it any more. False when it was sent or printed already.
pub async fn mark_printed(tx: &mut Tx, id: &Id<Entry>, now: At) -> Result<bool> {
    let marked = tx
        .exec(
            "UPDATE outbox SET state = 'printed', sent_at = $2 WHERE id = $1 AND state IN ('waiting', 'failed')",
            params![id, now],
        )
        .await?;
    Ok(marked == 1)
}

/// Lets a message that was given up wait again, as if it were new. False when it was not given up.
pub async fn try_again(tx: &mut Tx, id: &Id<Entry>, now: At) -> Result<bool> {
    let waiting = tx
        .exec(
            "UPDATE outbox SET state = 'waiting', attempts = 0, next_at = $2 WHERE id = $1 AND state = 'failed'",
            params![id, now],
        )
        .await?;
    Ok(waiting == 1)
}

/// Deletes what has stayed long enough: sent and printed after a day; given up, or due and carried by nothing, after
/// thirty. Says how many.
pub async fn purge(db: &Db, now: At) -> Result<u64> {
    db.exec(
        "DELETE FROM outbox WHERE (state IN ('sent', 'printed') AND sent_at <= $1) \
         OR (state IN ('waiting', 'failed') AND next_at <= $2)",
        params![now.plus(-KEEP_SENT), now.plus(-KEEP_UNSENT)],
    )
    .await
}

/// Every message of a person that is still here, oldest first, at most 1,000.
pub async fn list_of<T>(db: &Db, person: &Id<T>) -> Result<Vec<Entry>> {
    db.all(&format!("SELECT {COLUMNS} FROM outbox WHERE person_id = $1 ORDER BY id LIMIT 1000"), params![person], read)
        .await
}

/// Deletes every message of a person, whatever its state.
pub async fn erase<T>(tx: &mut Tx, person: &Id<T>) -> Result<u64> {
    tx.exec("DELETE FROM outbox WHERE person_id = $1", params![person]).await
}
