//! Every SQL statement about letters, by table.

pub(crate) mod belongings;
pub mod blocks;
pub mod letters;
pub mod replies;
pub mod reports;
pub mod settings;

use db::{Db, Result, params};

/// Organisations one person may speak for, at most.
const MOST: i64 = 100;

/// Whom somebody speaks for: themselves, and the organisations they own or edit.
pub async fn sides(db: &Db, person: &str) -> Result<Vec<String>> {
    let sql = "SELECT organisation_id FROM memberships WHERE person_id = $1 AND standing IN ('owner', 'editor') \
               ORDER BY organisation_id LIMIT $2";
    let mut sides = vec![person.to_owned()];
    sides.extend(db.all(sql, params![person, MOST], |row| row.get::<String>(0)).await?);
    Ok(sides)
}

/// Ids of the people who read what is written to somebody: they themselves, or owners and editors of an organisation. Only
/// who has an account in use.
pub async fn readers(db: &Db, receiver: &str) -> Result<Vec<String>> {
    let sql = "SELECT a.person_id FROM accounts a WHERE a.state = 'active' AND (a.person_id = $1 OR a.person_id IN \
               (SELECT m.person_id FROM memberships m WHERE m.organisation_id = $1 AND m.standing IN ('owner', 'editor'))) \
               ORDER BY a.person_id LIMIT $2";
    db.all(sql, params![receiver, MOST], |row| row.get(0)).await
}
