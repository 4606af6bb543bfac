//! The table `story_corrections`.

use basics::{At, Id};
use db::{Db, Result, Row, Tx, params};
use serde::{Deserialize, Serialize};

/// Something that was corrected, as readers are told. One that still has to be agreed to is kept with the moment 0.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Correction {
    pub lang: String,
    pub words: String,
    /// It changed what is said, and everybody in the story agreed to it.
    pub agreed_anew: bool,
    pub made_at: At,
}

pub async fn insert(tx: &mut Tx, story: &str, correction: &Correction) -> Result<()> {
    let sql = "INSERT INTO story_corrections (id, story_id, lang, words, agreed_anew, made_at) VALUES ($1, $2, $3, $4, $5, $6)";
    let Correction { lang, words, agreed_anew, made_at } = correction;
    tx.exec(sql, params![&Id::<Correction>::new(), story, lang, words, *agreed_anew, *made_at]).await.map(drop)
}

fn read(row: &mut Row) -> Result<Correction> {
    Ok(Correction { lang: row.get(0)?, words: row.get(1)?, agreed_anew: row.get(2)?, made_at: row.get(3)? })
}

/// What was corrected in a story, the latest first.
pub async fn list(db: &Db, story: &str) -> Result<Vec<Correction>> {
    let sql = "SELECT lang, words, agreed_anew, made_at FROM story_corrections WHERE story_id = $1 AND made_at > 0 \
               ORDER BY made_at DESC, id DESC LIMIT 50";
    db.all(sql, params![story], read).await
}

/// The same with what is still to be agreed to, for an export: the first made first.
pub(crate) async fn whole(db: &Db, story: &str) -> Result<Vec<Correction>> {
    let sql = "SELECT lang, words, agreed_anew, made_at FROM story_corrections WHERE story_id = $1 \
               ORDER BY made_at DESC, id DESC LIMIT 200";
    let mut all = db.all(sql, params![story], read).await?;
    all.reverse();
    Ok(all)
}

/// What a correction says that is still to be agreed to is public from now on.
pub(crate) async fn settle(tx: &mut Tx, story: &str, now: At) -> Result<()> {
    let sql = "UPDATE story_corrections SET made_at = $2 WHERE story_id = $1 AND made_at = 0";
    tx.exec(sql, params![story, now]).await.map(drop)
}

/// Forgets all of a story's.
pub(crate) async fn delete_all(tx: &mut Tx, story: &str) -> Result<()> {
    tx.exec("DELETE FROM story_corrections WHERE story_id = $1", params![story]).await.map(drop)
}

/// Forgets a correction that is still to be agreed to.
pub(crate) async fn forget(tx: &mut Tx, story: &str) -> Result<()> {
    tx.exec("DELETE FROM story_corrections WHERE story_id = $1 AND made_at = 0", params![story]).await.map(drop)
}
