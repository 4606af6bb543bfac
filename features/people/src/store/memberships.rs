//! The table `memberships`: who belongs to which organisation, as what, and who may see it.

use basics::{Audience, Id, Viewer};
use db::{Db, Result, Row, Tx, params};

use super::{COLUMNS, read_glance};
use crate::{Kind, Person, Seen, Standing};

/// Organisations a person belongs to with their role there, or the members of an organisation. Both sides have a say:
/// whoever looks at an organisation sees of its members what members show to all like them.
pub async fn memberships(db: &Db, of: &Id<Person>, kind: Kind, viewer: Viewer) -> Result<Vec<(Seen, String)>> {
    let (mine, other, reach) = match kind {
        Kind::Person => ("person_id", "organisation_id", viewer.reach_to(of.as_str())),
        Kind::Organisation => ("organisation_id", "person_id", viewer.reach()),
    };
    let own = viewer.is(of.as_str());
    let sql = format!(
        "SELECT {COLUMNS}, m.role FROM memberships m JOIN people p ON p.id = m.{other} \
         WHERE m.{mine} = $1 AND m.audience >= $2 AND ($3 OR m.organisation_audience >= $2) \
         AND p.state = 'released' AND p.protected_until IS NULL \
         ORDER BY m.place, p.handle LIMIT 40"
    );
    let read_member = |row: &mut Row| {
        let role = row.get(12)?;
        Ok(read_glance(row)?.listed_for(viewer).map(|seen| (seen, role)))
    };
    Ok(db.all(&sql, params![of, reach, own], read_member).await?.into_iter().flatten().collect())
}

/// How somebody stands in an organisation; nothing for who does not belong to it.
pub async fn standing_in(db: &Db, person: &str, organisation: &str) -> Result<Option<Standing>> {
    let found = db.opt(STANDING, params![person, organisation], |row| row.get::<String>(0)).await?;
    Ok(found.map(|code| Standing::from_code(&code).unwrap_or_default()))
}

/// The same in a transaction.
pub async fn standing_in_tx(tx: &mut Tx, person: &str, organisation: &str) -> Result<Option<Standing>> {
    let found = tx.opt(STANDING, params![person, organisation], |row| row.get::<String>(0)).await?;
    Ok(found.map(|code| Standing::from_code(&code).unwrap_or_default()))
}

const STANDING: &str = "SELECT standing FROM memberships WHERE person_id = $1 AND organisation_id = $2";

/// Makes a person a member of an organisation. Who belongs to it already keeps their standing.
pub async fn join(
    tx: &mut Tx,
    person: &Id<Person>,
    organisation: &Id<Person>,
    role: &str,
    audience: Audience,
    place: i64,
) -> Result<()> {
    tx.exec(
        "INSERT INTO memberships (person_id, organisation_id, role, audience, place) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (person_id, organisation_id) DO UPDATE SET role = $3, audience = $4, place = $5",
        params![person, organisation, role, audience, place],
    )
    .await?;
    Ok(())
}

/// Handles of the organisations of a person, with how they stand there and who may see it if it is up to the
/// organisation; for exports.
pub async fn standings_of(db: &Db, person: &Id<Person>) -> Result<Vec<(String, Standing, Audience)>> {
    let sql = "SELECT o.handle, m.standing, m.organisation_audience FROM memberships m JOIN people o ON o.id = m.organisation_id \
               WHERE m.person_id = $1 ORDER BY m.place, o.handle LIMIT 1000";
    db.all(sql, params![person], |row| {
        Ok((row.get(0)?, Standing::from_code(&row.get::<String>(1)?).unwrap_or_default(), row.get(2)?))
    })
    .await
}

/// Handles of the organisations of a person with role and audience, for exports and for the person.
pub async fn member_of(db: &Db, person: &Id<Person>) -> Result<Vec<(String, String, Audience)>> {
    let sql = "SELECT o.handle, m.role, m.audience FROM memberships m JOIN people o ON o.id = m.organisation_id \
               WHERE m.person_id = $1 ORDER BY m.place, o.handle LIMIT 1000";
    db.all(sql, params![person], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).await
}
