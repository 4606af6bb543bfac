//! The table `stories`.

use basics::slug;
use db::{Db, Result, Row, Tx, marks, params, text, values};
use serde_json::{Map, Value};

use super::word;
use crate::{
    Form, Story, Theme, Told,
    state::{Stage, Standing},
};

pub(super) const COLUMNS: &str = "s.id, s.slug, s.form, s.stage, s.standing, s.lang, s.theme, s.title, s.told, s.edition, \
    s.root, s.next_edition, s.next_root, s.cooling_until, s.published_at, s.series_id, s.series_place, s.created_at, s.updated_at";
/// Stories on one page of a desk.
const PAGE: i64 = 100;

pub(super) fn read(row: &mut Row) -> Result<Story> {
    let (series, place): (Option<String>, i64) = (row.get(15)?, row.get(16)?);
    Ok(Story {
        id: row.get(0)?,
        slug: row.get(1)?,
        form: word(Form::from_code(&row.get::<String>(2)?), "form")?,
        stage: word(Stage::from_code(&row.get::<String>(3)?), "stage")?,
        standing: word(Standing::from_code(&row.get::<String>(4)?), "standing")?,
        lang: row.get(5)?,
        theme: Theme::from_code(&row.get::<String>(6)?),
        title: row.get(7)?,
        told: word(Told::from_code(&row.get::<String>(8)?), "told")?,
        edition: row.get(9)?,
        root: row.get(10)?,
        next_edition: row.get(11)?,
        next_root: row.get(12)?,
        cooling_until: row.get(13)?,
        published_at: row.get(14)?,
        series: series.map(|series| (series, place)),
        created_at: row.get(17)?,
        updated_at: row.get(18)?,
    })
}

/// `kept`: what an import brought, an empty object otherwise.
pub async fn insert(tx: &mut Tx, story: &Story, kept: &Map<String, Value>) -> Result<()> {
    let sql = "INSERT INTO stories (id, slug, form, stage, standing, lang, theme, title, told, edition, root, next_edition, \
               next_root, cooling_until, published_at, series_id, series_place, kept, created_at, updated_at) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)";
    let values = params![
        &story.id,
        &story.slug,
        story.form.code(),
        story.stage.code(),
        story.standing.code(),
        &story.lang,
        story.theme.map_or("", Theme::code),
        &story.title,
        story.told.code(),
        &story.edition,
        &story.root,
        &story.next_edition,
        &story.next_root,
        story.cooling_until,
        story.published_at,
        story.series.as_ref().map(|(series, _)| series.as_str()),
        story.series.as_ref().map_or(0, |(_, place)| *place),
        text(kept)?,
        story.created_at,
        story.updated_at
    ];
    tx.exec(sql, values).await.map(drop)
}

pub async fn update(tx: &mut Tx, story: &Story) -> Result<()> {
    let sql = "UPDATE stories SET slug = $2, form = $3, stage = $4, standing = $5, lang = $6, theme = $7, title = $8, \
               edition = $9, root = $10, next_edition = $11, next_root = $12, cooling_until = $13, published_at = $14, \
               series_id = $15, series_place = $16, updated_at = $17 WHERE id = $1";
    let values = params![
        &story.id,
        &story.slug,
        story.form.code(),
        story.stage.code(),
        story.standing.code(),
        &story.lang,
        story.theme.map_or("", Theme::code),
        &story.title,
        &story.edition,
        &story.root,
        &story.next_edition,
        &story.next_root,
        story.cooling_until,
        story.published_at,
        story.series.as_ref().map(|(series, _)| series.as_str()),
        story.series.as_ref().map_or(0, |(_, place)| *place),
        story.updated_at
    ];
    tx.exec(sql, values).await.map(drop)
}

pub async fn find(db: &Db, id: &str) -> Result<Option<Story>> {
    db.opt(&format!("SELECT {COLUMNS} FROM stories s WHERE s.id = $1"), params![id], read).await
}

pub async fn find_by_slug(db: &Db, slug: &str) -> Result<Option<Story>> {
    db.opt(&format!("SELECT {COLUMNS} FROM stories s WHERE s.slug = $1"), params![slug], read).await
}

pub(super) async fn find_in(tx: &mut Tx, id: &str) -> Result<Option<Story>> {
    tx.opt(&format!("SELECT {COLUMNS} FROM stories s WHERE s.id = $1"), params![id], read).await
}

/// What an import brought of a story.
pub async fn kept(db: &Db, id: &str) -> Result<Map<String, Value>> {
    db::json(&db.one("SELECT kept FROM stories WHERE id = $1", params![id], |row| row.get::<String>(0)).await?)
}

/// The same, replaced.
pub async fn keep(tx: &mut Tx, id: &str, kept: &Map<String, Value>) -> Result<()> {
    tx.exec("UPDATE stories SET kept = $2 WHERE id = $1", params![id, text(kept)?]).await.map(drop)
}

/// Stories at a stage, the longest unmoved first; for the desk.
pub async fn at_stage(db: &Db, stage: Stage) -> Result<Vec<Story>> {
    let sql = format!("SELECT {COLUMNS} FROM stories s WHERE s.stage = $1 ORDER BY s.updated_at, s.id LIMIT {PAGE}");
    db.all(&sql, params![stage.code()], read).await
}

