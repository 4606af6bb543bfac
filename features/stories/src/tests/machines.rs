//! What machines read of stories: feeds and records.

use std::collections::BTreeSet;

use atom_syndication::FixedDateTime;
use basics::At;
use db::Db;
use quick_xml::{Reader, events::Event};
use serde_json::Value;
use testkit::{Nothing, TestPortal, on_both};

use super::cast::{NOW, published};
use crate::{Use, pages::reading::SCHEMA};

const BEFORE: At = At(NOW.0 - 9 * At::DAY);

async fn node(db: &Db) -> TestPortal {
    let rooms = vec![people::feature(), crate::feature()];
    TestPortal::node(db.clone(), rooms, |opening| std::sync::Arc::new(Nothing(opening.position))).await
}

/// Elements below the root and below each entry, by a parser that knows nothing of Atom; attributes of links.
fn elements(xml: &str) -> (Vec<String>, Vec<Vec<String>>, Vec<String>) {
    let (mut feed, mut entries, mut links) = (Vec::new(), Vec::new(), Vec::new());
    let (mut path, mut reader) = (Vec::<String>::new(), Reader::from_str(xml));
    loop {
        let event = reader.read_event().expect("well-formed");
        let (Event::Start(ref tag) | Event::Empty(ref tag)) = event else {
            match event {
                Event::End(_) => drop(path.pop()),
                Event::Eof => break,
                _ => {}
            }
            continue;
        };
        let name = String::from_utf8(tag.name().as_ref().to_vec()).unwrap();
        match path.len() {
            1 if name == "entry" => entries.push(Vec::new()),
            1 => feed.push(name.clone()),
            2 if path[1] == "entry" => entries.last_mut().unwrap().push(name.clone()),
            _ => {}
        }
        if name == "link" {
            links.push(String::from_utf8_lossy(tag).into_owned());
        }
        if matches!(event, Event::Start(_)) {
            path.push(name);
        }
    }
    (feed, entries, links)
}

/// RFC 4287, 4.1.1 and 4.1.2: what a feed and each entry have to hold once, and may hold only once.
#[tokio::test(flavor = "multi_thread")]
async fn the_atom_feed_keeps_to_the_rules_of_its_standard() {
    on_both(async |db| {
        for title in ["One & <two>", "Three"] {
            published(&db, title, &["Neema"], &[Use::Site, Use::Press], BEFORE).await;
        }
        let node = node(&db).await;
        let answer = node.get("/stories/feed.atom?form=interview&lang=en").await;
        assert_eq!(answer.header("content-type"), "application/atom+xml; charset=utf-8");
        assert_eq!(answer.header("cache-control"), "public, no-cache");
        let (feed, entries, links) = elements(answer.text());
        let count = |all: &[String], name: &str| all.iter().filter(|one| *one == name).count();
        for (name, least, most) in
            [("id", 1, 1), ("title", 1, 1), ("updated", 1, 1), ("author", 1, 9), ("subtitle", 0, 1)]
        {
            assert!((least..=most).contains(&count(&feed, name)), "{name}");
        }
        assert_eq!(entries.len(), 2);
        for entry in &entries {
            for (name, least, most) in
                [("id", 1, 1), ("title", 1, 1), ("updated", 1, 1), ("published", 0, 1), ("summary", 0, 1)]
            {
                assert!((least..=most).contains(&count(entry, name)), "{name}");
            }
            let known = ["id", "title", "updated", "published", "summary", "link", "category", "author"];
            assert!(entry.iter().all(|name| known.contains(&name.as_str())), "{entry:?}");
        }
        let own = "http://portal.test/stories/feed.atom?form=interview&amp;lang=en";
        assert!(links.iter().any(|link| link.contains("rel=\"self\"") && link.contains(own)), "{links:?}");
        let read = atom_syndication::Feed::read_from(answer.text().as_bytes()).unwrap();
        let ids: BTreeSet<&str> = read.entries.iter().map(|entry| entry.id.as_str()).collect();
        assert_eq!(ids.len(), 2);
        assert!(read.entries.iter().any(|entry| entry.title.value == "One & <two>"));
        assert!(read.entries.iter().all(|entry| entry.updated <= read.updated));
        assert!(elements(node.get("/stories/feed.atom?form=news").await.text()).1.is_empty());
    })
    .await;
}

