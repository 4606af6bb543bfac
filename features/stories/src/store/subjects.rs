//! The table `subjects`.

use basics::At;
use db::{Db, Result, Row, Tx, marks, params, values};

use crate::Subject;

const COLUMNS: &str = "id, story_id, person_id, called, minor, at_risk, face, named, located, recognisable, cleared_at, \
    asked_at, created_at";
/// People in one story.
pub const MOST: i64 = 40;

fn read(row: &mut Row) -> Result<Subject> {
    Ok(Subject {
        id: row.get(0)?,
        story: row.get(1)?,
        person: row.get(2)?,
        called: row.get(3)?,
        minor: row.get(4)?,
        at_risk: row.get(5)?,
        face: row.get(6)?,
        named: row.get(7)?,
        located: row.get(8)?,
        recognisable: row.get(9)?,
        cleared_at: row.get(10)?,
        asked_at: row.get(11)?,
        created_at: row.get(12)?,
    })
}

pub async fn insert(tx: &mut Tx, subject: &Subject) -> Result<()> {
    let sql =
        format!("INSERT INTO subjects ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)");
    let Subject { id, story, person, called, minor, at_risk, .. } = subject;
    let Subject { face, named, located, recognisable, cleared_at, asked_at, created_at, .. } = subject;
    let values = params![
        id,
        story,
        person.as_deref(),
        called,
        *minor,
        *at_risk,
        *face,
        *named,
        *located,
        *recognisable,
        *cleared_at,
        *asked_at,
        *created_at
    ];
    tx.exec(&sql, values).await.map(drop)
}

pub async fn update(tx: &mut Tx, subject: &Subject) -> Result<()> {
    let sql = "UPDATE subjects SET person_id = $2, called = $3, minor = $4, at_risk = $5, face = $6, named = $7, \
               located = $8, recognisable = $9, cleared_at = $10, asked_at = $11 WHERE id = $1";
    let Subject {
        id, person, called, minor, at_risk, face, named, located, recognisable, cleared_at, asked_at, ..
    } = subject;
    let values = params![
        id,
        person.as_deref(),
        called,
        *minor,
        *at_risk,
        *face,
        *named,
        *located,
        *recognisable,
        *cleared_at,
        *asked_at
    ];
    tx.exec(sql, values).await.map(drop)
}

pub async fn delete(tx: &mut Tx, id: &str) -> Result<()> {
    tx.exec("DELETE FROM subjects WHERE id = $1", params![id]).await.map(drop)
}

pub(super) async fn list_in(tx: &mut Tx, story: &str) -> Result<Vec<Subject>> {
    let sql = format!("SELECT {COLUMNS} FROM subjects WHERE story_id = $1 ORDER BY created_at, id LIMIT {MOST}");
    tx.all(&sql, params![story], read).await
}

/// The people of these stories; at most 100 stories at a time.
pub(super) async fn list(db: &Db, stories: &[&str]) -> Result<Vec<Subject>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM subjects WHERE story_id IN ({}) ORDER BY story_id, created_at, id LIMIT {}",
        marks(0, stories.len()),
        MOST * stories.len() as i64
    );
    db.all(&sql, &values(stories), read).await
}

pub async fn find(db: &Db, id: &str) -> Result<Option<Subject>> {
    db.opt(&format!("SELECT {COLUMNS} FROM subjects WHERE id = $1"), params![id], read).await
}

/// What somebody with a page is in, the latest first.
pub async fn of_person(db: &Db, person: &str) -> Result<Vec<Subject>> {
    let sql = format!("SELECT {COLUMNS} FROM subjects WHERE person_id = $1 ORDER BY created_at DESC, id LIMIT 100");
    db.all(&sql, params![person], read).await
}

pub(crate) async fn of_person_in(tx: &mut Tx, person: &str) -> Result<Vec<Subject>> {
    let sql = format!("SELECT {COLUMNS} FROM subjects WHERE person_id = $1 ORDER BY created_at, id LIMIT 1000");
    tx.all(&sql, params![person], read).await
}

/// Forgets how a story called its people, and the codes on their papers.
pub(crate) async fn forget_names(tx: &mut Tx, story: &str) -> Result<()> {
    let sql = "DELETE FROM story_codes WHERE subject_id IN (SELECT id FROM subjects WHERE story_id = $1)";
    tx.exec(sql, params![story]).await?;
    tx.exec("UPDATE subjects SET called = '' WHERE story_id = $1", params![story]).await.map(drop)
}

/// Notes that somebody was asked whether the story may stay.
pub async fn asked(tx: &mut Tx, id: &str, now: At) -> Result<()> {
    tx.exec("UPDATE subjects SET asked_at = $2 WHERE id = $1", params![id, now]).await.map(drop)
}
