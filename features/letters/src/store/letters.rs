//! The table `letters`.

use basics::At;
use db::{Db, Result, Row, Tx, Value, marks, params, values};

use crate::letter::{HELD, Letter, Side, State};

const COLUMNS: &str = "l.id, l.sender_id, l.receiver_id, l.words, l.state, l.last_side, l.sent_at, l.moved_at";
/// Letters on one page.
const PAGE: i64 = 100;

fn read(row: &mut Row) -> Result<Letter> {
    Ok(Letter {
        id: row.get(0)?,
        sender: row.get(1)?,
        receiver: row.get(2)?,
        words: row.get(3)?,
        state: State::from_code(&row.get::<String>(4)?),
        last_side: Side::from_code(&row.get::<String>(5)?),
        sent_at: row.get(6)?,
        moved_at: row.get(7)?,
    })
}

pub async fn insert(tx: &mut Tx, letter: &Letter) -> Result<()> {
    tx.exec(
        "INSERT INTO letters (id, sender_id, receiver_id, words, state, last_side, sent_at, moved_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            &letter.id,
            &letter.sender,
            &letter.receiver,
            &letter.words,
            letter.state.code(),
            letter.last_side.code(),
            letter.sent_at,
            letter.moved_at
        ],
    )
    .await
    .map(drop)
}

pub async fn find(db: &Db, id: &str) -> Result<Option<Letter>> {
    db.opt(&format!("SELECT {COLUMNS} FROM letters l WHERE l.id = $1"), params![id], read).await
}

/// A letter to be changed in this transaction: nobody else changes it before it ends.
pub async fn find_in(tx: &mut Tx, id: &str) -> Result<Option<Letter>> {
    tx.exec("UPDATE letters SET state = state WHERE id = $1", params![id]).await?;
    tx.opt(&format!("SELECT {COLUMNS} FROM letters l WHERE l.id = $1"), params![id], read).await
}

/// The receiver has answered.
pub async fn answer(tx: &mut Tx, id: &str, state: State, now: At) -> Result<()> {
    let sql = "UPDATE letters SET state = $2, moved_at = $3 WHERE id = $1";
    tx.exec(sql, params![id, state.code(), now]).await.map(drop)
}

/// Somebody has spoken so that both can read it.
pub async fn spoke(tx: &mut Tx, id: &str, side: Side, now: At) -> Result<()> {
    let sql = "UPDATE letters SET last_side = $2, moved_at = $3 WHERE id = $1";
    tx.exec(sql, params![id, side.code(), now]).await.map(drop)
}

/// Declines whatever of a sender still waits for a receiver.
pub async fn decline_all(tx: &mut Tx, sender: &str, receiver: &str, now: At) -> Result<()> {
    let sql = "UPDATE letters SET state = 'declined', moved_at = $3 \
               WHERE sender_id = $1 AND receiver_id = $2 AND state = 'held'";
    tx.exec(sql, params![sender, receiver, now]).await.map(drop)
}

/// First letters of a sender since a moment.
pub async fn count_since(tx: &mut Tx, sender: &str, since: At) -> Result<i64> {
    let sql = "SELECT COUNT(*) FROM letters WHERE sender_id = $1 AND sent_at > $2";
    tx.one(sql, params![sender, since], |row| row.get(0)).await
}

/// The same, outside a transaction, for a page.
pub async fn count(db: &Db, sender: &str, since: At) -> Result<i64> {
    let sql = "SELECT COUNT(*) FROM letters WHERE sender_id = $1 AND sent_at > $2";
    db.one(sql, params![sender, since], |row| row.get(0)).await
}

/// The letter between two that is under way: accepted, or written to `receiver` within the time it is held, whatever
/// became of it, or waiting for `sender` from the other side.
pub async fn between(db: &Db, sender: &str, receiver: &str, now: At) -> Result<Option<Letter>> {
    db.opt(&between_sql(), params![sender, receiver, now.plus(-HELD)], read).await
}

/// The same in a transaction.
pub async fn between_in(tx: &mut Tx, sender: &str, receiver: &str, now: At) -> Result<Option<Letter>> {
    tx.opt(&between_sql(), params![sender, receiver, now.plus(-HELD)], read).await
}

fn between_sql() -> String {
    format!(
        "SELECT {COLUMNS} FROM letters l WHERE (l.sender_id = $1 AND l.receiver_id = $2 AND (l.state = 'accepted' OR l.sent_at > $3)) \
         OR (l.sender_id = $2 AND l.receiver_id = $1 AND (l.state = 'accepted' OR (l.state = 'held' AND l.sent_at > $3))) \
         ORDER BY CASE WHEN l.state = 'accepted' THEN 0 WHEN l.sender_id = $2 THEN 1 ELSE 2 END, l.sent_at DESC, l.id LIMIT 1"
    )
}

/// Letters that wait for these receivers, the oldest first.
pub async fn held(db: &Db, person: &str, receivers: &[String], now: At) -> Result<Vec<Letter>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM letters l WHERE l.receiver_id IN ({}) AND l.state = 'held' AND l.sent_at > $1 \
         AND l.sender_id <> $2 ORDER BY l.sent_at, l.id LIMIT {PAGE}",
        marks(2, receivers.len())
    );
    let mut all: Vec<Value> = vec![now.plus(-HELD).into(), person.into()];
    all.extend(values(receivers));
    db.all(&sql, &all, read).await
}

/// Conversations of somebody and of the organisations they speak for, the latest first, without those whom their own side
/// has blocked.
pub async fn open(db: &Db, person: &str, sides: &[String]) -> Result<Vec<Letter>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM letters l WHERE l.state = 'accepted' AND (\
         (l.sender_id = $1 AND NOT EXISTS (SELECT 1 FROM blocks b WHERE b.blocker_id = l.sender_id AND b.blocked_id = l.receiver_id)) \
         OR (l.receiver_id IN ({}) AND l.sender_id <> $1 AND NOT EXISTS \
         (SELECT 1 FROM blocks b WHERE b.blocker_id = l.receiver_id AND b.blocked_id = l.sender_id))) \
         ORDER BY l.moved_at DESC, l.id LIMIT {PAGE}",
        marks(1, sides.len())
    );
    let mut all: Vec<Value> = vec![person.into()];
    all.extend(values(sides));
    db.all(&sql, &all, read).await
}

/// What somebody has written that nobody has accepted, the latest first.
pub async fn sent(db: &Db, person: &str, now: At) -> Result<Vec<Letter>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM letters l WHERE l.sender_id = $1 AND l.sent_at > $2 AND l.state <> 'accepted' \
         ORDER BY l.sent_at DESC, l.id LIMIT {PAGE}"
    );
    db.all(&sql, params![person, now.plus(-HELD)], read).await
}

/// Lets go of letters that nobody accepted in their time and of conversations in which nothing was said since `quiet`.
pub async fn sweep(tx: &mut Tx, unanswered: At, quiet: At) -> Result<()> {
    tx.exec("DELETE FROM letters WHERE state <> 'accepted' AND sent_at <= $1", params![unanswered]).await?;
    tx.exec("DELETE FROM letters WHERE state = 'accepted' AND moved_at <= $1", params![quiet]).await?;
    let sql = "UPDATE letters SET words = '' WHERE state = 'accepted' AND sent_at <= $1 AND words <> ''";
    tx.exec(sql, params![quiet]).await.map(drop)
}
