//! Works that everybody may see, for lists of addresses.

use basics::{At, Audience, Id};
use db::{Db, Result, Row, json, params};
use serde::Deserialize;

use crate::{Kind, Work};

/// Whatever a stranger may open: the work, and the page it stands on. `$1` is the audience.
const PUBLIC: &str = "FROM works w JOIN people p ON p.id = w.person_id WHERE w.state = 'published' AND w.audience >= $1 \
                      AND p.state = 'released' AND p.protected_until IS NULL AND p.listed >= $1";

/// What a list of addresses says of a work.
pub(crate) struct Listed {
    pub id: Id<Work>,
    pub slug: String,
    pub title: String,
    pub kind: Kind,
    pub handle: String,
    /// When its maker's page changed last.
    pub changed_at: At,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Named {
    title: String,
}

/// In the order of their ids, after `after`.
pub(crate) async fn public_after(db: &Db, after: &str, limit: i64) -> Result<Vec<Listed>> {
    let sql = format!(
        "SELECT w.id, w.slug, w.content, p.kind, p.handle, p.updated_at {PUBLIC} AND w.id > $2 ORDER BY w.id LIMIT $3"
    );
    db.all(&sql, params![Audience::Everyone, after, limit], read).await
}

fn read(row: &mut Row) -> Result<Listed> {
    let named: Named = json(&row.get::<String>(2)?)?;
    let kind = Kind::from_code(&row.get::<String>(3)?);
    Ok(Listed {
        id: row.get(0)?,
        slug: row.get(1)?,
        title: named.title,
        kind,
        handle: row.get(4)?,
        changed_at: row.get(5)?,
    })
}

pub(crate) async fn count_public(db: &Db) -> Result<i64> {
    db.one(&format!("SELECT count(*) {PUBLIC}"), params![Audience::Everyone], |row| row.get(0)).await
}

/// Every `every`-th id: where parts of a sitemap begin.
pub(crate) async fn every_nth_public(db: &Db, every: i64) -> Result<Vec<String>> {
    let sql = format!(
        "SELECT id FROM (SELECT w.id AS id, row_number() OVER (ORDER BY w.id) AS n, count(*) OVER () AS of {PUBLIC}) \
         AS numbered WHERE n % $2 = 0 AND n < of ORDER BY id LIMIT 10000"
    );
    db.all(&sql, params![Audience::Everyone, every], |row| row.get(0)).await
}