/// https://www.jsonfeed.org/version/1.1/: what has to be there, and as what.
#[tokio::test(flavor = "multi_thread")]
async fn the_json_feed_keeps_to_the_rules_of_its_standard() {
    on_both(async |db| {
        published(&db, "One", &["Neema"], &[Use::Site, Use::Press], BEFORE).await;
        let answer = node(&db).await.get("/sw/stories/feed.json").await;
        assert_eq!(answer.header("content-type"), "application/feed+json; charset=utf-8");
        let feed = answer.json();
        assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
        assert!(feed["title"].is_string());
        assert_eq!(feed["feed_url"], "http://portal.test/sw/stories/feed.json");
        let item = &feed["items"][0];
        for name in ["id", "url", "title", "content_text", "language"] {
            assert!(item[name].as_str().is_some_and(|text| !text.is_empty()), "{name}");
        }
        for name in ["date_published", "date_modified"] {
            assert!(FixedDateTime::parse_from_rfc3339(item[name].as_str().unwrap()).is_ok(), "{name}");
        }
        assert!(item["tags"].as_array().unwrap().iter().all(Value::is_string));
        assert_eq!(
            (item["language"].as_str(), item["url"].as_str()),
            (Some("en"), Some("http://portal.test/sw/stories/one"))
        );
    })
    .await;
}

/// Where a value breaks the words of JSON Schema that our schema uses.
fn faults(schema: &Value, value: &Value, at: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut must = |holds: bool, word: &str| {
        if !holds {
            found.push(format!("{at}: {word}"));
        }
    };
    for (word, rule) in schema.as_object().unwrap() {
        match word.as_str() {
            "type" => must(
                match rule.as_str().unwrap() {
                    "object" => value.is_object(),
                    "array" => value.is_array(),
                    "string" => value.is_string(),
                    other => panic!("{other}"),
                },
                word,
            ),
            "enum" => must(rule.as_array().unwrap().contains(value), word),
            "const" => must(rule == value, word),
            "required" => {
                must(rule.as_array().unwrap().iter().all(|name| value.get(name.as_str().unwrap()).is_some()), word)
            }
            "minLength" => must(value.as_str().is_some_and(|text| !text.is_empty()), word),
            "minItems" => must(value.as_array().is_some_and(|all| !all.is_empty()), word),
            "additionalProperties" => {
                let known = schema["properties"].as_object().unwrap();
                must(value.as_object().unwrap().keys().all(|name| known.contains_key(name)), word);
            }
            _ => {}
        }
    }
    for (name, rule) in schema["properties"].as_object().into_iter().flatten() {
        if let Some(value) = value.get(name) {
            found.extend(faults(rule, value, &format!("{at}.{name}")));
        }
    }
    for value in value.as_array().into_iter().flatten().filter(|_| schema["items"].is_object()) {
        found.extend(faults(&schema["items"], value, &format!("{at}[]")));
    }
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_fits_the_metadata_standard_and_says_what_was_agreed_to() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    on_both(async |db| {
        published(&db, "Kept well", &["Neema", "Baraka"], &[Use::Site, Use::Press], BEFORE).await;
        published(&db, "Not for the press", &["Neema"], &[Use::Site], BEFORE).await;
        let node = node(&db).await;
        let record = node.get("/stories/kept-well.json").await.json();
        assert_eq!(faults(&schema, &record, "record"), Vec::<String>::new());
        assert_eq!(record["rights"]["consent_status"], "obtained");
        assert_eq!(record["rights"]["access_level"], "public");
        assert_eq!(record["rights"]["holder"], "Neema, Baraka");
        assert_eq!(record["rights"]["sensitivity"][0], "personal-data");
        assert!(record["rights"]["access_note"].as_str().unwrap().contains("2027"), "when the consent ends");
        let mut unlawful = record.clone();
        unlawful.as_object_mut().unwrap().remove("rights");
        assert!(!faults(&schema, &unlawful, "").is_empty(), "rights are required");
        unlawful = record;
        unlawful["rights"]["consent_status"] = "perhaps".into();
        assert!(!faults(&schema, &unlawful, "").is_empty());
        assert_eq!(node.get("/stories/not-for-the-press.json").await.status, 410);
        let served = node.get("/stories/record.schema.json").await;
        assert_eq!(served.text(), SCHEMA);
    })
    .await;
}
