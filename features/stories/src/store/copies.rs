//! The table `story_copies`: who took a copy of a story away, to be told when it is withdrawn.

use basics::At;
use db::{Db, Result, Tx, marks, params, values};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Copy {
    /// How the reader names itself.
    pub reader: String,
    /// `feed` or `press`.
    pub kind: String,
    /// Where it can be told, when it said so.
    pub contact: String,
    pub taken_at: At,
    pub told_at: Option<At>,
}

/// Notes that a reader took these stories away. A reader that was told of a withdrawal and takes it again is told again.
pub async fn taken(db: &Db, stories: &[&str], reader: &str, kind: &str, contact: &str, now: At) -> Result<()> {
    if stories.is_empty() {
        return Ok(());
    }
    let sql = format!(
        "INSERT INTO story_copies (story_id, reader, kind, contact, taken_at) SELECT id, $1, $2, $3, $4 FROM stories \
         WHERE id IN ({}) ON CONFLICT (story_id, kind, reader) DO UPDATE \
         SET taken_at = excluded.taken_at, contact = excluded.contact, told_at = NULL",
        marks(4, stories.len())
    );
    let mut all = vec![reader.into(), kind.into(), contact.into(), now.into()];
    all.extend(values(stories));
    db.exec(&sql, &all).await.map(drop)
}

/// Who has a copy of a story.
pub async fn list(db: &Db, story: &str) -> Result<Vec<Copy>> {
    let sql = "SELECT reader, kind, contact, taken_at, told_at FROM story_copies WHERE story_id = $1 ORDER BY taken_at DESC, reader, kind LIMIT 200";
    db.all(sql, params![story], |row| {
        let (reader, kind, contact) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok(Copy { reader, kind, contact, taken_at: row.get(3)?, told_at: row.get(4)? })
    })
    .await
}

/// Notes a copy as an export knows it; what is known here of the same reader stays.
pub(crate) async fn put_back(tx: &mut Tx, story: &str, copy: &Copy) -> Result<()> {
    let sql = "INSERT INTO story_copies (story_id, reader, kind, contact, taken_at, told_at) VALUES ($1, $2, $3, $4, $5, $6) \
               ON CONFLICT (story_id, kind, reader) DO NOTHING";
    let Copy { reader, kind, contact, taken_at, told_at } = copy;
    tx.exec(sql, params![story, reader, kind, contact, *taken_at, *told_at]).await.map(drop)
}

/// Addresses of those who have a copy and were not told yet; from now on they were, and feeds tell the others.
pub(crate) async fn to_tell(tx: &mut Tx, story: &str, now: At) -> Result<Vec<String>> {
    let sql = "UPDATE story_copies SET told_at = $2 WHERE story_id = $1 AND told_at IS NULL RETURNING contact";
    let contacts: Vec<String> = tx.all(sql, params![story, now], |row| row.get(0)).await?;
    Ok(contacts.into_iter().filter(|contact| !contact.is_empty()).collect())
}
