//! Atom and JSON Feed.

use atom_syndication::Feed;
use serde_json::Value;

use super::portal;

#[tokio::test]
async fn the_atom_feed_is_valid_with_an_id_and_a_time_for_each_entry() {
    let answer = portal(70).await.get("/sw/feed.atom").await;
    assert_eq!(answer.header("content-type"), "application/atom+xml; charset=utf-8");
    assert!(answer.header("cache-control").starts_with("public, max-age="));
    let feed = Feed::read_from(answer.text().as_bytes()).unwrap();
    assert_eq!((feed.id.as_str(), feed.lang.as_deref()), ("http://portal.test/sw/feed.atom", Some("sw")));
    assert_eq!(feed.entries.len(), 50);
    assert_eq!(feed.updated, feed.entries[0].updated);
    assert_eq!(feed.authors[0].name, "Dzaleka Connect");
    let first = &feed.entries[0];
    assert_eq!((first.id.as_str(), first.title.value.as_str()), ("http://portal.test/things/69", "Thing <69> & more"));
    assert_eq!(first.links[0].href, "http://portal.test/sw/things/69");
    assert!(feed.entries.windows(2).all(|pair| pair[0].updated >= pair[1].updated && pair[0].id != pair[1].id));
    assert!(feed.links.iter().any(|link| link.rel == "self" && link.href == feed.id));
}

#[tokio::test]
async fn an_empty_feed_is_valid_and_steady() {
    let portal = portal(0).await;
    let answer = portal.get("/feed.atom").await;
    let feed = Feed::read_from(answer.text().as_bytes()).unwrap();
    assert_eq!((feed.entries.len(), feed.updated.to_rfc3339().as_str()), (0, "2026-11-21T00:00:00+00:00"));
    assert_eq!(portal.get("/feed.atom").await.text(), answer.text());
}

#[tokio::test]
async fn the_json_feed_tells_the_same() {
    let answer = portal(3).await.get("/fr/feed.json").await;
    assert_eq!(answer.header("content-type"), "application/feed+json; charset=utf-8");
    let feed: Value = serde_json::from_str(answer.text()).unwrap();
    assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(feed["feed_url"], "http://portal.test/fr/feed.json");
    assert_eq!(feed["items"].as_array().unwrap().len(), 3);
    assert_eq!(feed["items"][0]["id"], "http://portal.test/things/2");
    assert_eq!(feed["items"][0]["url"], "http://portal.test/fr/things/2");
    assert!(feed["items"][0]["content_text"].is_string());
}
