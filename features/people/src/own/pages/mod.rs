//! The pages on which a page is edited.

pub(super) mod edit;
pub(super) mod list;
pub(super) mod publication;
pub(super) mod seen;

use web::{Cache, Cx, Page, Result};

/// A page of editing in its frame: nobody keeps it and no search engine reads it.
fn framed(cx: &Cx, title: &str, main: &impl askama::Template) -> Result<Page> {
    Ok(cx.page(title, main)?.nav("me").not_indexed().own_share().cache(Cache::Never))
}
