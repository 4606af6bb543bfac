//! `/stories/feed.atom` (RFC 4287): the newest stories.

use atom_syndication::{Category, Entry, Feed as Atom, FixedDateTime, Generator, Link, Person, Text as Words};
use axum::{extract::RawQuery, http::HeaderMap, response::Response};
use basics::At;
use web::{Cx, Result};

use super::feed::{Feed, file};
use crate::{Glance, Text};

pub(super) async fn show(cx: Cx, RawQuery(query): RawQuery, headers: HeaderMap) -> Result<Response> {
    let feed = Feed::read(&cx, &query.unwrap_or_default(), &headers).await?;
    Ok(file("application/atom+xml; charset=utf-8", written(&cx, &feed).to_string()))
}

fn written(cx: &Cx, feed: &Feed) -> Atom {
    let site = &cx.portal.site;
    let address = feed.address(cx, "/stories/feed.atom");
    Atom {
        title: Words::plain(feed.title(cx)),
        subtitle: Some(Words::plain(Text(feed.lang).read_stories_about())),
        // Each form and language is a feed of its own.
        id: address.clone(),
        updated: moment(feed.updated(cx.now)),
        authors: vec![Person { name: site.name.clone(), uri: Some(cx.absolute("/")), ..Person::default() }],
        links: vec![
            link("self", address, "application/atom+xml"),
            link("alternate", cx.absolute("/stories"), "text/html"),
        ],
        icon: Some(format!("{}/assets/icon-180.png", site.base_url)),
        generator: Some(Generator { value: "Dzaleka Connect".into(), ..Generator::default() }),
        lang: Some(feed.lang.tag().to_owned()),
        entries: feed.stories.iter().map(|story| entry(cx, feed, story)).collect(),
        ..Atom::default()
    }
}

fn entry(cx: &Cx, feed: &Feed, story: &Glance) -> Entry {
    let address = web::absolute(&cx.portal.site.base_url, feed.lang, &story.path);
    let t = Text(feed.lang);
    let category = |family: &str, code: &str| Category {
        term: code.to_owned(),
        label: t.by_key(&format!("{family}_{code}")).map(str::to_owned),
        ..Category::default()
    };
    Entry {
        title: Words::plain(story.title.as_str()),
        // One thing has one id, whichever language's feed tells of it.
        id: format!("{}{}", cx.portal.site.base_url, story.path),
        updated: moment(story.updated_at),
        published: Some(moment(story.published_at)),
        links: vec![Link { hreflang: Some(story.lang.clone()), ..link("alternate", address, "text/html") }],
        summary: (!story.lede.is_empty()).then(|| Words::plain(story.lede.as_str())),
        categories: [
            Some(category("form", story.form.code())),
            story.theme.map(|theme| category("theme", theme.code())),
        ]
        .into_iter()
        .flatten()
        .collect(),
        ..Entry::default()
    }
}

fn link(rel: &str, href: String, kind: &str) -> Link {
    Link { rel: rel.into(), href, mime_type: Some(kind.to_owned()), ..Link::default() }
}

fn moment(at: At) -> FixedDateTime {
    FixedDateTime::parse_from_rfc3339(&at.rfc3339()).unwrap_or_default()
}
