//! `/find`: ways to somebody — people one could use, by craft, by skill, by country, the newest.

use askama::Template;
use plugs::{Card, Counts};
use web::{Cx, Page, Result};

use super::{card::card, filters::facet_label, offer::LEAST_COUNT, structured};
use crate::{
    Kind, Text,
    finding::{Useful, useful},
    store,
};

/// Ways shown of one kind, and the newest people and organisations.
const WAYS: usize = 24;
const NEWEST: i64 = 6;

/// A list one tap away.
struct Way {
    href: String,
    label: String,
    count: String,
}

#[derive(Template)]
#[template(path = "pages/find.html")]
struct Find<'a> {
    t: Text,
    cx: &'a Cx,
    useful: Vec<Useful>,
    crafts: Vec<Way>,
    skills: Vec<Way>,
    languages: Vec<Way>,
    countries: Vec<Way>,
    kinds: Vec<Way>,
    newest: Vec<Card>,
}

pub(crate) async fn show(cx: Cx) -> Result<Page> {
    let t = Text(cx.lang);
    let finder = &cx.portal.plugs.finder;
    let people = finder.counts(cx.viewer, &[Kind::Person.code()], &[]).await?;
    let organisations = finder.counts(cx.viewer, &[Kind::Organisation.code()], &[]).await?;
    let newest = store::newest(&cx.portal.db, Kind::Person, cx.viewer, NEWEST).await?;
    let of = |family| ways(&cx, Kind::Person, &people, family);
    let main = Find {
        t,
        cx: &cx,
        useful: useful(&cx).await?,
        crafts: of("craft"),
        skills: of("skill"),
        languages: of("language"),
        countries: of("country"),
        kinds: ways(&cx, Kind::Organisation, &organisations, "kind"),
        newest: newest.iter().map(|seen| card(seen, cx.lang)).collect(),
    };
    let list = structured::item_list(&cx, t.find_title(), &cx.href("/find"), &main.newest);
    let page = cx.page(t.find_title(), &main)?.nav("people").own_search();
    Ok(page.description(t.find_lede()).json_ld(&list))
}

/// The values of a family that enough people carry, most carried first.
fn ways(cx: &Cx, kind: Kind, counts: &Counts, family: &str) -> Vec<Way> {
    let mut found: Vec<(&str, u64)> = counts
        .by_facet
        .iter()
        .filter(|(_, count)| **count >= LEAST_COUNT)
        .filter_map(|(facet, count)| Some((facet.strip_prefix(family)?.strip_prefix(':')?, *count)))
        .collect();
    found.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    found.truncate(WAYS);
    let way = |(value, count): (&str, u64)| Way {
        href: cx.href(format_args!(
            "/{}?{}",
            kind.folder(),
            url::form_urlencoded::Serializer::new(String::new()).append_pair(family, value).finish()
        )),
        label: facet_label(cx.lang, family, value),
        count: words::number(cx.lang, count),
    };
    found.into_iter().map(way).collect()
}

impl Find<'_> {
    /// Each heading with its ways; those without any are left out.
    fn sections(&self) -> impl Iterator<Item = (&'static str, &Vec<Way>)> {
        let t = self.t;
        let all = [
            (t.find_by_craft(), &self.crafts),
            (t.find_by_skill(), &self.skills),
            (t.find_by_country(), &self.countries),
            (t.find_by_language(), &self.languages),
            (t.find_by_kind(), &self.kinds),
        ];
        all.into_iter().filter(|(_, ways)| !ways.is_empty())
    }

    fn is_empty(&self) -> bool {
        self.newest.is_empty() && self.sections().next().is_none()
    }

    /// Somebody signed in of whom too little is known to think of anybody.
    fn says_little(&self) -> bool {
        self.cx.signed.is_some() && self.useful.is_empty()
    }
}
