//! A member makes an organisation, and is its owner. Nothing of it is seen before its owner says so.

use accounts::Handle;
use basics::{At, Audience, Level, slug};
use db::{Result, Tx};
use serde_json::json;

use super::{
    checks::EVERY,
    store::{checks, members, members::Member},
};
use crate::{Fields, Kind, Person, Shown, Standing, State, TOPIC, store};

/// Organisations somebody may own, by how well they are known.
fn most(level: Level) -> i64 {
    match level {
        Level::Member => 1,
        Level::Vouched => 3,
        Level::Trusted => 10,
    }
}

/// Who makes what.
pub(crate) struct New<'a> {
    pub owner: &'a str,
    pub level: Level,
    pub minor: bool,
    pub name: &'a str,
    /// Empty to make it from the name.
    pub handle: &'a str,
    /// A code of the vocabulary.
    pub kind: &'a str,
    /// What the owner does there.
    pub role: &'a str,
}

/// Why it cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// Minors are protected, and an organisation is public.
    Minor,
    /// They own as many as they may.
    Limit(i64),
    /// The handle keeps no rule of handles.
    Handle,
    /// It is somebody's, or looks like somebody's.
    Taken,
}

/// Makes an organisation with its first owner. Announcing and the order of names are done here.
pub(crate) async fn create(tx: &mut Tx, new: &New<'_>, now: At) -> Result<std::result::Result<Person, Refusal>> {
    if new.minor {
        return Ok(Err(Refusal::Minor));
    }
    changes::take_turn(tx).await?;
    let most = most(new.level);
    if members::count_owned_in(tx, new.owner).await? >= most {
        return Ok(Err(Refusal::Limit(most)));
    }
    let handle = match handle(tx, new).await? {
        Ok(handle) => handle,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let mut organisation = Person::new(Kind::Organisation, handle.as_str(), said(new), now);
    organisation.state = State::Fresh;
    organisation.edited_at = Some(now);
    store::insert_keyed(tx, &organisation, &handle.key(), &json!({})).await?;
    changes::announce(tx, TOPIC, organisation.id.as_str(), "made", now).await?;
    let id = organisation.id.as_str();
    members::put(tx, id, &owner(new.owner, new.role), now).await?;
    checks::put(tx, id, now, now.plus(EVERY)).await?;
    Ok(Ok(organisation))
}

/// Somebody who owns it; beside whom they stand, they say themselves later.
pub(crate) fn owner(person: &str, role: &str) -> Member {
    Member {
        person: person.to_owned(),
        role: role.to_owned(),
        standing: Standing::Owner,
        audience: Audience::OnlyMe,
        organisation_audience: Audience::Everyone,
    }
}

fn said(new: &New<'_>) -> Fields {
    Fields {
        name: Some(Shown::to(Audience::OnlyMe, new.name.to_owned())),
        organisation_kind: Some(Shown::to(Audience::OnlyMe, new.kind.to_owned())),
        ..Fields::default()
    }
}

async fn handle(tx: &mut Tx, new: &New<'_>) -> Result<std::result::Result<Handle, Refusal>> {
    if !new.handle.is_empty() {
        let Ok(handle) = Handle::parse(new.handle) else { return Ok(Err(Refusal::Handle)) };
        let taken = store::taken(tx, handle.as_str(), &handle.key()).await?;
        return Ok(if taken { Err(Refusal::Taken) } else { Ok(handle) });
    }
    let wished: String = slug(new.name).chars().take(basics::limits::HANDLE).collect();
    let Ok(handle) = Handle::parse(wished.trim_matches('-')) else { return Ok(Err(Refusal::Handle)) };
    let mut free = handle.clone();
    let mut number = 1;
    while store::taken(tx, free.as_str(), &free.key()).await? {
        number += 1;
        free = handle.with_number(number);
    }
    Ok(Ok(free))
}
