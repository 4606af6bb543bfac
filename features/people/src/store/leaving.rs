//! Somebody leaves for good.

use basics::{At, Id};
use db::{Result, Tx, params};

use super::uses;
use crate::{Person, TOPIC};

/// Ids of those whose pages show this person: organisations of a person, members of an organisation.
pub async fn beside(tx: &mut Tx, id: &Id<Person>) -> Result<Vec<String>> {
    tx.all(
        "SELECT organisation_id FROM memberships WHERE person_id = $1 UNION SELECT person_id FROM memberships WHERE organisation_id = $1 LIMIT 200",
        params![id],
        |row| row.get(0),
    )
    .await
}

/// Deletes a person with everything that hangs on them: terms, works, credits, memberships, uses of pictures. The index
/// and pages follow.
pub async fn delete(tx: &mut Tx, id: &Id<Person>, now: At) -> Result<()> {
    let beside = beside(tx, id).await?;
    for statement in [
        "DELETE FROM person_terms WHERE person_id = $1",
        "DELETE FROM credits WHERE person_id = $1",
        "DELETE FROM works WHERE person_id = $1",
        "DELETE FROM memberships WHERE person_id = $1 OR organisation_id = $1",
        "DELETE FROM people WHERE id = $1",
    ] {
        tx.exec(statement, params![id]).await?;
    }
    uses::forget(tx, id).await?;
    changes::announce(tx, TOPIC, id.as_str(), changes::ERASED, now).await?;
    let beside: Vec<&str> = beside.iter().map(String::as_str).collect();
    changes::announce_all(tx, TOPIC, &beside, "written", now).await?;
    Ok(())
}
