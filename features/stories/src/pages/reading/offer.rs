//! What the list of stories offers to narrow by: chips for the forms, lists to choose from for the rest.

use basics::Lang;
use people::vocabulary::craft_label;
use plugs::Counts;

use super::filters::Filters;
use crate::{Form, Text};

/// Choices in one list.
const CHOICES: usize = 36;

/// One thing to choose.
pub(super) struct Choice {
    pub value: String,
    pub label: String,
    pub chosen: bool,
}

pub(super) struct Select {
    pub family: &'static str,
    pub label: &'static str,
    pub choices: Vec<Choice>,
}

/// The forms there are stories of.
pub(super) fn forms(filters: &Filters, lang: Lang, counts: &Counts) -> Vec<Choice> {
    let there = Form::ALL.iter().map(|form| form.code());
    let there = there.filter(|code| counts.by_facet.contains_key(&format!("form:{code}")));
    there.map(|code| choice(filters, lang, "form", code)).collect()
}

/// Themes, languages and crafts there are stories of, the most told first.
pub(super) fn selects(filters: &Filters, lang: Lang, counts: &Counts) -> Vec<Select> {
    let t = Text(lang);
    let families = [("theme", t.read_theme()), ("language", t.read_language()), ("craft", t.read_craft())];
    let select = |(family, label)| Select { family, label, choices: choices(filters, lang, family, counts) };
    families.into_iter().map(select).filter(|select| !select.choices.is_empty()).collect()
}

fn choices(filters: &Filters, lang: Lang, family: &'static str, counts: &Counts) -> Vec<Choice> {
    let each = counts.by_facet.iter().filter_map(|(facet, count)| Some((facet.split_once(':')?, count)));
    let mut found: Vec<(&str, u64)> =
        each.filter(|((of, _), _)| *of == family).map(|((_, value), count)| (value, *count)).collect();
    found.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    found.truncate(CHOICES);
    found.into_iter().map(|(value, _)| choice(filters, lang, family, value)).collect()
}

fn choice(filters: &Filters, lang: Lang, family: &str, value: &str) -> Choice {
    Choice { label: label(lang, family, value), chosen: filters.value(family) == Some(value), value: value.to_owned() }
}

/// A value in the reader's words; of a person, what was asked.
pub(super) fn label(lang: Lang, family: &str, value: &str) -> String {
    let ours = match family {
        "form" | "theme" => Text(lang).by_key(&format!("{family}_{value}")).map(str::to_owned),
        "language" => words::language_name(lang, value),
        "craft" => Some(craft_label(lang, value)),
        _ => None,
    };
    ours.unwrap_or_else(|| value.to_owned())
}
