//! `/feed.json` (JSON Feed 1.1): the same news for those who prefer JSON.

use axum::response::Response;
use serde::Serialize;
use web::{Cx, Error, Result};

use crate::{
    Text,
    file::{SHORT, file},
    news::news,
};

#[derive(Serialize)]
struct Feed {
    version: &'static str,
    title: String,
    home_page_url: String,
    feed_url: String,
    description: &'static str,
    icon: String,
    language: &'static str,
    authors: [Author; 1],
    items: Vec<Item>,
}

#[derive(Serialize)]
struct Author {
    name: String,
    url: String,
}

#[derive(Serialize)]
struct Item {
    id: String,
    url: String,
    title: String,
    content_text: String,
    date_modified: String,
    language: &'static str,
}

pub async fn show(cx: Cx) -> Result<Response> {
    let site = &cx.portal.site;
    let items = news(&cx).await?.into_iter().map(|listed| Item {
        id: format!("{}{}", site.base_url, listed.path),
        url: cx.absolute(&listed.path),
        title: listed.title,
        content_text: listed.line,
        date_modified: listed.changed_at.rfc3339(),
        language: cx.lang.tag(),
    });
    let feed = Feed {
        version: "https://jsonfeed.org/version/1.1",
        title: Text(cx.lang).feed_title(&site.name),
        home_page_url: cx.absolute("/"),
        feed_url: cx.absolute("/feed.json"),
        description: Text(cx.lang).feed_about(),
        icon: format!("{}/assets/icon-512.png", site.base_url),
        language: cx.lang.tag(),
        authors: [Author { name: site.name.clone(), url: cx.absolute("/") }],
        items: items.collect(),
    };
    let text = serde_json::to_string(&feed).map_err(|error| Error::Internal(error.into()))?;
    Ok(file("application/feed+json; charset=utf-8", SHORT, text))
}
