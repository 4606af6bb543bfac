//! People of a story, as a viewer may see them.

use std::collections::HashMap;

use basics::Viewer;
use db::Db;

/// Somebody by name. `path` is where their page is, when the viewer may open it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    pub name: String,
    pub path: Option<String>,
}

/// Those a story is about (page or nothing, how it calls them), its authors and its translators (by id). Authors and
/// translators whom the viewer may not know of are left out; the people of the story keep the name it gives them.
pub(crate) async fn named<'a>(
    db: &Db,
    viewer: Viewer,
    people: impl Iterator<Item = (&'a str, &'a str)>,
    authors: impl Iterator<Item = &'a str>,
    translators: impl Iterator<Item = &'a str>,
) -> db::Result<[Vec<Named>; 3]> {
    let (people, authors, translators): (Vec<_>, Vec<_>, Vec<_>) =
        (people.collect(), authors.collect(), translators.collect());
    let mut ids: Vec<&str> =
        people.iter().map(|(id, _)| *id).chain(authors.iter().copied()).chain(translators.iter().copied()).collect();
    ids.retain(|id| !id.is_empty());
    ids.sort_unstable();
    ids.dedup();
    let known = seen(db, viewer, &ids).await?;
    let called = people.into_iter().map(|(id, called)| Named {
        name: called.to_owned(),
        path: known.get(id).and_then(|named| named.path.clone()),
    });
    let of = |ids: Vec<&str>| ids.into_iter().filter_map(|id| known.get(id).cloned()).collect();
    Ok([called.collect(), of(authors), of(translators)])
}

/// Those of these people whom the viewer may know of, by id.
pub(crate) async fn seen(db: &Db, viewer: Viewer, ids: &[&str]) -> db::Result<HashMap<String, Named>> {
    let mut known = HashMap::with_capacity(ids.len());
    for ids in ids.chunks(100) {
        for person in people::store::list_by_ids(db, ids).await? {
            let id = person.id.to_string();
            if let Some(seen) = person.seen_by(viewer) {
                known.insert(id, Named { name: seen.name, path: Some(seen.path) });
            }
        }
    }
    Ok(known)
}
