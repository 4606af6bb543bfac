//! Who belongs to an organisation and how they stand, for those who keep it.

use std::cmp::Reverse;

use basics::{At, Audience};
use db::{Db, Result, Row, Tx, params};

use crate::{Standing, TOPIC};

/// Members looked at together: more than one page shows.
const MOST: i64 = 200;

/// Somebody who belongs to an organisation.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Member {
    pub person: String,
    pub role: String,
    pub standing: Standing,
    /// Who may see it if it is up to them.
    pub audience: Audience,
    /// Who may see it if it is up to the organisation.
    pub organisation_audience: Audience,
}

const COLUMNS: &str = "m.person_id, m.role, m.standing, m.audience, m.organisation_audience";

fn read(row: &mut Row) -> Result<Member> {
    Ok(Member {
        person: row.get(0)?,
        role: row.get(1)?,
        standing: Standing::from_code(&row.get::<String>(2)?).unwrap_or_default(),
        audience: row.get(3)?,
        organisation_audience: row.get(4)?,
    })
}

/// Everybody who belongs to an organisation, owners first.
pub(crate) async fn list(db: &Db, organisation: &str) -> Result<Vec<Member>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM memberships m WHERE m.organisation_id = $1 ORDER BY m.place, m.person_id LIMIT $2"
    );
    let mut members = db.all(&sql, params![organisation, MOST], read).await?;
    members.sort_by_key(|member| Reverse(member.standing));
    Ok(members)
}

pub(crate) async fn find(db: &Db, person: &str, organisation: &str) -> Result<Option<Member>> {
    let sql = format!("SELECT {COLUMNS} FROM memberships m WHERE m.person_id = $1 AND m.organisation_id = $2");
    db.opt(&sql, params![person, organisation], read).await
}

/// The same in a transaction.
pub(crate) async fn find_in(tx: &mut Tx, person: &str, organisation: &str) -> Result<Option<Member>> {
    let sql = format!("SELECT {COLUMNS} FROM memberships m WHERE m.person_id = $1 AND m.organisation_id = $2");
    tx.opt(&sql, params![person, organisation], read).await
}

/// Ids of the owners of an organisation.
pub(crate) async fn owners_in(tx: &mut Tx, organisation: &str) -> Result<Vec<String>> {
    let sql = "SELECT person_id FROM memberships WHERE organisation_id = $1 AND standing = 'owner' ORDER BY person_id LIMIT $2";
    tx.all(sql, params![organisation, MOST], |row| row.get(0)).await
}

pub(crate) async fn has_owner(db: &Db, organisation: &str) -> Result<bool> {
    let sql = "SELECT 1 FROM memberships WHERE organisation_id = $1 AND standing = 'owner' LIMIT 1";
    Ok(db.opt(sql, params![organisation], |_| Ok(())).await?.is_some())
}

/// How many organisations somebody owns.
pub(crate) async fn count_owned_in(tx: &mut Tx, person: &str) -> Result<i64> {
    let sql = "SELECT count(*) FROM memberships WHERE person_id = $1 AND standing = 'owner'";
    tx.one(sql, params![person], |row| row.get(0)).await
}

/// Organisations that somebody owns alone.
pub(crate) async fn owned_alone_in(tx: &mut Tx, person: &str) -> Result<Vec<String>> {
    let sql = "SELECT m.organisation_id FROM memberships m WHERE m.person_id = $1 AND m.standing = 'owner' AND NOT EXISTS \
               (SELECT 1 FROM memberships o WHERE o.organisation_id = m.organisation_id AND o.person_id <> $1) \
               ORDER BY m.organisation_id LIMIT $2";
    tx.all(sql, params![person, MOST], |row| row.get(0)).await
}

/// Organisations of somebody by id, with how they stand; those they run first.
pub(crate) async fn of(db: &Db, person: &str) -> Result<Vec<(String, Standing)>> {
    let sql = "SELECT organisation_id, standing FROM memberships WHERE person_id = $1 ORDER BY place, organisation_id LIMIT 100";
    let read = |row: &mut Row| Ok((row.get(0)?, Standing::from_code(&row.get::<String>(1)?).unwrap_or_default()));
    let mut found: Vec<(String, Standing)> = db.all(sql, params![person], read).await?;
    found.sort_by_key(|(_, standing)| Reverse(*standing));
    Ok(found)
}

/// Makes somebody belong to an organisation, or changes how. Both pages follow.
pub(crate) async fn put(tx: &mut Tx, organisation: &str, member: &Member, now: At) -> Result<()> {
    tx.exec(
        "INSERT INTO memberships (person_id, organisation_id, role, audience, place, standing, organisation_audience) \
         VALUES ($1, $2, $3, $4, 0, $5, $6) ON CONFLICT (person_id, organisation_id) \
         DO UPDATE SET role = $3, audience = $4, standing = $5, organisation_audience = $6",
        params![
            &member.person,
            organisation,
            &member.role,
            member.audience,
            member.standing.code(),
            member.organisation_audience
        ],
    )
    .await?;
    changes::announce_all(tx, TOPIC, &[organisation, &member.person], "written", now).await.map(drop)
}

/// Says how somebody stands who belongs to an organisation. Announcing is the caller's.
pub(crate) async fn set(
    tx: &mut Tx,
    person: &str,
    organisation: &str,
    standing: Standing,
    organisation_audience: Audience,
) -> Result<()> {
    let sql = "UPDATE memberships SET standing = $3, organisation_audience = $4 WHERE person_id = $1 AND organisation_id = $2";
    tx.exec(sql, params![person, organisation, standing.code(), organisation_audience]).await.map(drop)
}

/// Somebody does not belong to an organisation any more. Both pages follow. False when they did not before.
pub(crate) async fn remove(tx: &mut Tx, person: &str, organisation: &str, now: At) -> Result<bool> {
    let sql = "DELETE FROM memberships WHERE person_id = $1 AND organisation_id = $2";
    if tx.exec(sql, params![person, organisation]).await? == 0 {
        return Ok(false);
    }
    changes::announce_all(tx, TOPIC, &[organisation, person], "written", now).await?;
    Ok(true)
}
