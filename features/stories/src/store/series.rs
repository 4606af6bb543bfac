//! The table `story_series`.

use std::collections::BTreeMap;

use basics::{At, Id, slug};
use db::{Db, Result, Row, Tx, json, params, text};
use serde::{Deserialize, Serialize};

/// Stories that belong together. Title and line by language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Series {
    #[serde(skip, default = "Id::new")]
    pub id: Id<Series>,
    pub slug: String,
    pub names: BTreeMap<String, Name>,
    pub created_at: At,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Name {
    pub title: String,
    pub line: String,
}

impl Series {
    /// What it is called in a language, or in the first it has a name in.
    pub fn name(&self, lang: &str) -> Name {
        self.names.get(lang).or_else(|| self.names.values().next()).cloned().unwrap_or_default()
    }
}

fn read(row: &mut Row) -> Result<Series> {
    Ok(Series { id: row.get(0)?, slug: row.get(1)?, names: json(&row.get::<String>(2)?)?, created_at: row.get(3)? })
}

const COLUMNS: &str = "id, slug, content, created_at";

/// Begins a series; its address comes from the title in its first language.
pub async fn insert(tx: &mut Tx, names: BTreeMap<String, Name>, now: At) -> Result<Series> {
    let title = names.values().next().map(|name| name.title.clone()).unwrap_or_default();
    let wished = Some(slug(&title)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| "series".to_owned());
    let taken = tx.opt("SELECT 1 FROM story_series WHERE slug = $1", params![&wished], |_| Ok(())).await?.is_some();
    let id = Id::new();
    let slug = if taken { format!("{wished}-{}", &id.as_str()[24..]) } else { wished };
    let series = Series { id, slug, names, created_at: now };
    write(tx, &series).await?;
    Ok(series)
}

async fn write(tx: &mut Tx, series: &Series) -> Result<()> {
    let sql = format!("INSERT INTO story_series ({COLUMNS}) VALUES ($1, $2, $3, $4)");
    tx.exec(&sql, params![&series.id, &series.slug, text(&series.names)?, series.created_at]).await.map(drop)
}

/// The series of an export: the one that has its address here, else itself. Its id.
pub(crate) async fn put_back(tx: &mut Tx, series: &Series) -> Result<String> {
    let sql = "SELECT id FROM story_series WHERE slug = $1";
    if let Some(known) = tx.opt(sql, params![&series.slug], |row| row.get(0)).await? {
        return Ok(known);
    }
    write(tx, series).await?;
    Ok(series.id.to_string())
}

pub async fn list(db: &Db) -> Result<Vec<Series>> {
    db.all(&format!("SELECT {COLUMNS} FROM story_series ORDER BY created_at DESC, id LIMIT 200"), &[], read).await
}

pub async fn find(db: &Db, id: &str) -> Result<Option<Series>> {
    db.opt(&format!("SELECT {COLUMNS} FROM story_series WHERE id = $1"), params![id], read).await
}

pub async fn find_by_slug(db: &Db, slug: &str) -> Result<Option<Series>> {
    db.opt(&format!("SELECT {COLUMNS} FROM story_series WHERE slug = $1"), params![slug], read).await
}