/// How many stories wait at a stage.
pub async fn count_at(db: &Db, stage: Stage) -> Result<u64> {
    let sql = "SELECT COUNT(*) FROM stories WHERE stage = $1";
    Ok(db.one(sql, params![stage.code()], |row| row.get::<i64>(0)).await?.unsigned_abs())
}

/// Stories that are or were public, by id, after `after`.
pub async fn out_after(db: &Db, after: &str, limit: i64) -> Result<Vec<Story>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM stories s WHERE s.id > $1 AND s.standing IN ('published', 'corrected') ORDER BY s.id LIMIT $2"
    );
    db.all(&sql, params![after, limit], read).await
}

/// All stories, by id, after `after`.
pub async fn list_after(db: &Db, after: &str, limit: i64) -> Result<Vec<Story>> {
    let sql = format!("SELECT {COLUMNS} FROM stories s WHERE s.id > $1 ORDER BY s.id LIMIT $2");
    db.all(&sql, params![after, limit], read).await
}

/// Stories whose time to think again is over, or about to be seen as such.
pub async fn cooled(db: &Db, now: basics::At) -> Result<Vec<String>> {
    let sql =
        "SELECT id FROM stories WHERE stage = 'cooling' AND cooling_until <= $1 ORDER BY updated_at, id LIMIT 500";
    db.all(sql, params![now], |row| row.get(0)).await
}

pub async fn delete(tx: &mut Tx, id: &str) -> Result<()> {
    tx.exec("DELETE FROM stories WHERE id = $1", params![id]).await.map(drop)
}

/// What else stands below `/stories/`.
const TAKEN: [&str; 6] = ["tell", "code", "series", "feed", "picture", "people"];

/// Notes that something was done to the story of this subject.
pub(crate) async fn touched_by(tx: &mut Tx, subject: &str, now: basics::At) -> Result<()> {
    let sql = "UPDATE stories SET updated_at = $2 WHERE id IN (SELECT story_id FROM subjects WHERE id = $1)";
    tx.exec(sql, params![subject, now]).await.map(drop)
}

/// Takes everything out of a story that a record of an export brings with it. Who took a copy away stays known.
pub(crate) async fn clear(tx: &mut Tx, id: &str) -> Result<()> {
    for table in ["tellings", "editions", "story_roles", "subjects", "story_corrections"] {
        tx.exec(&format!("DELETE FROM {table} WHERE story_id = $1"), params![id]).await?;
    }
    Ok(())
}

/// Stories that were withdrawn and not touched since `before`, and still have words.
pub(crate) async fn to_silence(db: &Db, before: basics::At) -> Result<Vec<String>> {
    let sql = "SELECT s.id FROM stories s WHERE s.standing = 'withdrawn' AND s.updated_at < $1 \
               AND EXISTS (SELECT 1 FROM tellings t WHERE t.story_id = s.id) ORDER BY s.id LIMIT 500";
    db.all(sql, params![before], |row| row.get(0)).await
}

/// Whether this can stand below `/stories/`: it has the shape of an address, and nothing else stands there.
pub(crate) fn is_address(slug: &str) -> bool {
    let letter = |c: char| c.is_ascii_digit() || (c.is_alphanumeric() && !c.is_uppercase()) || c == '-';
    (1..=80).contains(&slug.chars().count()) && slug.chars().all(letter) && !TAKEN.contains(&slug)
}

/// Whether another story has this address.
pub(crate) async fn is_taken(tx: &mut Tx, id: &str, slug: &str) -> Result<bool> {
    let sql = "SELECT 1 FROM stories WHERE slug = $1 AND id <> $2";
    Ok(tx.opt(sql, params![slug, id], |_| Ok(())).await?.is_some())
}

/// Stories of one title that are told apart by a number; more have their id in their address.
const NUMBERED: u32 = 100;

/// A free address for a title.
pub async fn free_slug(tx: &mut Tx, id: &str, title: &str) -> Result<String> {
    let wished = Some(slug(title)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| "story".to_owned());
    let numbered = (2..=NUMBERED).map(|number| format!("{wished}-{number}"));
    for slug in std::iter::once(wished.clone()).chain(numbered).filter(|slug| !TAKEN.contains(&slug.as_str())) {
        if !is_taken(tx, id, &slug).await? {
            return Ok(slug);
        }
    }
    Ok(format!("{wished}-{id}"))
}

/// Stories by id, in the order of `ids`; unknown ones are left out.
pub async fn list(db: &Db, ids: &[&str]) -> Result<Vec<Story>> {
    let mut found = std::collections::HashMap::with_capacity(ids.len());
    for ids in ids.chunks(super::AT_ONCE) {
        let sql = format!("SELECT {COLUMNS} FROM stories s WHERE s.id IN ({}) LIMIT 100", marks(0, ids.len()));
        for story in db.all(&sql, &values(ids), read).await? {
            found.insert(story.id.to_string(), story);
        }
    }
    Ok(ids.iter().filter_map(|id| found.remove(*id)).collect())
}

/// [`kept`] within a transaction.
pub(crate) async fn kept_in(tx: &mut Tx, id: &str) -> Result<Map<String, Value>> {
    db::json(&tx.one("SELECT kept FROM stories WHERE id = $1", params![id], |row| row.get::<String>(0)).await?)
}
