//! Works: the pieces of a portfolio. Each has a page of its own, an audience, and credits that others agree to.
//!
//! Other rooms read them through [`of`] and [`find`], as one viewer may see them.

mod asking;
pub(crate) mod credit;
pub(crate) mod editing;
mod kept;
mod licence;
mod owner;
pub(crate) mod pages;
mod pictured;
pub(crate) mod portable;
pub(crate) mod ready;
pub(crate) mod store;
mod typed;
mod work;

use std::collections::{BTreeSet, HashMap};

use basics::Viewer;
use db::{Db, Result};

use crate::{Seen, store as people};

pub use kept::{KeptWork, SeenWork};
pub use licence::Licence;
pub use pictured::{Agreed, Pictured, Who};
pub use work::{Work, WorkKind, WorkState};

/// Works of one person or organisation.
pub const MOST: usize = 60;

/// Published works of a person (by id) that the viewer may see, in the person's own order. Empty where the viewer may
/// not know of the person.
pub async fn of(db: &Db, person: &str, viewer: Viewer) -> Result<Vec<SeenWork>> {
    match seen(db, person, viewer).await? {
        Some(seen) => store::works_of(db, &seen.id, viewer).await,
        None => Ok(Vec::new()),
    }
}

/// One published work by its id, and whose it is; `None` where the viewer may not see it.
pub async fn find(db: &Db, id: &str, viewer: Viewer) -> Result<Option<(Seen, SeenWork)>> {
    Ok(find_all(db, &[id], viewer).await?.pop())
}

/// The same for many, in no order; those that the viewer may not see are left out.
pub async fn find_all(db: &Db, ids: &[&str], viewer: Viewer) -> Result<Vec<(Seen, SeenWork)>> {
    let works = store::published(db, ids).await?;
    let owners: BTreeSet<&str> = works.iter().map(|(owner, _)| owner.as_str()).collect();
    let owners: Vec<&str> = owners.into_iter().collect();
    let mut seen = HashMap::with_capacity(owners.len());
    for owners in owners.chunks(people::AT_ONCE) {
        let people = people::list_by_ids(db, owners).await?.into_iter();
        let known = people.filter_map(|person| person.seen_by(viewer)).filter(|seen| !seen.handle_only);
        seen.extend(known.map(|seen| (seen.id.to_string(), seen)));
    }
    let reached = works.into_iter().filter(|(owner, work)| work.audience >= viewer.reach_to(owner));
    Ok(reached.filter_map(|(owner, work)| Some((seen.get(&owner)?.clone(), work.into()))).collect())
}

async fn seen(db: &Db, person: &str, viewer: Viewer) -> Result<Option<Seen>> {
    let person = people::find_by_id(db, person).await?;
    Ok(person.and_then(|person| person.seen_by(viewer)).filter(|seen| !seen.handle_only))
}
