//! Documents of collections that have no room yet: kept whole, shown to the operator only, given back unchanged.

use std::collections::HashMap;

use async_trait::async_trait;
use basics::{At, Audience, Id};
use db::{Db, Row, Tx, params};
use plugs::{Document, Given, Outcome, Portable, Taken};
use serde_json::{Map, Value};

use crate::{meaning, place::place, words};

/// The name under which this room writes down which pictures are needed.
const ROOM: &str = "held";

/// The room for what has none. A collection that gets a room of its own leaves this one.
pub struct Held;

/// A held document, as `dzaleka import --held` lists it.
#[derive(Clone, Debug, PartialEq)]
pub struct HeldRecord {
    pub id: String,
    pub collection: String,
    /// Where it was imported from, below the imported folder.
    pub path: String,
    pub slug: String,
    pub title: String,
    pub held_at: At,
}

/// Held documents by id, after `after`, at most `limit`; with the id to go on from.
pub async fn held(db: &Db, after: Option<&str>, limit: i64) -> anyhow::Result<(Vec<HeldRecord>, Option<String>)> {
    let sql = "SELECT id, collection, path, slug, title, created_at FROM held WHERE id > $1 ORDER BY id LIMIT $2";
    let records = db
        .all(sql, params![after.unwrap_or_default(), limit], |row| {
            let (id, collection, path) = (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok(HeldRecord { id, collection, path, slug: row.get(3)?, title: row.get(4)?, held_at: row.get(5)? })
        })
        .await?;
    let last = records.last().map(|record| record.id.clone());
    Ok((records, last))
}

/// Lets go of a document that a room takes over.
pub(crate) async fn remove(tx: &mut Tx, path: &str) -> db::Result<()> {
    let id: Option<String> = tx.opt("SELECT id FROM held WHERE path = $1", params![path], |row| row.get(0)).await?;
    if let Some(id) = id {
        tx.exec("DELETE FROM held WHERE id = $1", params![&id]).await?;
        media::shown(tx, ROOM, &id, &[]).await?;
    }
    Ok(())
}

/// Writes down that held documents need their pictures, for databases from before this was kept.
pub async fn follow_all(db: &Db) -> anyhow::Result<()> {
    let sql = "SELECT id, media FROM held WHERE id > $1 ORDER BY id LIMIT 200";
    let mut after = String::new();
    loop {
        let held: Vec<(String, String)> = db.all(sql, params![&after], |row| Ok((row.get(0)?, row.get(1)?))).await?;
        let Some((last, _)) = held.last() else { return Ok(()) };
        after.clone_from(last);
        let mut tx = db.begin().await?;
        for (id, pictures) in &held {
            follow(&mut tx, id, &serde_json::from_str::<Vec<_>>(pictures)?).await?;
        }
        tx.commit().await?;
    }
}

/// The pictures of a held document are needed, and seen by nobody.
async fn follow(tx: &mut Tx, id: &str, pictures: &[(String, String)]) -> db::Result<()> {
    let uses: Vec<_> = pictures.iter().map(|(_, hash)| (hash.as_str(), Some(Audience::OnlyMe))).collect();
    media::shown(tx, ROOM, id, &uses).await
}

#[async_trait]
impl Portable for Held {
    fn collections(&self) -> &'static [&'static str] {
        &words::COLLECTIONS
    }

    async fn take(&self, tx: &mut Tx, document: &mut Document, now: At) -> anyhow::Result<Taken> {
        let title = meaning::title(&document.public_fields).unwrap_or(&document.slug).to_owned();
        let id: String = tx
            .one(
                "INSERT INTO held (id, collection, path, slug, title, fields, body, media, created_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                 ON CONFLICT (path) DO UPDATE SET collection = excluded.collection, slug = excluded.slug,
                   title = excluded.title, fields = excluded.fields, body = excluded.body, media = excluded.media
                 RETURNING id",
                params![
                    &Id::<Held>::new(),
                    document.collection,
                    &document.path,
                    &document.slug,
                    title,
                    serde_json::to_string(&document.fields)?,
                    &document.body,
                    serde_json::to_string(&document.pictures)?,
                    now
                ],
                |row| row.get(0),
            )
            .await?;
        follow(tx, &id, &document.pictures).await?;
        Ok(Taken { outcome: Outcome::Held, subject: format!("held:{id}"), url: None, message: String::new() })
    }

    async fn give(&self, db: &Db, after: Option<&str>, limit: i64) -> anyhow::Result<(Vec<Given>, Option<String>)> {
        let sql = "SELECT id, collection, path, slug, fields, body, media FROM held WHERE id > $1 ORDER BY id LIMIT $2";
        let rows = db.all(sql, params![after.unwrap_or_default(), limit], Kept::read).await?;
        let last = rows.last().map(|kept| kept.id.clone());
        let given = rows.into_iter().map(Kept::given).collect::<anyhow::Result<_>>()?;
        Ok((given, last))
    }
}

struct Kept {
    id: String,
    collection: String,
    path: String,
    slug: String,
    fields: String,
    body: String,
    media: String,
}

impl Kept {
    fn read(row: &mut Row) -> db::Result<Self> {
        let (id, collection, path, slug) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        Ok(Self { id, collection, path, slug, fields: row.get(4)?, body: row.get(5)?, media: row.get(6)? })
    }

    fn given(self) -> anyhow::Result<Given> {
        let fields: Map<String, Value> = serde_json::from_str(&self.fields)?;
        let pictures: HashMap<String, String> = serde_json::from_str::<Vec<_>>(&self.media)?.into_iter().collect();
        let mut media: Vec<_> = pictures.into_iter().map(|(named, hash)| (hash, named)).collect();
        media.sort();
        Ok(Given { path: self.place(&fields), fields, body: self.body, media, files: Vec::new() })
    }

    /// The language stands in the path where only the path said it.
    fn place(&self, fields: &Map<String, Value>) -> String {
        let file = self.path.split('#').next().unwrap_or(&self.path);
        let lang = place("", file, None).lang.filter(|_| meaning::lang(&place("", "", None), fields).is_none());
        let lang = lang.map_or_else(String::new, |lang| format!("{lang}/"));
        let html = file.ends_with(".html") || file.ends_with(".htm");
        let ending = if html { "html" } else { "md" };
        format!("{}/{lang}{}.{ending}", self.collection, self.slug)
    }
}
