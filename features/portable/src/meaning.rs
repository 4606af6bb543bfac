//! What a document is, by what its fields say: collection, language, draft, title.

use serde_json::{Map, Value};

use crate::{place::Place, words};

type Fields = Map<String, Value>;

/// The collection: of the folder, else of the fields, else a page. A field that names something of its own
/// (`layout: profile`, `og:type` `profile`) says more than `layout: page`.
pub(crate) fn collection(place: &Place, fields: &Fields) -> Option<&'static str> {
    let named = ["collection", "layout", "type", "template"].into_iter().filter_map(|name| text(fields, name));
    let named: Vec<_> = named.filter_map(last_word).collect();
    place
        .collection
        .or_else(|| named.iter().copied().find(|collection| *collection != "pages"))
        .or_else(|| open_graph(fields))
        .or_else(|| named.first().copied())
}

/// `layouts/ProfileLayout.astro` and `profile` both name a profile.
fn last_word(value: &str) -> Option<&'static str> {
    let name = value.rsplit('/').next().unwrap_or(value);
    let name = name.split('.').next().unwrap_or(name).to_lowercase();
    let name = name.strip_suffix("layout").unwrap_or(&name).trim_end_matches(['-', '_']);
    words::collection(name)
}

fn open_graph(fields: &Fields) -> Option<&'static str> {
    let extra = markup::seo(fields).extra;
    let kind = extra.iter().find(|meta| meta.name == "og:type").map(|meta| meta.value.as_str());
    match kind.or_else(|| text(fields, "og:type"))? {
        "profile" => Some("people"),
        "article" => Some("stories"),
        _ => None,
    }
}

/// The language: of the file name or folder, else of the fields.
pub(crate) fn lang(place: &Place, fields: &Fields) -> Option<&'static str> {
    let named = ["lang", "locale", "language"].into_iter().find_map(|name| words::language(text(fields, name)?));
    place.lang.or(named)
}

pub(crate) fn draft(place: &Place, fields: &Fields) -> bool {
    let says = |name: &str, value: bool| match fields.get(name) {
        Some(Value::Bool(found)) => *found == value,
        Some(Value::String(found)) => found.eq_ignore_ascii_case(if value { "true" } else { "false" }),
        _ => false,
    };
    let state = ["status", "state"].into_iter().filter_map(|name| text(fields, name));
    place.draft
        || says("draft", true)
        || says("published", false)
        || state.into_iter().any(|state| state.eq_ignore_ascii_case("draft"))
}

/// What the document calls itself.
pub(crate) fn title(fields: &Fields) -> Option<&str> {
    ["title", "name", "full_name", "fullName", "headline", "label"].into_iter().find_map(|name| text(fields, name))
}

/// A field's text, without space around it; `None` when it is empty or no text.
pub(crate) fn text<'f>(fields: &'f Fields, name: &str) -> Option<&'f str> {
    fields.get(name)?.as_str().map(str::trim).filter(|text| !text.is_empty())
}
