//! The table `editions`.

use std::collections::HashMap;

use basics::At;
use db::{Db, Result, Row, Tx, json, marks, params, text, values};

use super::AT_ONCE;
use crate::{Content, Edition, Piece};

const COLUMNS: &str = "e.story_id, e.hash, e.lang, e.root, e.content, e.words, e.made_at";
/// What is shown of stories, in every language: of each telling the edition that is public, while it says what was agreed to.
const SHOWN: &str = "FROM tellings t JOIN stories s ON s.id = t.story_id \
    JOIN editions e ON e.story_id = t.story_id AND e.hash = t.shown AND e.root = s.root WHERE t.shown <> '' AND t.story_id";

fn read(row: &mut Row) -> Result<Edition> {
    Ok(Edition {
        story: row.get(0)?,
        hash: row.get(1)?,
        lang: row.get(2)?,
        root: row.get(3)?,
        content: json::<Content>(&row.get::<String>(4)?)?,
        words: row.get::<i64>(5)?.unsigned_abs(),
        made_at: row.get(6)?,
    })
}

/// Keeps an edition; the same again changes nothing but its root.
pub async fn put(tx: &mut Tx, edition: &Edition) -> Result<()> {
    let sql = "INSERT INTO editions (story_id, hash, lang, root, title, lede, lead, content, words, made_at) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (story_id, hash) DO UPDATE SET root = excluded.root";
    let Edition { story, hash, lang, root, content, words, made_at } = edition;
    let values = params![
        story,
        hash,
        lang,
        root,
        &content.title,
        &content.lede,
        text(&content.lead())?,
        text(content)?,
        words.cast_signed(),
        *made_at
    ];
    tx.exec(sql, values).await.map(drop)
}

fn by_hash() -> String {
    format!("SELECT {COLUMNS} FROM editions e WHERE e.story_id = $1 AND e.hash = $2")
}

pub async fn find(db: &Db, story: &str, hash: &str) -> Result<Option<Edition>> {
    db.opt(&by_hash(), params![story, hash], read).await
}

pub async fn find_in(tx: &mut Tx, story: &str, hash: &str) -> Result<Option<Edition>> {
    tx.opt(&by_hash(), params![story, hash], read).await
}

/// Editions of a story by their hashes (at most 200), the first made first.
pub(crate) async fn some(db: &Db, story: &str, hashes: &[&str]) -> Result<Vec<Edition>> {
    if hashes.is_empty() {
        return Ok(Vec::new());
    }
    let hashes = &hashes[..hashes.len().min(200)];
    let sql = format!(
        "SELECT {COLUMNS} FROM editions e WHERE e.story_id = $1 AND e.hash IN ({}) ORDER BY e.made_at, e.hash LIMIT 200",
        marks(1, hashes.len())
    );
    let all: Vec<_> = std::iter::once(story.into()).chain(values(hashes)).collect();
    db.all(&sql, &all, read).await
}

/// What the public may read of these stories, in every language, by story; a translation only while it says what was
/// agreed to. Whether the story may appear at all is not asked here.
pub(crate) async fn shown(db: &Db, stories: &[&str]) -> Result<HashMap<String, Vec<Edition>>> {
    let mut found: HashMap<String, Vec<Edition>> = HashMap::new();
    for stories in stories.chunks(AT_ONCE) {
        let sql =
            format!("SELECT {COLUMNS} {SHOWN} IN ({}) ORDER BY e.story_id, e.lang LIMIT 2000", marks(0, stories.len()));
        for edition in db.all(&sql, &values(stories), read).await? {
            found.entry(edition.story.clone()).or_default().push(edition);
        }
    }
    Ok(found)
}

/// The same within a transaction, for one story.
pub(super) async fn shown_in(tx: &mut Tx, story: &str) -> Result<Vec<Edition>> {
    let sql = format!("SELECT {COLUMNS} {SHOWN} = $1 ORDER BY e.lang LIMIT 20");
    tx.all(&sql, params![story], read).await
}

/// What every edition of a story says.
pub(super) async fn contents_in(tx: &mut Tx, story: &str) -> Result<Vec<Content>> {
    let sql = "SELECT content FROM editions WHERE story_id = $1 ORDER BY made_at DESC, hash LIMIT 200";
    tx.all(sql, params![story], |row| json(&row.get::<String>(0)?)).await
}

/// A story in one language as lists show it.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub story: String,
    pub lang: String,
    pub title: String,
    pub lede: String,
    pub lead: Option<Piece>,
    pub words: u64,
}

/// The same as [`shown`], without the texts, by story.
pub(crate) async fn lines(db: &Db, stories: &[&str]) -> Result<HashMap<String, Vec<Line>>> {
    let mut found: HashMap<String, Vec<Line>> = HashMap::new();
    for stories in stories.chunks(AT_ONCE) {
        let sql = format!(
            "SELECT e.story_id, e.lang, e.title, e.lede, e.lead, e.words {SHOWN} IN ({}) ORDER BY e.story_id, e.lang LIMIT 2000",
            marks(0, stories.len())
        );
        let read = |row: &mut Row| {
            let (story, lang, title, lede) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
            let (lead, words) = (json(&row.get::<String>(4)?)?, row.get::<i64>(5)?.unsigned_abs());
            Ok(Line { story, lang, title, lede, lead, words })
        };
        for line in db.all(&sql, &values(stories), read).await? {
            found.entry(line.story.clone()).or_default().push(line);
        }
    }
    Ok(found)
}

/// Of which original edition the translations shown were made: story, language, edition.
pub(crate) async fn made_from(db: &Db, story: &str) -> Result<Vec<(String, String)>> {
    let sql = "SELECT lang, of_edition FROM tellings WHERE story_id = $1 AND shown <> '' LIMIT 20";
    db.all(sql, params![story], |row| Ok((row.get(0)?, row.get(1)?))).await
}

/// All editions of a story by time, without what they say: hash, language, root, when.
pub async fn history(db: &Db, story: &str) -> Result<Vec<(String, String, String, At)>> {
    let sql =
        "SELECT hash, lang, root, made_at FROM editions WHERE story_id = $1 ORDER BY made_at DESC, hash LIMIT 100";
    db.all(sql, params![story], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))).await
}

/// Lets go of all editions of a story.
pub async fn delete_all(tx: &mut Tx, story: &str) -> Result<()> {
    tx.exec("DELETE FROM editions WHERE story_id = $1", params![story]).await.map(drop)
}

/// Every picture and recording of a story, of what is worked on and of all its editions.
pub async fn pieces(db: &Db, story: &str) -> Result<Vec<Piece>> {
    let sql = "SELECT content FROM tellings WHERE story_id = $1 UNION ALL SELECT content FROM editions WHERE story_id = $1 LIMIT 200";
    let contents = db.all(sql, params![story], |row| json::<Content>(&row.get::<String>(0)?)).await?;
    Ok(contents.into_iter().flat_map(|content| content.pieces).collect())
}
