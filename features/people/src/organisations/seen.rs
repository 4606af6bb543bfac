//! An organisation's page as those see it who belong to it.

use web::{Cx, Result};

use crate::{Kind, Person, Seen, store};

/// This page as the viewer may see it: who keeps an organisation sees all of it in every state, its members what it
/// shows to those it has accepted, everybody else what its audiences say.
pub(crate) async fn seen(cx: &Cx, person: Person) -> Result<Option<Seen>> {
    let Some(signed) = cx.signed.as_ref().filter(|_| person.kind == Kind::Organisation) else {
        return Ok(person.seen_by(cx.viewer));
    };
    let standing = store::standing_in(&cx.portal.db, &signed.person, person.id.as_str()).await?;
    Ok(match standing {
        Some(standing) if standing.edits() => Some(person.seen_by_keepers()),
        Some(_) => {
            let viewer = cx.viewer.accepted_by(person.id.as_str());
            person.seen_by(viewer)
        }
        None => person.seen_by(cx.viewer),
    })
}
