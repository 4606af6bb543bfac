//! `/feed.atom` (RFC 4287): the newest people, organisations and pages.

use atom_syndication::{Entry, Feed, FixedDateTime, Generator, Link, Person, Text as Words};
use axum::response::Response;
use basics::At;
use plugs::ListedAddress;
use web::{Cx, Result};

use crate::{
    Text,
    file::{SHORT, file},
    news::{news, updated},
};

pub async fn show(cx: Cx) -> Result<Response> {
    let news = news(&cx).await?;
    Ok(file("application/atom+xml; charset=utf-8", SHORT, feed(&cx, &news).to_string()))
}

fn feed(cx: &Cx, news: &[ListedAddress]) -> Feed {
    let site = &cx.portal.site;
    let address = cx.absolute("/feed.atom");
    Feed {
        title: Words::plain(Text(cx.lang).feed_title(&site.name)),
        subtitle: Some(Words::plain(Text(cx.lang).feed_about())),
        // Each language is a feed of its own.
        id: address.clone(),
        updated: moment(updated(cx, news)),
        authors: vec![Person { name: site.name.clone(), uri: Some(cx.absolute("/")), ..Person::default() }],
        links: vec![
            link("self", address, Some("application/atom+xml")),
            link("alternate", cx.absolute("/"), Some("text/html")),
        ],
        icon: Some(format!("{}/assets/icon-180.png", site.base_url)),
        generator: Some(Generator { value: "Dzaleka Connect".into(), ..Generator::default() }),
        lang: Some(cx.lang.tag().to_owned()),
        entries: news.iter().map(|listed| entry(cx, listed)).collect(),
        ..Feed::default()
    }
}

fn entry(cx: &Cx, listed: &ListedAddress) -> Entry {
    let address = cx.absolute(&listed.path);
    Entry {
        title: Words::plain(listed.title.as_str()),
        // One thing has one id, whichever language's feed tells of it.
        id: format!("{}{}", cx.portal.site.base_url, listed.path),
        updated: moment(listed.changed_at),
        links: vec![link("alternate", address, Some("text/html"))],
        summary: (!listed.line.is_empty()).then(|| Words::plain(listed.line.as_str())),
        ..Entry::default()
    }
}

fn link(rel: &str, href: String, kind: Option<&str>) -> Link {
    Link { rel: rel.into(), href, mime_type: kind.map(str::to_owned), ..Link::default() }
}

fn moment(at: At) -> FixedDateTime {
    FixedDateTime::parse_from_rfc3339(&at.rfc3339()).unwrap_or_default()
}
