//! `/people` and `/organisations`: the directory.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::RawQuery,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use basics::{Viewer, limits};
use plugs::{Card, Counts, Query};
use web::{Cx, Page, Result};

use super::{
    card::card,
    filters::{Filters, facet_label},
    offer::Offer,
    structured,
};
use crate::{
    Kind, Seen, Text,
    store::{self, Listing, Order},
};

pub(crate) async fn people(cx: Cx, RawQuery(query): RawQuery) -> Result<Response> {
    asked(cx, Kind::Person, &query.unwrap_or_default()).await
}

pub(crate) async fn organisations(cx: Cx, RawQuery(query): RawQuery) -> Result<Response> {
    asked(cx, Kind::Organisation, &query.unwrap_or_default()).await
}

/// Addresses with another way of writing a word lead on to the word itself.
async fn asked(cx: Cx, kind: Kind, query: &str) -> Result<Response> {
    let filters = Filters::read(cx.href(format_args!("/{}", kind.folder())), query);
    match filters.led_on() {
        Some(href) => Ok((StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, href)]).into_response()),
        None => list(cx, kind, filters).await.map(IntoResponse::into_response),
    }
}

#[derive(Template)]
#[template(path = "pages/list.html")]
struct List<'a> {
    t: Text,
    cx: &'a Cx,
    kind: Kind,
    title: &'static str,
    filters: &'a Filters,
    counts: &'a Counts,
    /// Filters in use: their words, and the address without them.
    chips: Vec<(String, String)>,
    offer: Arc<Offer>,
    shown: Shown,
    previous: Option<String>,
    next: Option<String>,
}

/// The people of one page.
#[derive(Default)]
struct Shown {
    cards: Vec<Card>,
    total: u64,
    at_least: bool,
    did_you_mean: Option<String>,
    previous: Option<String>,
    next: Option<String>,
}

async fn list(cx: Cx, kind: Kind, filters: Filters) -> Result<Page> {
    let t = Text(cx.lang);
    let facets = filters.facets();
    let counts = cx.portal.plugs.finder.counts(cx.viewer, &[kind.code()], &facets).await?;
    let mut shown = if filters.q.is_empty() {
        in_order(&cx, kind, &filters, &facets, &counts).await?
    } else {
        by_text(&cx, kind, &filters, &facets).await?
    };
    let offer = counts.made.get_or_make("directory", cx.lang, || Offer::of(kind, &filters, cx.lang, &counts))?;
    let (previous, next) = (shown.previous.take(), shown.next.take());
    let (title, nav) = match kind {
        Kind::Person => (t.people_title(), "people"),
        Kind::Organisation => (t.organisations_title(), "organisations"),
    };
    let chips: Vec<_> = filters
        .terms
        .iter()
        .map(|(family, value)| (facet_label(cx.lang, family, value), filters.without(family, value)))
        .collect();
    let full_title = chips.iter().map(|(label, _)| label.as_str()).chain([title]).collect::<Vec<_>>().join(" · ");
    let item_list = structured::item_list(&cx, &full_title, &filters.href(), &shown.cards);
    let narrowed = !filters.q.is_empty() || filters.terms.len() > 1;
    let main = List {
        t,
        cx: &cx,
        kind,
        title,
        offer,
        filters: &filters,
        counts: &counts,
        chips,
        shown,
        previous: previous.clone(),
        next: next.clone(),
    };
    let canonical = filters.href();
    let canonical = canonical.strip_prefix(cx.lang.prefix()).unwrap_or(&canonical).to_owned();
    let description = if kind == Kind::Person { t.people_description() } else { t.organisations_description() };
    let mut page = cx.page(full_title, &main)?.description(description).canonical(canonical).nav(nav).own_search();
    page = page.around(previous, next).json_ld(&item_list);
    Ok(if narrowed { page.not_indexed() } else { page })
}

