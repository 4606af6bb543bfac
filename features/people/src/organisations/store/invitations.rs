//! The table `organisation_invitations`.

use basics::At;
use db::{Db, Result, Row, Tx, params};

use crate::Standing;

/// An invitation that was not answered yet, or was declined.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Invitation {
    pub organisation: String,
    pub person: String,
    pub standing: Standing,
    pub role: String,
    pub invited_at: At,
    pub ends_at: At,
    /// Never shown to who asked.
    pub declined: bool,
}

const COLUMNS: &str = "organisation_id, person_id, standing, role, invited_at, ends_at, declined_at";

fn read(row: &mut Row) -> Result<Invitation> {
    Ok(Invitation {
        organisation: row.get(0)?,
        person: row.get(1)?,
        standing: Standing::from_code(&row.get::<String>(2)?).unwrap_or_default(),
        role: row.get(3)?,
        invited_at: row.get(4)?,
        ends_at: row.get(5)?,
        declined: row.get::<Option<At>>(6)?.is_some(),
    })
}

/// What somebody has been invited to and has not answered.
pub(crate) async fn open_for(db: &Db, person: &str, now: At) -> Result<Vec<Invitation>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM organisation_invitations WHERE person_id = $1 AND ends_at > $2 AND declined_at IS NULL \
         ORDER BY ends_at LIMIT 50"
    );
    db.all(&sql, params![person, now], read).await
}

/// Whom an organisation has invited, answered with no or not at all: it cannot tell which.
pub(crate) async fn sent_by(db: &Db, organisation: &str, now: At) -> Result<Vec<Invitation>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM organisation_invitations WHERE organisation_id = $1 AND ends_at > $2 ORDER BY ends_at LIMIT 100"
    );
    db.all(&sql, params![organisation, now], read).await
}

/// One that has not ended.
pub(crate) async fn find_in(tx: &mut Tx, organisation: &str, person: &str, now: At) -> Result<Option<Invitation>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM organisation_invitations WHERE organisation_id = $1 AND person_id = $2 AND ends_at > $3"
    );
    tx.opt(&sql, params![organisation, person, now], read).await
}

/// How many an organisation has out.
pub(crate) async fn count_in(tx: &mut Tx, organisation: &str, now: At) -> Result<i64> {
    let sql = "SELECT count(*) FROM organisation_invitations WHERE organisation_id = $1 AND ends_at > $2";
    tx.one(sql, params![organisation, now], |row| row.get(0)).await
}

pub(crate) async fn put(tx: &mut Tx, invitation: &Invitation, by: Option<&str>) -> Result<()> {
    tx.exec(
        "INSERT INTO organisation_invitations (organisation_id, person_id, standing, role, invited_by, invited_at, ends_at, declined_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, NULL) ON CONFLICT (organisation_id, person_id) \
         DO UPDATE SET standing = $3, role = $4, invited_by = $5, invited_at = $6, ends_at = $7, declined_at = NULL",
        params![
            &invitation.organisation,
            &invitation.person,
            invitation.standing.code(),
            &invitation.role,
            by.map(str::to_owned),
            invitation.invited_at,
            invitation.ends_at
        ],
    )
    .await
    .map(drop)
}

/// Notes a no.
pub(crate) async fn decline(tx: &mut Tx, organisation: &str, person: &str, now: At) -> Result<()> {
    let sql = "UPDATE organisation_invitations SET declined_at = $3 WHERE organisation_id = $1 AND person_id = $2";
    tx.exec(sql, params![organisation, person, now]).await.map(drop)
}

pub(crate) async fn delete(tx: &mut Tx, organisation: &str, person: &str) -> Result<()> {
    let sql = "DELETE FROM organisation_invitations WHERE organisation_id = $1 AND person_id = $2";
    tx.exec(sql, params![organisation, person]).await.map(drop)
}

/// Forgets invitations that ended before `before`.
pub(crate) async fn sweep(tx: &mut Tx, before: At) -> Result<u64> {
    tx.exec("DELETE FROM organisation_invitations WHERE ends_at < $1", params![before]).await
}
