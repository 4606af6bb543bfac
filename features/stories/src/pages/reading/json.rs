//! `/stories/feed.json` (JSON Feed 1.1): the same stories for those who prefer JSON.

use axum::{extract::RawQuery, http::HeaderMap, response::Response};
use serde_json::{Value, json};
use web::{Cx, Result};

use super::feed::{Feed, file};
use crate::{Glance, Text};

pub(super) async fn show(cx: Cx, RawQuery(query): RawQuery, headers: HeaderMap) -> Result<Response> {
    let feed = Feed::read(&cx, &query.unwrap_or_default(), &headers).await?;
    Ok(file("application/feed+json; charset=utf-8", written(&cx, &feed).to_string()))
}

fn written(cx: &Cx, feed: &Feed) -> Value {
    let site = &cx.portal.site;
    json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title(cx),
        "home_page_url": cx.absolute("/stories"),
        "feed_url": feed.address(cx, "/stories/feed.json"),
        "description": Text(feed.lang).read_stories_about(),
        "icon": format!("{}/assets/icon-512.png", site.base_url),
        "language": feed.lang.tag(),
        "authors": [{ "name": site.name, "url": cx.absolute("/") }],
        "items": feed.stories.iter().map(|story| item(cx, feed, story)).collect::<Vec<_>>(),
    })
}

fn item(cx: &Cx, feed: &Feed, story: &Glance) -> Value {
    let base = &cx.portal.site.base_url;
    let tags: Vec<&str> =
        [Some(story.form.code()), story.theme.map(|theme| theme.code())].into_iter().flatten().collect();
    json!({
        "id": format!("{base}{}", story.path),
        "url": web::absolute(base, feed.lang, &story.path),
        "title": story.title,
        "content_text": story.lede,
        "date_published": story.published_at.rfc3339(),
        "date_modified": story.updated_at.rfc3339(),
        "language": story.lang,
        "tags": tags,
    })
}
