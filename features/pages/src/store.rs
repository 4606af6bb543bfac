//! Every statement about pages.

use basics::{At, Audience};
use db::{Db, Error, Result, Row, Tx, params};

use crate::page::{Kept, Page, State};

/// Languages one slug can have.
const LANGS: i64 = 40;

const COLUMNS: &str = "id, slug, lang, state, title, fields, body, private_body, edited_at, created_at, updated_at";

/// The published texts with this slug, one for each language.
pub async fn list_by_slug(db: &Db, slug: &str) -> Result<Vec<Page>> {
    let sql = format!("SELECT {COLUMNS} FROM pages WHERE slug = $1 AND state = 'published' ORDER BY lang LIMIT $2");
    db.all(&sql, params![slug, LANGS], read).await
}

/// The page with this id, in any state.
pub async fn find(db: &Db, id: &str) -> Result<Option<Page>> {
    db.opt(&format!("SELECT {COLUMNS} FROM pages WHERE id = $1"), params![id], read).await
}

/// The same within a transaction.
pub async fn find_in(tx: &mut Tx, id: &str) -> Result<Option<Page>> {
    tx.opt(&format!("SELECT {COLUMNS} FROM pages WHERE id = $1"), params![id], read).await
}

/// Pages in every state, by id, after `after`.
pub async fn list(db: &Db, after: &str, limit: i64) -> Result<Vec<Page>> {
    let sql = format!("SELECT {COLUMNS} FROM pages WHERE id > $1 ORDER BY id LIMIT $2");
    db.all(&sql, params![after, limit], read).await
}

/// Published pages, newest first.
pub async fn newest(db: &Db, limit: i64) -> Result<Vec<Page>> {
    let sql =
        format!("SELECT {COLUMNS} FROM pages WHERE state = 'published' ORDER BY created_at DESC, id DESC LIMIT $1");
    db.all(&sql, params![limit], read).await
}

/// Slugs with a published text, in order, after `after`.
pub async fn slugs(db: &Db, after: &str, limit: i64) -> Result<Vec<String>> {
    let sql = "SELECT DISTINCT slug FROM pages WHERE slug > $1 AND state = 'published' ORDER BY slug LIMIT $2";
    db.all(sql, params![after, limit], |row| row.get(0)).await
}

pub async fn count_slugs(db: &Db) -> Result<i64> {
    db.one("SELECT COUNT(DISTINCT slug) FROM pages WHERE state = 'published'", &[], |row| row.get(0)).await
}

/// Whether a text with this slug and language is published.
pub async fn exists(db: &Db, slug: &str, lang: &str) -> Result<bool> {
    let sql = "SELECT id FROM pages WHERE slug = $1 AND lang = $2 AND state = 'published'";
    Ok(db.opt(sql, params![slug, lang], |row| row.get::<String>(0)).await?.is_some())
}

/// The id of the page with this slug and language, in any state.
pub async fn holder(tx: &mut Tx, slug: &str, lang: &str) -> Result<Option<String>> {
    tx.opt("SELECT id FROM pages WHERE slug = $1 AND lang = $2", params![slug, lang], |row| row.get(0)).await
}

/// Published pages that may name a picture so; the reader looks closer.
pub async fn naming(db: &Db, picture: &str) -> Result<Vec<Page>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM pages WHERE state = 'published' AND fields LIKE $1 ESCAPE '!' ORDER BY id LIMIT 20"
    );
    db.all(&sql, params![format!("%{}%", literally(picture))], read).await
}

/// The text as it stands inside JSON, and as LIKE takes it for itself.
fn literally(text: &str) -> String {
    let json = serde_json::Value::from(text).to_string();
    json[1..json.len() - 1].replace('!', "!!").replace('%', "!%").replace('_', "!_")
}

pub async fn insert(tx: &mut Tx, page: &Page) -> Result<()> {
    let sql = format!("INSERT INTO pages ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)");
    let Page { id, slug, lang, state, title, kept, body, private_body, edited_at, created_at, updated_at } =
        page.clone();
    let text = written(&kept)?;
    let values =
        params![&id, slug, lang, state.code(), title, text, body, private_body, edited_at, created_at, updated_at];
    tx.exec(&sql, values).await?;
    follow(tx, page).await
}

/// Writes everything but the id and the day it came.
pub async fn update(tx: &mut Tx, page: &Page) -> Result<()> {
    let sql = "UPDATE pages SET slug = $2, lang = $3, state = $4, title = $5, fields = $6, body = $7, private_body = $8, \
        edited_at = $9, updated_at = $10 WHERE id = $1";
    let Page { id, slug, lang, state, title, kept, body, private_body, edited_at, updated_at, .. } = page.clone();
    let kept = written(&kept)?;
    let values = params![&id, slug, lang, state.code(), title, kept, body, private_body, edited_at, updated_at];
    match tx.exec(sql, values).await? {
        0 => Err(Error::NoRow),
        _ => follow(tx, page).await,
    }
}

/// Writes down which pictures a page shows: everybody sees those of a published one.
async fn follow(tx: &mut Tx, page: &Page) -> Result<()> {
    let to = (page.state == State::Published).then_some(Audience::Everyone);
    let uses: Vec<_> = page.kept.pictures.iter().map(|(_, hash)| (hash.as_str(), to)).collect();
    media::shown(tx, "pages", page.id.as_str(), &uses).await
}

/// Writes down what every page shows, for databases from before this was kept.
pub async fn follow_all(db: &Db) -> Result<()> {
    let mut after = String::new();
    loop {
        let pages = list(db, &after, 200).await?;
        let Some(last) = pages.last() else { return Ok(()) };
        after = last.id.as_str().to_owned();
        let mut tx = db.begin().await?;
        for page in &pages {
            follow(&mut tx, page).await?;
        }
        tx.commit().await?;
    }
}

fn written(kept: &Kept) -> Result<String> {
    serde_json::to_string(kept).map_err(|error| Error::Other(error.to_string()))
}

fn read(row: &mut Row) -> Result<Page> {
    let kept: String = row.get(5)?;
    Ok(Page {
        id: row.get(0)?,
        slug: row.get(1)?,
        lang: row.get(2)?,
        state: State::from_code(&row.get::<String>(3)?),
        title: row.get(4)?,
        kept: serde_json::from_str(&kept).map_err(|_| Error::Column {
            column: 5,
            found: "something else",
            expected: "what came with a page",
        })?,
        body: row.get(6)?,
        private_body: row.get(7)?,
        edited_at: row.get::<Option<At>>(8)?,
        created_at: row.get(9)?,
        updated_at: row.get(10)?,
    })
}