/// Everybody who passes the filters, in a stated order, by stable places in the list.
async fn in_order(cx: &Cx, kind: Kind, filters: &Filters, facets: &[String], counts: &Counts) -> Result<Shown> {
    // The rarest filter leads, so that the database walks the shortest list; nobody is walked past when the index
    // knows all who match.
    let mut terms = facets.to_vec();
    let among = counts.few.as_deref().filter(|_| terms.len() > 1);
    if terms.len() > 1 && among.is_none() {
        let everyone = cx.portal.plugs.finder.counts(cx.viewer, &[kind.code()], &[]).await?;
        terms.sort_by_key(|term| everyone.by_facet.get(term).copied().unwrap_or_default());
    }
    let ask = Listing {
        kind,
        terms: &terms,
        among,
        viewer: cx.viewer,
        order: filters.order,
        cursor: filters.cursor.as_ref(),
        back: filters.back,
        limit: limits::PAGE + 1,
    };
    let mut found = store::list(&cx.portal.db, &ask).await?;
    let more = found.len() as i64 > limits::PAGE;
    if more {
        if filters.back {
            found.remove(0);
        } else {
            found.truncate(limits::PAGE as usize);
        }
    }
    let (before, after) = if filters.back { (more, true) } else { (filters.cursor.is_some(), more) };
    let previous = found.first().filter(|_| before).map(|(_, cursor)| filters.from("before", cursor));
    let next = found.last().filter(|_| after).map(|(_, cursor)| filters.from("after", cursor));
    let cards = found.iter().map(|(seen, _)| card(seen, cx.lang)).collect();
    Ok(Shown { cards, total: counts.total, previous, next, ..Shown::default() })
}

/// The best matches for what was typed.
async fn by_text(cx: &Cx, kind: Kind, filters: &Filters, facets: &[String]) -> Result<Shown> {
    let size = limits::PAGE as usize;
    let query = Query {
        text: &filters.q,
        viewer: cx.viewer,
        kinds: &[kind.code()],
        facets,
        lang: cx.lang,
        limit: size + 1,
        offset: (filters.page - 1) * size,
    };
    let found = cx.portal.plugs.finder.find(&query).await?;
    let more = found.hits.len() > size;
    let ids: Vec<&str> = found.hits.iter().take(size).map(|hit| hit.id.as_str()).collect();
    let people = seen_in_order(cx, &ids).await?;
    Ok(Shown {
        cards: people.iter().map(|seen| card(seen, cx.lang)).collect(),
        total: found.total as u64,
        at_least: found.at_least,
        did_you_mean: found.did_you_mean,
        previous: (filters.page > 1).then(|| filters.at_page(filters.page - 1)),
        next: more.then(|| filters.at_page(filters.page + 1)),
    })
}

async fn seen_in_order(cx: &Cx, ids: &[&str]) -> Result<Vec<Seen>> {
    seen(&cx.portal.db, cx.viewer, ids).await.map_err(Into::into)
}

/// People by id, in the order given, as the viewer may see them.
pub(crate) async fn seen(db: &db::Db, viewer: Viewer, ids: &[&str]) -> db::Result<Vec<Seen>> {
    let mut people: Vec<Option<Seen>> =
        store::list_by_ids(db, ids).await?.into_iter().map(|person| person.listed_for(viewer)).collect();
    let mut take =
        |id: &str| people.iter_mut().find(|seen| seen.as_ref().is_some_and(|seen| seen.id.as_str() == id))?.take();
    Ok(ids.iter().filter_map(|id| take(id)).collect())
}

impl List<'_> {
    fn number(&self) -> String {
        match self.kind {
            Kind::Person if self.shown.at_least => self.t.people_at_least(self.shown.total),
            Kind::Person => self.t.people_count(self.shown.total),
            Kind::Organisation => self.t.organisations_count(self.shown.total),
        }
    }

    fn order(&self) -> &'static str {
        match self.filters.order {
            _ if !self.filters.q.is_empty() => self.t.order_best(),
            Order::Newest => self.t.order_newest(),
            Order::Name => self.t.order_name(),
        }
    }

    fn other_order(&self) -> Option<(&'static str, String)> {
        match self.filters.order {
            _ if !self.filters.q.is_empty() => None,
            Order::Newest => Some((self.t.sort_by_name(), self.filters.sorted(Order::Name))),
            Order::Name => Some((self.t.sort_by_newest(), self.filters.sorted(Order::Newest))),
        }
    }

    /// Nobody is here at all yet, whatever is asked.
    fn nobody_yet(&self) -> bool {
        self.counts.total == 0 && self.filters.terms.is_empty()
    }
}
