//! Everything these tables hold of somebody, as they may read it.

use basics::At;
use db::{Db, Result, Row, Tx, params};
use serde_json::{Value as Json, json};

const MOST: i64 = 1000;

fn day(at: At) -> String {
    at.rfc3339()[..10].to_owned()
}

async fn rows(db: &Db, sql: &str, person: &str, read: impl Fn(&mut Row) -> Result<Json>) -> Result<Json> {
    Ok(db.all(&format!("{sql} LIMIT $2"), params![person, MOST], read).await?.into())
}

/// Stories somebody is in, and what of them is seen there.
pub async fn portrayed(db: &Db, person: &str) -> Result<Json> {
    let sql = "SELECT st.slug, st.title, st.stage, st.standing, s.called, s.face, s.named, s.located, s.minor, s.at_risk, \
               s.created_at, s.asked_at, c.made_at FROM subjects s JOIN stories st ON st.id = s.story_id \
               LEFT JOIN story_codes c ON c.subject_id = s.id WHERE s.person_id = $1 ORDER BY s.created_at, s.id";
    rows(db, sql, person, |row| {
        let (slug, title, stage, standing): (String, String, String, String) =
            (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        let (called, face, named, located): (String, bool, bool, bool) =
            (row.get(4)?, row.get(5)?, row.get(6)?, row.get(7)?);
        let (minor, at_risk, since, asked): (bool, bool, At, Option<At>) =
            (row.get(8)?, row.get(9)?, row.get(10)?, row.get(11)?);
        let code: Option<At> = row.get(12)?;
        Ok(json!({
            "story": slug, "title": title, "stage": stage, "standing": standing, "called": called, "face": face,
            "name": named, "place": located, "under_18": minor, "at_risk": at_risk, "since": day(since),
            "asked_on": asked.map(day), "paper_code_made_on": code.map(day),
        }))
    })
    .await
}

/// What somebody agreed to, and took back.
pub async fn agreed(db: &Db, person: &str) -> Result<Json> {
    let sql = "SELECT st.slug, c.used_for, c.root, c.lang, c.how, c.by_whom, c.given_at, c.ends_at, c.withdrawn_at \
               FROM consents c JOIN subjects s ON s.id = c.subject_id JOIN stories st ON st.id = s.story_id \
               WHERE s.person_id = $1 ORDER BY c.given_at, c.id";
    rows(db, sql, person, |row| {
        let (slug, used_for, root, lang): (String, String, String, String) =
            (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        let (how, by, given, ends): (String, String, At, At) = (row.get(4)?, row.get(5)?, row.get(6)?, row.get(7)?);
        let withdrawn: Option<At> = row.get(8)?;
        Ok(json!({
            "story": slug, "use": used_for, "version": root, "language": lang, "how": how, "by": by,
            "given_on": day(given), "ends_on": day(ends), "withdrawn_on": withdrawn.map(day),
        }))
    })
    .await
}

/// Stories somebody works on or has sent, and what those say that are theirs.
pub async fn worked_on(db: &Db, person: &str) -> Result<Json> {
    let sql = "SELECT st.slug, st.title, r.role, r.lang, r.since, CASE WHEN r.role IN ('author', 'translator') THEN t.content \
               ELSE '' END FROM story_roles r JOIN stories st ON st.id = r.story_id LEFT JOIN tellings t \
               ON t.story_id = st.id AND t.lang = CASE WHEN r.lang = '' THEN st.lang ELSE r.lang END \
               WHERE r.person_id = $1 ORDER BY r.since, r.id";
    rows(db, sql, person, |row| {
        let (slug, title, role, lang): (String, String, String, String) =
            (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        let (since, content): (At, Option<String>) = (row.get(4)?, row.get(5)?);
        let text =
            content.filter(|content| !content.is_empty()).map(|content| db::json::<Json>(&content)).transpose()?;
        Ok(json!({ "story": slug, "title": title, "part": role, "language": lang, "since": day(since), "text": text }))
    })
    .await
}

/// Ids of stories somebody has written or sent.
pub(crate) async fn authored(tx: &mut Tx, person: &str) -> Result<Vec<String>> {
    let sql = "SELECT story_id FROM story_roles WHERE person_id = $1 AND role = 'author' ORDER BY story_id LIMIT $2";
    tx.all(sql, params![person, MOST], |row| row.get(0)).await
}
