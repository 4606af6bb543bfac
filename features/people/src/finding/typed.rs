//! Somebody by their handle as people type it.

use web::{Cx, Result};

use crate::{Kind, Person, store};

/// A person by a typed handle, with or without `@`, in any case, with spaces for hyphens; `None` where nobody has it whom
/// the viewer may know of.
pub(crate) async fn by_typed_handle(cx: &Cx, typed: &str) -> Result<Option<Person>> {
    let found = store::find(&cx.portal.db, &handle(typed)).await?.filter(|found| found.kind == Kind::Person);
    Ok(found.filter(|found| found.clone().seen_by(cx.viewer).is_some()))
}

/// The handle that is meant. Handles that came with an import need not be such as are given today.
pub(crate) fn handle(typed: &str) -> String {
    let hyphened = typed.split_whitespace().collect::<Vec<_>>().join("-");
    let plain = hyphened.trim_start_matches('@');
    accounts::Handle::parse(plain).map_or_else(|_| basics::fold(plain), |handle| handle.to_string())
}
