//! `/stories`: every story that may stand here, the newest first, by form, theme, language, craft and person.

use std::sync::Arc;

use askama::Template;
use axum::extract::RawQuery;
use basics::limits;
use plugs::{Card, Counts};
use web::{Cx, Error, Page, Result};

use super::{
    filters::Filters,
    offer::{self, Choice, Select},
    structured,
};
use crate::{
    Text, Use,
    plugs::cards::card,
    reading,
    store::lists::{Ask, Cursor},
};

#[derive(Template)]
#[template(path = "pages/reading/list.html")]
struct List<'a> {
    t: Text,
    cx: &'a Cx,
    filters: &'a Filters,
    forms: Vec<Choice>,
    selects: Vec<Select>,
    /// Filters in use: their words, and the address without them.
    chips: Vec<(String, String)>,
    cards: Vec<Card>,
    /// 0 where it is not known.
    total: u64,
    previous: Option<String>,
    next: Option<String>,
}

pub(super) async fn show(cx: Cx, RawQuery(query): RawQuery) -> Result<Page> {
    let filters = Filters::read(cx.href("/stories"), &query.unwrap_or_default());
    let person = person(&cx, &filters).await?;
    let counts = cx.portal.plugs.finder.counts(cx.viewer, &["story"], &[]).await?;
    let terms = terms(&filters, person.as_ref().map(|(id, _)| id.as_str()), &counts);
    let narrowed = narrowed(&cx, &terms, person.is_some()).await?;
    let ask = Ask {
        to: Use::Site,
        terms: &terms,
        among: narrowed.as_ref().and_then(|counts| counts.few.as_deref()),
        cursor: filters.cursor.as_ref(),
        back: filters.back,
        limit: limits::PAGE + 1,
    };
    let mut found = reading::list(&cx.portal.db, &ask, cx.lang, cx.now).await?;
    let (previous, next) = around(&filters, &mut found);
    let chips: Vec<_> = filters
        .terms
        .iter()
        .map(|(family, value)| (said(&cx, family, value, person.as_ref()), filters.without(family)))
        .collect();
    let cards: Vec<Card> = found.iter().map(|(glance, _)| card(glance, cx.lang)).collect();
    let t = Text(cx.lang);
    let title = chips.iter().map(|(label, _)| label.as_str()).chain([t.read_stories()]).collect::<Vec<_>>().join(" · ");
    let main = List {
        t,
        cx: &cx,
        forms: offer::forms(&filters, cx.lang, &counts),
        selects: offer::selects(&filters, cx.lang, &counts),
        filters: &filters,
        chips,
        total: if terms.is_empty() { counts.total } else { 0 },
        cards,
        previous: previous.clone(),
        next: next.clone(),
    };
    let canonical = filters.href();
    let canonical = canonical.strip_prefix(cx.lang.prefix()).unwrap_or(&canonical).to_owned();
    let page = cx.page(&title, &main)?.description(t.read_stories_about()).canonical(&canonical).nav("stories");
    let page = page.around(previous, next).json_ld(&structured::item_list(&cx, &title, &canonical, &main.cards));
    Ok(if filters.terms.len() > 1 || filters.value("person").is_some() { page.not_indexed() } else { page })
}

/// What the index knows of those that carry several terms: where they are few, nobody else has to be looked at. It does
/// not know stories by their people, and those are few anyway.
async fn narrowed(cx: &Cx, terms: &[String], of_person: bool) -> Result<Option<Arc<Counts>>> {
    if terms.len() < 2 || of_person {
        return Ok(None);
    }
    Ok(Some(cx.portal.plugs.finder.counts(cx.viewer, &["story"], terms).await?))
}

/// Whom the list is about: id and name, when the reader may know of them.
async fn person(cx: &Cx, filters: &Filters) -> Result<Option<(String, String)>> {
    let Some(handle) = filters.value("person") else { return Ok(None) };
    let person = people::store::find(&cx.portal.db, handle).await?.ok_or(Error::NotFound)?;
    let id = person.id.to_string();
    let seen = person.seen_by(cx.viewer).ok_or(Error::NotFound)?;
    Ok(Some((id, seen.name)))
}

/// What the database is asked for, the rarest first so that it walks the shortest list.
fn terms(filters: &Filters, person: Option<&str>, counts: &Counts) -> Vec<String> {
    let term = |(family, value): &(&'static str, String)| match (*family, person) {
        ("person", Some(id)) => format!("person:{id}"),
        _ => format!("{family}:{value}"),
    };
    let mut terms: Vec<String> = filters.terms.iter().map(term).collect();
    terms.sort_by_key(|term| counts.by_facet.get(term).copied().unwrap_or_default());
    terms
}

/// A filter in words.
fn said(cx: &Cx, family: &str, value: &str, person: Option<&(String, String)>) -> String {
    match person.filter(|_| family == "person") {
        Some((_, name)) => Text(cx.lang).read_with_person(name),
        None => offer::label(cx.lang, family, value),
    }
}

/// Takes the one story too many off, and says where the pages before and after begin.
fn around(filters: &Filters, found: &mut Vec<(crate::Glance, Cursor)>) -> (Option<String>, Option<String>) {
    let more = found.len() as i64 > limits::PAGE;
    if more && filters.back {
        found.remove(0);
    }
    found.truncate(limits::PAGE as usize);
    let (before, after) = if filters.back { (more, true) } else { (filters.cursor.is_some(), more) };
    let previous = found.first().filter(|_| before).map(|(_, place)| filters.from("before", place));
    let next = found.last().filter(|_| after).map(|(_, place)| filters.from("after", place));
    (previous, next)
}

impl List<'_> {
    /// No story is here at all yet, whatever is asked.
    fn nothing_yet(&self) -> bool {
        self.cards.is_empty() && self.filters.terms.is_empty() && self.filters.cursor.is_none()
    }

    fn count(&self) -> Option<String> {
        (self.total > 0).then(|| self.t.read_count(self.total))
    }

    fn with_form(&self, code: &str) -> String {
        self.filters.with("form", code)
    }
}
