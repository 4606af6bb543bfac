//! The address word of a document: from its file name, else from what it says of itself. Never empty.

use basics::{limits, says_nothing, slug};
use plugs::Repair;
use serde_json::{Map, Value};

use crate::{meaning, words};

/// What a name is made from.
pub(crate) struct Naming<'d> {
    pub collection: &'d str,
    pub stem: &'d str,
    /// An entry of a data file: the file's name belongs to all of them.
    pub entry: bool,
    /// The file name is the slug: an export wrote it.
    pub exact: bool,
    pub fields: &'d Map<String, Value>,
    pub body: &'d str,
    pub hash: &'d str,
}

/// The wished-for slug; a page that would take one of our own addresses is given another, with a repair.
pub(crate) fn name(naming: &Naming, repairs: &mut Vec<Repair>) -> String {
    let slug = wished(naming);
    if naming.collection != "pages" || !words::reserved(&slug) {
        return slug;
    }
    let stored = format!("{slug}-page");
    let why = "this address belongs to the portal itself".into();
    repairs.push(Repair { line: 0, field: "slug".into(), read: slug, stored: stored.clone(), why });
    stored
}

fn wished(naming: &Naming) -> String {
    if naming.exact && !naming.stem.is_empty() && slug(naming.stem) == naming.stem {
        return naming.stem.to_owned();
    }
    // An address is public, so nothing personal may get into it.
    let filled = |text: &str| Some(slug(&details::mask(text).0)).filter(|slug| !slug.is_empty());
    let explicit = ["slug", "handle"].into_iter().find_map(|name| meaning::text(naming.fields, name));
    explicit
        .and_then(filled)
        .or_else(|| (!naming.entry).then(|| bare(naming.stem)).filter(|stem| !says_nothing(stem)).and_then(filled))
        .or_else(|| meaning::title(naming.fields).and_then(filled))
        .or_else(|| filled(&first_words(naming.body)))
        .unwrap_or_else(|| format!("{}-{}", naming.collection, naming.hash.get(..8).unwrap_or(naming.hash)))
}

/// The stem without a day (`2021-03-04-`) or a number that only orders (`01-`) before it.
fn bare(stem: &str) -> &str {
    let number = |text: &str, digits: usize| text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = stem.splitn(4, '-');
    if let (Some(year), Some(month), Some(day), Some(rest)) = (parts.next(), parts.next(), parts.next(), parts.next())
        && number(year, 4)
        && number(month, 2)
        && number(day, 2)
    {
        return rest;
    }
    let rest = stem.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = stem.len() - rest.len();
    let cut = rest.trim_start_matches(['-', '_', '.', ' ', ')']);
    if (1..=3).contains(&digits) && cut.len() < rest.len() && !cut.is_empty() { cut } else { stem }
}

fn first_words(body: &str) -> String {
    markup::excerpt(body, limits::LINE).split_whitespace().take(6).collect::<Vec<_>>().join(" ")
}
