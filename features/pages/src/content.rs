//! The standing pages that come with the portal, from `content/<lang>/`. A page in the database with the same slug and
//! language takes the place of one of these.

use std::sync::LazyLock;

use basics::{At, Id};
use serde_json::{Map, Value};

use crate::page::{Kept, Page, State, title_of};

include!(concat!(env!("OUT_DIR"), "/content.rs"));

/// What the ids of these pages begin with; the rest is `{lang}:{slug}`.
const MARK: &str = "content:";

static PAGES: LazyLock<Vec<Page>> =
    LazyLock::new(|| FILES.iter().filter_map(|(lang, slug, text)| page(lang, slug, text)).collect());

/// All of them, by language and slug.
pub fn pages() -> &'static [Page] {
    &PAGES
}

/// The id of the built-in page with this slug and language, whether or not there is one.
pub fn id(lang: &str, slug: &str) -> String {
    format!("{MARK}{lang}:{slug}")
}

pub fn is_built_in(id: &str) -> bool {
    id.starts_with(MARK)
}

pub fn find(id: &str) -> Option<&'static Page> {
    pages().iter().find(|page| page.id.as_str() == id)
}

fn page(lang: &str, slug: &str, text: &str) -> Option<Page> {
    let read = markup::read("md", text.as_bytes()).ok()?.into_iter().next()?;
    let written_at = day(&read.fields);
    Some(Page {
        id: Id::from_text(id(lang, slug)),
        slug: slug.to_owned(),
        lang: lang.to_owned(),
        state: State::Published,
        title: title_of(&read.fields, &read.body, slug),
        kept: Kept { fields: read.fields, ..Kept::default() },
        body: read.body,
        private_body: None,
        edited_at: None,
        created_at: written_at,
        updated_at: written_at,
    })
}

fn day(fields: &Map<String, Value>) -> At {
    let date = fields.get("date").and_then(Value::as_str).and_then(|text| text.get(..10)?.parse().ok());
    date.map(At::midnight).unwrap_or_default()
}
