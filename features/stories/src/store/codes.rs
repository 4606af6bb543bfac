//! The table `story_codes`.

use basics::At;
use db::{Db, Result, Tx, params};

/// Gives somebody's paper a code; one they had counts no more. `digest` is all that is kept of it; `look` opens pictures.
pub async fn put(tx: &mut Tx, subject: &str, digest: &str, look: &str, now: At) -> Result<()> {
    tx.exec("DELETE FROM story_codes WHERE subject_id = $1", params![subject]).await?;
    let sql = "INSERT INTO story_codes (code, subject_id, look, made_at) VALUES ($1, $2, $3, $4)";
    tx.exec(sql, params![digest, subject, look, now]).await.map(drop)
}

/// Whose code this is: id of the subject, and what opens the pictures.
pub async fn find(db: &Db, digest: &str) -> Result<Option<(String, String)>> {
    let sql = "SELECT subject_id, look FROM story_codes WHERE code = $1";
    db.opt(sql, params![digest], |row| Ok((row.get(0)?, row.get(1)?))).await
}

/// Who may look at pictures with this: id of the subject.
pub async fn looks(db: &Db, look: &str) -> Result<Option<String>> {
    db.opt("SELECT subject_id FROM story_codes WHERE look = $1", params![look], |row| row.get(0)).await
}

/// The codes of a story's people: id of the subject, hash, and when it was made.
pub(crate) async fn of_story(db: &Db, story: &str) -> Result<Vec<(String, String, At)>> {
    let sql = "SELECT c.subject_id, c.code, c.made_at FROM story_codes c JOIN subjects s ON s.id = c.subject_id \
               WHERE s.story_id = $1 ORDER BY c.made_at, c.code LIMIT 100";
    db.all(sql, params![story], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).await
}

/// When the code on somebody's paper was made; `None` without one.
pub async fn made_at(db: &Db, subject: &str) -> Result<Option<At>> {
    db.opt("SELECT made_at FROM story_codes WHERE subject_id = $1", params![subject], |row| row.get(0)).await
}
