//! The table `tellings`.

use db::{Db, Result, Row, Tx, json, params, text};

use super::word;
use crate::telling::{Telling, TellingState};

const COLUMNS: &str = "story_id, lang, state, content, of_edition, of_root, shown, updated_at";
/// Languages of one story.
pub const MOST: i64 = 20;

fn read(row: &mut Row) -> Result<Telling> {
    Ok(Telling {
        story: row.get(0)?,
        lang: row.get(1)?,
        state: word(TellingState::from_code(&row.get::<String>(2)?), "state")?,
        content: json(&row.get::<String>(3)?)?,
        of_edition: row.get(4)?,
        of_root: row.get(5)?,
        shown: row.get(6)?,
        updated_at: row.get(7)?,
    })
}

/// Writes a telling, new or not.
pub async fn put(tx: &mut Tx, telling: &Telling) -> Result<()> {
    let sql = format!(
        "INSERT INTO tellings ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (story_id, lang) DO UPDATE \
         SET state = excluded.state, content = excluded.content, of_edition = excluded.of_edition, \
         of_root = excluded.of_root, shown = excluded.shown, updated_at = excluded.updated_at"
    );
    let Telling { story, lang, state, content, of_edition, of_root, shown, updated_at } = telling;
    let values = params![story, lang, state.code(), text(content)?, of_edition, of_root, shown, *updated_at];
    tx.exec(&sql, values).await.map(drop)
}

pub async fn delete(tx: &mut Tx, story: &str, lang: &str) -> Result<()> {
    tx.exec("DELETE FROM tellings WHERE story_id = $1 AND lang = $2", params![story, lang]).await.map(drop)
}

fn of_story() -> String {
    format!(
        "SELECT {COLUMNS} FROM tellings WHERE story_id = $1 ORDER BY CASE WHEN state = 'original' THEN 0 ELSE 1 END, lang LIMIT {MOST}"
    )
}

/// A story in every language, the original first.
pub async fn list(db: &Db, story: &str) -> Result<Vec<Telling>> {
    db.all(&of_story(), params![story], read).await
}

pub async fn list_in(tx: &mut Tx, story: &str) -> Result<Vec<Telling>> {
    tx.all(&of_story(), params![story], read).await
}

/// A story in the language it was told in.
pub async fn original(db: &Db, story: &str) -> Result<Option<Telling>> {
    Ok(list(db, story).await?.into_iter().find(Telling::is_original))
}

pub async fn original_in(tx: &mut Tx, story: &str) -> Result<Option<Telling>> {
    Ok(list_in(tx, story).await?.into_iter().find(Telling::is_original))
}

pub async fn find(db: &Db, story: &str, lang: &str) -> Result<Option<Telling>> {
    let sql = format!("SELECT {COLUMNS} FROM tellings WHERE story_id = $1 AND lang = $2");
    db.opt(&sql, params![story, lang], read).await
}

/// Notes which translations of a story wait for somebody: those that nobody has read beside the original, and those whose
/// original has moved on. To be done whenever either changes.
pub(super) async fn mark_waiting(tx: &mut Tx, story: &str) -> Result<()> {
    let sql = "UPDATE tellings SET waits = state = 'draft' OR (state = 'reviewed' AND EXISTS (SELECT 1 FROM stories s \
               WHERE s.id = tellings.story_id AND s.edition <> '' AND s.edition <> tellings.of_edition)) WHERE story_id = $1";
    tx.exec(sql, params![story]).await.map(drop)
}

/// A translation that wants somebody: its story and language, and whether it is stale.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    pub story: String,
    pub title: String,
    pub lang: String,
    pub stale: bool,
}

/// Translations that wait for somebody, the oldest first.
pub async fn waiting(db: &Db) -> Result<Vec<Waiting>> {
    let sql = "SELECT t.story_id, s.title, t.lang, t.of_edition, s.edition FROM tellings t JOIN stories s ON s.id = t.story_id \
               WHERE t.waits = TRUE ORDER BY t.updated_at, t.story_id, t.lang LIMIT 100";
    db.all(sql, &[], |row| {
        let (of, is): (String, String) = (row.get(3)?, row.get(4)?);
        Ok(Waiting { story: row.get(0)?, title: row.get(1)?, lang: row.get(2)?, stale: !is.is_empty() && of != is })
    })
    .await
}
