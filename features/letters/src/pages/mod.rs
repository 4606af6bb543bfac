//! The pages of this room, one file each.

pub(crate) mod desk;
pub(crate) mod inbox;
mod names;
pub(crate) mod report;
pub(crate) mod settings;
pub(crate) mod thread;
pub(crate) mod write;

use web::{Cache, Cx, Page, Result};

/// A page of one's own.
fn framed(cx: &Cx, title: &str, main: &impl askama::Template) -> Result<Page> {
    Ok(cx.page(title, main)?.nav("me").not_indexed().own_share().cache(Cache::Never))
}

/// What was just done, for the note above a page.
#[derive(serde::Deserialize, Default)]
pub(crate) struct Done {
    #[serde(default)]
    done: String,
}

impl Done {
    fn words(&self, t: crate::Text) -> Option<&'static str> {
        t.by_key(&format!("done_{}", self.done))
    }
}

/// The portal, for messages that tell of letters.
fn portal(cx: &Cx) -> crate::sending::Portal<'_> {
    crate::sending::Portal { site: &cx.portal.site.name, base_url: &cx.portal.site.base_url }
}
