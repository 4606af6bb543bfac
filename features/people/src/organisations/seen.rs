//! An organisation's page as those see it who belong to it.

use basics::Viewer;
use web::{Cx, Result};

use crate::{Kind, Person, Seen, store};

/// With whose eyes the viewer looks at this page: who keeps an organisation sees all of it, its members what it shows to
/// those it has accepted, everybody else what its audiences say.
pub(crate) async fn eyes(cx: &Cx, id: &str, kind: Kind) -> Result<Viewer> {
    let Some(signed) = cx.signed.as_ref().filter(|_| kind == Kind::Organisation) else { return Ok(cx.viewer) };
    let standing = store::standing_in(&cx.portal.db, &signed.person, id).await?;
    Ok(match standing {
        Some(standing) if standing.edits() => Viewer::Operator,
        Some(_) => cx.viewer.accepted_by(id),
        None => cx.viewer,
    })
}

/// The page as it is seen with these [`eyes`]; its keepers see it in every state.
pub(crate) fn seen_with(eyes: Viewer, person: Person) -> Option<Seen> {
    match eyes {
        Viewer::Operator => Some(person.seen_by_keepers()),
        _ => person.seen_by(eyes),
    }
}
