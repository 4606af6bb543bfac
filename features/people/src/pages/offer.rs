//! What a directory offers to narrow by. Made of counts, and kept with them for all who ask the same.

use std::collections::HashMap;

use askama::Template;
use basics::Lang;
use plugs::Counts;

use super::filters::{Filters, facet_label, family_label};
use crate::{Kind, Text};

/// Links offered without opening anything.
const QUICK: usize = 6;
/// Counts under this are not shown: they could point at one person (safety.md 17).
pub(super) const LEAST_COUNT: u64 = 3;
/// Choices offered in one list.
const CHOICES: usize = 36;

pub(crate) struct Offer {
    pub quick: Option<Quick>,
    /// A list to choose from for each family, as HTML.
    pub selects: String,
}

/// The next thing to narrow by, in one tap.
pub(crate) struct Quick {
    pub family: &'static str,
    pub title: &'static str,
    pub choices: Vec<Choice>,
}

/// One thing to choose.
#[derive(Clone)]
pub(crate) struct Choice {
    pub value: String,
    pub label: String,
    /// Shown in brackets; hidden when small.
    pub count: Option<String>,
    pub chosen: bool,
}

#[derive(Template)]
#[template(path = "pages/selects.html")]
struct Selects {
    t: Text,
    selects: Vec<Select>,
}

struct Select {
    family: &'static str,
    label: &'static str,
    choices: Vec<Choice>,
}

impl Offer {
    pub(crate) fn of(kind: Kind, filters: &Filters, lang: Lang, counts: &Counts) -> Result<Self, askama::Error> {
        let families: &[&'static str] = match kind {
            Kind::Person => &["craft", "language", "skill", "relation", "country", "open"],
            Kind::Organisation => &["kind", "craft", "language", "country"],
        };
        let counted = by_family(counts);
        let select = |family: &&'static str| Select {
            family,
            label: family_label(lang, family),
            choices: choices(filters, lang, family, &counted),
        };
        let selects: Vec<Select> = families.iter().map(select).filter(|select| !select.choices.is_empty()).collect();
        let quick = quick(kind, filters, lang, &selects);
        Ok(Self { quick, selects: Selects { t: Text(lang), selects }.render()? })
    }
}

type Counted<'c> = HashMap<&'c str, Vec<(&'c str, u64)>>;

/// Values with their counts, for each family.
fn by_family(counts: &Counts) -> Counted<'_> {
    let mut counted = Counted::new();
    for (facet, count) in &counts.by_facet {
        if let Some((family, value)) = facet.split_once(':') {
            counted.entry(family).or_default().push((value, *count));
        }
    }
    counted
}

/// What can be chosen in a family, most first.
fn choices(filters: &Filters, lang: Lang, family: &'static str, counted: &Counted<'_>) -> Vec<Choice> {
    let mut found = counted.get(family).cloned().unwrap_or_default();
    found.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    found.truncate(CHOICES);
    let choice = |(value, count): (&str, u64)| Choice {
        label: facet_label(lang, family, value),
        count: (count >= LEAST_COUNT).then(|| words::number(lang, count)),
        chosen: filters.has(family, value),
        value: value.to_owned(),
    };
    found.into_iter().map(choice).collect()
}

/// A craft or a kind of organisation first, then a language.
fn quick(kind: Kind, filters: &Filters, lang: Lang, selects: &[Select]) -> Option<Quick> {
    let t = Text(lang);
    let (family, title) = if kind == Kind::Organisation && !filters.has_family("kind") {
        ("kind", t.quick_kind())
    } else if kind == Kind::Person && !filters.has_family("craft") {
        ("craft", t.quick_craft())
    } else {
        ("language", if filters.has_family("language") { t.quick_language_more() } else { t.quick_language() })
    };
    let offered = &selects.iter().find(|select| select.family == family)?.choices;
    let choices: Vec<Choice> = offered.iter().filter(|choice| !choice.chosen).take(QUICK).cloned().collect();
    (!choices.is_empty()).then_some(Quick { family, title, choices })
}
