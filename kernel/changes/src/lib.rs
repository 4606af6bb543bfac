//! The change feed: what happened, in order. The one spine that everything derived follows.
//!
//! A change is announced inside the transaction that makes it. The counter row serialises those who announce, so the
//! order of numbers is the order of commits on both engines, and a reader that has seen `n` never misses an `n - 1`.

mod follow;
#[cfg(test)]
mod tests;

use basics::At;
use db::{Db, Result, Tx, Value, params};

pub use follow::{Position, follow};

/// The kind of a change after which nothing of its subject may be left: whoever keeps something made from it, as the
/// index does, writes that anew.
pub const ERASED: &str = "erased";

/// One thing that happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Position in the feed, from 1, without gaps.
    pub seq: i64,
    /// The room's noun: `people`, `pages` …
    pub topic: String,
    /// Id of what changed.
    pub subject: String,
    /// What happened to it: `written`, `released`, `hidden` …
    pub kind: String,
    pub changed_at: At,
}

/// Takes this transaction's turn among all that announce, until it ends. Taken before reading what is to be changed, it
/// makes both engines alike: nobody writes in between, and two that change the same things never wait for each other.
pub async fn take_turn(tx: &mut Tx) -> Result<()> {
    tx.exec("UPDATE change_counter SET last = last WHERE name = 'changes'", &[]).await.map(drop)
}

/// Announces that `subject` of `topic` was changed. Returns its position.
pub async fn announce(tx: &mut Tx, topic: &str, subject: &str, kind: &str, now: At) -> Result<i64> {
    announce_all(tx, topic, &[subject], kind, now).await
}

/// Rows of one statement; both engines take several thousand values.
const BATCH: usize = 100;

/// Announces several subjects at once. Returns the last position, 0 without any.
pub async fn announce_all(tx: &mut Tx, topic: &str, subjects: &[&str], kind: &str, now: At) -> Result<i64> {
    let mut last = 0;
    for subjects in subjects.chunks(BATCH) {
        last = tx
            .one(
                "UPDATE change_counter SET last = last + $1 WHERE name = 'changes' RETURNING last",
                params![subjects.len() as i64],
                |row| row.get::<i64>(0),
            )
            .await?;
        let first = last - subjects.len() as i64 + 1;
        let rows = (0..subjects.len()).map(|row| format!("(${}, $1, ${}, $2, $3)", 2 * row + 4, 2 * row + 5));
        let sql = format!(
            "INSERT INTO changes (seq, topic, subject, kind, changed_at) VALUES {}",
            rows.collect::<Vec<_>>().join(", ")
        );
        let mut values: Vec<Value> = vec![topic.into(), kind.into(), now.into()];
        for (seq, subject) in (first..).zip(subjects) {
            values.extend([seq.into(), (*subject).into()]);
        }
        tx.exec(&sql, &values).await?;
    }
    Ok(last)
}

/// Whether a subject was erased here, ever: the feed forgets nothing.
pub async fn is_erased(tx: &mut Tx, topic: &str, subject: &str) -> Result<bool> {
    // The kind stands in the text: only then both engines take the index that holds nothing else.
    let sql = "SELECT 1 FROM changes WHERE topic = $1 AND subject = $2 AND kind = 'erased' LIMIT 1";
    Ok(tx.opt(sql, params![topic, subject], |_| Ok(())).await?.is_some())
}

/// The last position of the feed.
pub async fn last(db: &Db) -> Result<i64> {
    db.one("SELECT last FROM change_counter WHERE name = 'changes'", &[], |row| row.get(0)).await
}

/// Tells every node to forget what it knew of sessions: one has ended, or somebody's standing has changed. Apart from
/// the feed, so that signing out does not make every kept page anew.
pub async fn recheck_sessions(tx: &mut Tx) -> Result<()> {
    tx.exec("UPDATE change_counter SET last = last + 1 WHERE name = 'sessions'", &[]).await.map(drop)
}

/// Where both counters stand.
async fn known(db: &Db) -> Result<follow::Known> {
    let rows = db
        .all("SELECT name, last FROM change_counter WHERE name IN ('changes', 'sessions') LIMIT 2", &[], |row| {
            Ok((row.get::<String>(0)?, row.get::<i64>(1)?))
        })
        .await?;
    Ok(rows.into_iter().fold(follow::Known::default(), |known, (name, last)| match name.as_str() {
        "changes" => follow::Known { feed: last, ..known },
        _ => follow::Known { sessions: last, ..known },
    }))
}

/// Changes after position `after`, oldest first, at most `limit`.
pub async fn since(db: &Db, after: i64, limit: i64) -> Result<Vec<Change>> {
    db.all(
        "SELECT seq, topic, subject, kind, changed_at FROM changes WHERE seq > $1 ORDER BY seq LIMIT $2",
        params![after, limit],
        |row| {
            Ok(Change {
                seq: row.get(0)?,
                topic: row.get(1)?,
                subject: row.get(2)?,
                kind: row.get(3)?,
                changed_at: row.get(4)?,
            })
        },
    )
    .await
}
