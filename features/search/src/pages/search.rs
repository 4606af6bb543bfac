//! `/search?q=`: everything that matches, by kind.

use askama::Template;
use axum::extract::RawQuery;
use basics::limits;
use futures_util::future::try_join_all;
use plugs::{Card, CardSource, Found, Query};
use web::{Cache, Cx, Page, Result};

use super::Asked;
use crate::text::Text;

/// Cards shown of one kind. Pages are written in several languages and shown once, so more of them are asked for.
const CARDS: usize = 6;
const PAGES: usize = 30;

/// What was found of one kind.
struct Section {
    kind: &'static str,
    cards: Vec<Card>,
    found: Found,
}

/// How well the best of all kinds match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Match {
    Nothing,
    SomeWords,
    Similar,
    AsTyped,
}

#[derive(Template)]
#[template(path = "pages/search.html")]
struct Search<'a> {
    t: Text,
    cx: &'a Cx,
    asked: &'a Asked,
    sections: Vec<Section>,
    total: u64,
    at_least: bool,
    best: Match,
    did_you_mean: Option<String>,
    filling: bool,
}

pub async fn show(cx: Cx, RawQuery(query): RawQuery) -> Result<Page> {
    let asked = Asked::read(&query.unwrap_or_default());
    let t = Text(cx.lang);
    let filling = cx.portal.plugs.finder.position() < 0;
    let answer = if asked.q.is_empty() { (Vec::new(), None) } else { sections(&cx, &asked.q).await? };
    let title = if asked.q.is_empty() { t.search_title().to_owned() } else { t.search_title_for(&asked.q) };
    let address = if asked.q.is_empty() { "/search".to_owned() } else { Asked::at("/search", &asked.q) };
    let main = Search::new(&cx, &asked, answer, filling);
    let page = cx
        .page(title, &main)?
        .nav("search")
        .description(t.search_description())
        .canonical(address)
        .own_search()
        .not_indexed();
    Ok(if filling { page.cache(Cache::Never) } else { page })
}

/// What was found of each kind that some room can show, and a better spelling when nothing has all the words.
async fn sections(cx: &Cx, q: &str) -> Result<(Vec<Section>, Option<String>)> {
    let sources = cx.portal.plugs.cards.iter();
    let kinds = sources.flat_map(|source| source.kinds().iter().map(move |kind| (source.as_ref(), *kind)));
    let mut sections = try_join_all(kinds.map(|(source, kind)| section(cx, q, source, kind))).await?;
    // What matches better elsewhere makes similar spellings here a distraction.
    let best = sections.iter().map(Section::best).max().unwrap_or(Match::Nothing);
    let did_you_mean = sections.iter_mut().find_map(|section| section.found.did_you_mean.take());
    sections.retain(|section| section.best() == best && !section.cards.is_empty());
    Ok((sections, did_you_mean))
}

async fn section(cx: &Cx, q: &str, source: &dyn CardSource, kind: &'static str) -> Result<Section> {
    let limit = if kind == "page" { PAGES } else { CARDS };
    let query = Query { text: q, viewer: cx.viewer, kinds: &[kind], facets: &[], lang: cx.lang, limit, offset: 0 };
    let mut found = cx.portal.plugs.finder.find(&query).await?;
    if found.as_typed > 0 {
        found.hits.truncate(found.as_typed);
        found.total = found.as_typed;
    }
    let ids: Vec<&str> = found.hits.iter().map(|hit| hit.id.as_str()).collect();
    let cards = source.cards(&cx.portal.db, cx.viewer, cx.lang, &ids).await?;
    Ok(Section { kind, cards, found })
}

impl Section {
    fn best(&self) -> Match {
        match &self.found {
            found if found.hits.is_empty() => Match::Nothing,
            found if found.partial => Match::SomeWords,
            found if found.as_typed == 0 => Match::Similar,
            _ => Match::AsTyped,
        }
    }

    /// Things, not documents: a page found in three languages counts once.
    fn total(&self) -> u64 {
        let all_shown = self.found.total <= self.found.hits.len();
        if all_shown { self.cards.len() as u64 } else { self.found.total as u64 }
    }

    fn number(&self, cx: &Cx) -> String {
        words::number(cx.lang, self.total())
    }

    fn heading(&self, t: &Text) -> &'static str {
        match self.kind {
            "person" => t.kind_person(),
            "organisation" => t.kind_organisation(),
            "page" => t.kind_page(),
            _ => t.kind_other(),
        }
    }

    /// Words and address of the list that shows all of them, where there is one.
    fn all(&self, t: &Text, cx: &Cx, q: &str) -> Option<(String, String)> {
        match self.kind {
            "person" => Some((t.all_people(q), cx.href(Asked::at("/people", q)))),
            "organisation" => Some((t.all_organisations(q), cx.href(Asked::at("/organisations", q)))),
            _ => None,
        }
    }
}

impl<'a> Search<'a> {
    fn new(
        cx: &'a Cx,
        asked: &'a Asked,
        (sections, did_you_mean): (Vec<Section>, Option<String>),
        filling: bool,
    ) -> Self {
        Self {
            t: Text(cx.lang),
            cx,
            asked,
            total: sections.iter().map(Section::total).sum(),
            at_least: sections.iter().any(|section| section.found.at_least),
            best: sections.iter().map(Section::best).max().unwrap_or(Match::Nothing),
            did_you_mean,
            sections,
            filling,
        }
    }

    fn number(&self) -> String {
        if self.at_least {
            self.t.results_at_least(self.total, &self.asked.q)
        } else {
            self.t.results_count(self.total, &self.asked.q)
        }
    }

    fn cut_at(&self) -> Option<String> {
        self.asked.cut.then(|| self.t.too_long(limits::QUERY as u64))
    }

    fn spelled(&self, word: &str) -> String {
        self.cx.href(Asked::at("/search", word))
    }
}
