//! The table `letter_replies`.

use basics::{At, Id};
use db::{Db, Result, Row, Tx, params};

use crate::letter::Side;

/// Something said in a conversation.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    pub id: String,
    pub letter: String,
    pub side: Side,
    /// Id of the person who wrote it: for an organisation, one of its owners or editors.
    pub author: String,
    pub words: String,
    /// Nobody but its own side reads it.
    pub dropped: bool,
    pub sent_at: At,
}

const COLUMNS: &str = "id, letter_id, side, author_id, words, dropped, sent_at";
/// Replies that are shown, the latest of them.
const MOST: i64 = 200;

fn read(row: &mut Row) -> Result<Reply> {
    Ok(Reply {
        id: row.get(0)?,
        letter: row.get(1)?,
        side: Side::from_code(&row.get::<String>(2)?),
        author: row.get(3)?,
        words: row.get(4)?,
        dropped: row.get(5)?,
        sent_at: row.get(6)?,
    })
}

impl Reply {
    pub fn new(letter: &str, side: Side, author: &str, words: &str, now: At) -> Self {
        let (letter, author, words) = (letter.to_owned(), author.to_owned(), words.to_owned());
        Self { id: Id::<Self>::new().to_string(), letter, side, author, words, dropped: false, sent_at: now }
    }
}

pub async fn insert(tx: &mut Tx, reply: &Reply) -> Result<()> {
    tx.exec(
        "INSERT INTO letter_replies (id, letter_id, side, author_id, words, dropped, sent_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        params![&reply.id, &reply.letter, reply.side.code(), &reply.author, &reply.words, reply.dropped, reply.sent_at],
    )
    .await
    .map(drop)
}

pub async fn find(db: &Db, id: &str) -> Result<Option<Reply>> {
    db.opt(&format!("SELECT {COLUMNS} FROM letter_replies WHERE id = $1"), params![id], read).await
}

/// What one side can read, oldest first.
pub async fn list(db: &Db, letter: &str, side: Side) -> Result<Vec<Reply>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM letter_replies WHERE letter_id = $1 AND (NOT dropped OR side = $2) \
         ORDER BY sent_at DESC, id DESC LIMIT $3"
    );
    let mut replies = db.all(&sql, params![letter, side.code(), MOST], read).await?;
    replies.reverse();
    Ok(replies)
}

/// Lets go of what was said before `before`.
pub async fn sweep(tx: &mut Tx, before: At) -> Result<()> {
    tx.exec("DELETE FROM letter_replies WHERE sent_at <= $1", params![before]).await.map(drop)
}
