//! `/`: find someone, see who is new, learn why.

use askama::Template;
use plugs::Card;
use serde_json::{Value, json};
use web::{Cx, Page, Result};

use crate::{
    Text,
    crafts::{Craft, crafts},
};

/// One large card and four beside it.
const PEOPLE: usize = 5;
const STORIES: usize = 3;
const ORGANISATIONS: usize = 3;

#[derive(Template)]
#[template(path = "front.html")]
struct Front<'a> {
    t: Text,
    /// Words of the frame: the search box says the same everywhere.
    frame: web::Text,
    cx: &'a Cx,
    crafts: Vec<Craft>,
    people: Vec<Card>,
    all_people: u64,
    stories: Vec<Card>,
    all_stories: u64,
    organisations: Vec<Card>,
    all_organisations: u64,
}

pub async fn show(cx: Cx) -> Result<Page> {
    let mut front = Front {
        t: Text(cx.lang),
        frame: web::Text(cx.lang),
        cx: &cx,
        crafts: Vec::new(),
        people: newest(&cx, "person", PEOPLE).await?,
        all_people: 0,
        stories: newest(&cx, "story", STORIES).await?,
        all_stories: 0,
        organisations: newest(&cx, "organisation", ORGANISATIONS).await?,
        all_organisations: 0,
    };
    let finder = &cx.portal.plugs.finder;
    let people = finder.counts(cx.viewer, &["person"], &[]).await?;
    if let Some(source) = cx.portal.plugs.cards_of("person") {
        front.crafts = crafts(&people, source.as_ref(), cx.lang);
    }
    front.all_people = people.total;
    front.all_stories = finder.counts(cx.viewer, &["story"], &[]).await?.total;
    front.all_organisations = finder.counts(cx.viewer, &["organisation"], &[]).await?.total;
    let page = cx.page(cx.portal.site.name.as_str(), &front)?;
    Ok(page.description(front.t.lede()).json_ld(&about_site(&cx)).own_search())
}

/// The newest things of a kind that the viewer may see.
async fn newest(cx: &Cx, kind: &str, limit: usize) -> anyhow::Result<Vec<Card>> {
    let Some(source) = cx.portal.plugs.cards_of(kind) else { return Ok(Vec::new()) };
    let cards = source.newest(&cx.portal.db, cx.viewer, cx.lang, i64::try_from(limit)?).await?;
    Ok(cards.into_iter().filter(|card| card.kind == kind).take(limit).collect())
}

fn about_site(cx: &Cx) -> Value {
    let site = &cx.portal.site;
    let id = |name: &str| format!("{}/#{name}", site.base_url);
    json!({
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "Organization",
                "@id": id("organisation"),
                "name": site.name,
                "url": format!("{}/", site.base_url),
                "logo": format!("{}/assets/icon-512.png", site.base_url),
                "description": Text(cx.lang).lede(),
            },
            {
                "@type": "WebSite",
                "@id": id("site"),
                "name": site.name,
                "url": cx.absolute("/"),
                "inLanguage": cx.lang.tag(),
                "publisher": { "@id": id("organisation") },
                "potentialAction": {
                    "@type": "SearchAction",
                    "target": {
                        "@type": "EntryPoint",
                        "urlTemplate": format!("{}?q={{search_term_string}}", cx.absolute("/search")),
                    },
                    "query-input": "required name=search_term_string",
                },
            },
        ],
    })
}

impl Front<'_> {
    fn is_empty(&self) -> bool {
        self.people.is_empty() && self.stories.is_empty() && self.organisations.is_empty()
    }

    fn count(&self, count: &u64) -> String {
        words::number(self.cx.lang, *count)
    }

    /// Which card fills the wide place of its list: only a full list has one.
    fn lead(&self) -> &'static str {
        if self.people.len() == PEOPLE { "cards lead" } else { "cards" }
    }
}
