//! The table `story_roles`.

use db::{Db, Result, Row, Tx, marks, params, values};

use super::word;
use crate::role::{Part, Role};

const COLUMNS: &str = "id, person_id, role, lang, signed, since";
const MOST: i64 = 60;

fn read(row: &mut Row) -> Result<Role> {
    Ok(Role {
        id: row.get(0)?,
        person: row.get(1)?,
        part: word(Part::from_code(&row.get::<String>(2)?), "role")?,
        lang: row.get(3)?,
        signed: row.get(4)?,
        since: row.get(5)?,
    })
}

pub async fn insert(tx: &mut Tx, story: &str, role: &Role) -> Result<()> {
    let sql = format!("INSERT INTO story_roles ({COLUMNS}, story_id) VALUES ($1, $2, $3, $4, $5, $6, $7)");
    let Role { id, person, part, lang, signed, since } = role;
    tx.exec(&sql, params![id, person, part.code(), lang, signed, *since, story]).await.map(drop)
}

/// Notes which version somebody has signed.
pub async fn sign(tx: &mut Tx, role: &Role) -> Result<()> {
    tx.exec("UPDATE story_roles SET signed = $2 WHERE id = $1", params![&role.id, &role.signed]).await.map(drop)
}

pub async fn delete(tx: &mut Tx, role: &Role) -> Result<()> {
    tx.exec("DELETE FROM story_roles WHERE id = $1", params![&role.id]).await.map(drop)
}

pub(super) async fn list_in(tx: &mut Tx, story: &str) -> Result<Vec<Role>> {
    let sql = format!("SELECT {COLUMNS} FROM story_roles WHERE story_id = $1 ORDER BY since, id LIMIT {MOST}");
    tx.all(&sql, params![story], read).await
}

/// The roles of these stories, each with its story; at most 100 stories at a time.
pub(super) async fn list(db: &Db, stories: &[&str]) -> Result<Vec<(String, Role)>> {
    let sql = format!(
        "SELECT {COLUMNS}, story_id FROM story_roles WHERE story_id IN ({}) ORDER BY since, id LIMIT {}",
        marks(0, stories.len()),
        MOST * stories.len() as i64
    );
    db.all(&sql, &values(stories), |row| Ok((row.get(6)?, read(row)?))).await
}

/// Ids of the stories somebody works on, the latest moved first.
pub async fn stories_of(db: &Db, person: &str, part: Part) -> Result<Vec<String>> {
    let sql = "SELECT s.id FROM story_roles r JOIN stories s ON s.id = r.story_id WHERE r.person_id = $1 AND r.role = $2 \
               ORDER BY s.updated_at DESC, s.id LIMIT 100";
    db.all(sql, params![person, part.code()], |row| row.get(0)).await
}
