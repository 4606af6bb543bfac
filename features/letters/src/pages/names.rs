//! People of letters as the reader may see them.

use std::collections::BTreeMap;

use web::{Cx, Result};

/// How somebody is named, and where their page is if the reader may open it.
#[derive(Clone, Debug, Default)]
pub(super) struct Who {
    pub name: String,
    pub handle: String,
    /// Path with the language's prefix.
    pub page: Option<String>,
}

/// Everybody with these ids whom the directory still knows; at most 300.
pub(super) async fn of(cx: &Cx, ids: impl IntoIterator<Item = &str>) -> Result<BTreeMap<String, Who>> {
    let mut ids: Vec<&str> = ids.into_iter().collect();
    ids.sort_unstable();
    ids.dedup();
    let mut all = BTreeMap::new();
    for ids in ids.chunks(100).take(3) {
        for person in people::store::list_by_ids(&cx.portal.db, ids).await? {
            let (id, handle) = (person.id.to_string(), person.handle.clone());
            let seen = person.seen_by(cx.viewer);
            let page = seen.as_ref().map(|seen| cx.href(&seen.path));
            let name = seen.map_or_else(|| handle.clone(), |seen| seen.name);
            all.insert(id, Who { name, handle, page });
        }
    }
    Ok(all)
}
