//! A page changed by those whose page it is.

use basics::At;
use db::{Result, Tx};

use super::{get_in, update};
use crate::Person;

/// Writes what somebody changed on their own page, or on the page of an organisation they keep. It is the newest word
/// from now on: no import overwrites it, and it counts as confirmed today. Lists, counts and the index follow.
///
/// `person` comes from [`get_in`] in the same transaction.
pub async fn edit(tx: &mut Tx, person: &mut Person, now: At) -> Result<()> {
    person.edited_at = Some(now);
    person.updated_at = now;
    person.confirmed_at = now;
    update(tx, person, "written", now).await
}

/// Notes that everything on a page is still right, and changes nothing else of it. Returns whether there is such a page.
pub async fn confirm(tx: &mut Tx, id: &str, now: At) -> Result<bool> {
    let Some(mut person) = get_in(tx, id).await? else { return Ok(false) };
    person.confirmed_at = now;
    update(tx, &person, "confirmed", now).await?;
    Ok(true)
}
