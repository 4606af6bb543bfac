//! Who belongs to an organisation: asked by an owner, agreed to by themselves. Nobody is listed without having agreed,
//! everybody may leave, and an organisation that has an owner keeps one.

use basics::{At, Audience};
use db::{Result, Tx};

use super::store::{
    claims,
    invitations::{self, Invitation},
    members::{self, Member},
};
use crate::{Standing, store};

/// An invitation can be accepted for so long.
pub(crate) const LASTS: i64 = 30 * At::DAY;
/// Invitations an organisation has out together.
const MOST: i64 = 20;

/// Why somebody cannot be invited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// They stand so, or higher, already.
    Already,
    /// They were asked within the last 30 days and have not said yes.
    Asked,
    /// Too many invitations are out.
    Limit,
}

/// Invites somebody, or offers a member a higher standing. `by`: the person who asks; nobody for the team.
pub(crate) async fn invite(
    tx: &mut Tx,
    wished: Invitation,
    by: Option<&str>,
    now: At,
) -> Result<std::result::Result<(), Refusal>> {
    changes::take_turn(tx).await?;
    let (organisation, person) = (wished.organisation.as_str(), wished.person.as_str());
    if store::standing_in_tx(tx, person, organisation).await? >= Some(wished.standing) {
        return Ok(Err(Refusal::Already));
    }
    // The team may ask again: it asks for those who have lost their organisation.
    if by.is_some() && invitations::find_in(tx, organisation, person, now).await?.is_some() {
        return Ok(Err(Refusal::Asked));
    }
    if invitations::count_in(tx, organisation, now).await? >= MOST {
        return Ok(Err(Refusal::Limit));
    }
    invitations::put(tx, &wished, by).await?;
    Ok(Ok(()))
}

/// Somebody says yes, and who may see it. Returns how they stand now; nothing when there is no such invitation.
pub(crate) async fn accept(
    tx: &mut Tx,
    organisation: &str,
    person: &str,
    audience: Audience,
    now: At,
) -> Result<Option<Standing>> {
    changes::take_turn(tx).await?;
    let found = invitations::find_in(tx, organisation, person, now).await?.filter(|found| !found.declined);
    let Some(invitation) = found else { return Ok(None) };
    invitations::delete(tx, organisation, person).await?;
    // An invitation from before does not take away what they are now.
    let standing = store::standing_in_tx(tx, person, organisation).await?.max(Some(invitation.standing));
    let standing = standing.unwrap_or_default();
    let organisation_audience = Audience::Everyone;
    let member = Member { person: person.to_owned(), role: invitation.role, standing, audience, organisation_audience };
    members::put(tx, organisation, &member, now).await?;
    if standing == Standing::Owner {
        claims::end_all(tx, organisation).await?;
        super::store::checks::begin(tx, organisation, now, now.plus(super::checks::EVERY)).await?;
    }
    Ok(Some(standing))
}

/// Why a membership stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Held {
    /// They are the only owner: it has to be passed on first.
    LastOwner,
    /// Not theirs to decide: an owner leaves of their own will.
    OwnersDecide,
    /// They do not belong to it.
    NotThere,
}

/// Somebody leaves.
pub(crate) async fn leave(
    tx: &mut Tx,
    organisation: &str,
    person: &str,
    now: At,
) -> Result<std::result::Result<(), Held>> {
    changes::take_turn(tx).await?;
    let owners = members::owners_in(tx, organisation).await?;
    if owners.len() == 1 && owners.iter().any(|owner| owner == person) {
        return Ok(Err(Held::LastOwner));
    }
    let gone = members::remove(tx, person, organisation, now).await?;
    Ok(if gone { Ok(()) } else { Err(Held::NotThere) })
}

/// An owner takes somebody out, or an invitation back. Owners are not taken out by other owners.
pub(crate) async fn take_out(
    tx: &mut Tx,
    organisation: &str,
    person: &str,
    now: At,
) -> Result<std::result::Result<(), Held>> {
    changes::take_turn(tx).await?;
    match store::standing_in_tx(tx, person, organisation).await? {
        Some(Standing::Owner) => Ok(Err(Held::OwnersDecide)),
        Some(_) => {
            members::remove(tx, person, organisation, now).await?;
            Ok(Ok(()))
        }
        None => Ok(Err(Held::NotThere)),
    }
}

/// What an owner changes of somebody's membership; a higher standing is offered by [`invite`].
pub(crate) async fn change(
    tx: &mut Tx,
    organisation: &str,
    wished: &Member,
    now: At,
) -> Result<std::result::Result<(), Held>> {
    changes::take_turn(tx).await?;
    match store::standing_in_tx(tx, &wished.person, organisation).await? {
        None => Ok(Err(Held::NotThere)),
        Some(standing) if standing != wished.standing && standing == Standing::Owner => Ok(Err(Held::OwnersDecide)),
        Some(standing) => {
            let standing = standing.min(wished.standing);
            members::put(tx, organisation, &Member { standing, ..wished.clone() }, now).await?;
            Ok(Ok(()))
        }
    }
}
