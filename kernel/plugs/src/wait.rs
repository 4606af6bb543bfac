//! What waits for somebody, shown on their own place.

use async_trait::async_trait;
use basics::{At, Lang, Viewer};
use db::Db;

/// Who asks what waits for them.
#[derive(Clone, Copy, Debug)]
pub struct Asking<'a> {
    pub account: &'a str,
    pub person: &'a str,
    pub viewer: Viewer,
    pub lang: Lang,
    pub now: At,
}

/// Something that waits for an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waits {
    /// A whole sentence in the person's language: `2 letters wait for your answer`. Nothing private stands in it.
    pub words: String,
    /// How many things wait; with none nothing is shown.
    pub count: u64,
    /// Where they are: a path without language prefix.
    pub path: String,
    /// A helper who acts for the person sees it too.
    pub for_helpers: bool,
}

/// A room in which something may wait for somebody.
#[async_trait]
pub trait Waiting: Send + Sync {
    /// What waits, the most pressing first; asked each time the person opens their own place, so it has to be quick.
    async fn waiting(&self, db: &Db, asking: Asking<'_>) -> anyhow::Result<Vec<Waits>>;
}
