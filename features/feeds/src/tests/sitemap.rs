//! The sitemap and its parts.

use std::collections::HashSet;

use quick_xml::{Reader, events::Event};

use super::portal;

/// Texts of all elements of this name; the whole document must be well-formed.
pub fn elements(xml: &str, name: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    let (mut found, mut inside) = (Vec::new(), false);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) if tag.name().as_ref() == name.as_bytes() => {
                inside = true;
                found.push(String::new());
            }
            Event::End(tag) if tag.name().as_ref() == name.as_bytes() => inside = false,
            Event::Text(text) if inside => found.last_mut().unwrap().push_str(&text.decode().unwrap()),
            Event::GeneralRef(entity) if inside => {
                let letter = entity.resolve_char_ref().unwrap().unwrap_or('&');
                found.last_mut().unwrap().push(letter);
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

#[tokio::test]
async fn every_address_is_in_exactly_one_part_in_each_of_its_languages() {
    let portal = portal(4_500).await;
    let index = portal.get("/sitemap.xml").await;
    assert_eq!(index.header("content-type"), "application/xml; charset=utf-8");
    let parts = elements(index.text(), "loc");
    assert_eq!(parts[2], "http://portal.test/sitemap.xml?kind=thing&part=3");
    let mut seen = Vec::new();
    for part in &parts {
        let answer = portal.get(part.strip_prefix("http://portal.test").unwrap()).await;
        let addresses = elements(answer.text(), "loc");
        assert!(addresses.len() <= 10_000);
        seen.extend(addresses);
    }
    assert_eq!(seen.len(), 4_500 * 3 - 2);
    assert_eq!(seen.iter().collect::<HashSet<_>>().len(), seen.len());
    assert!(seen.contains(&"http://portal.test/fr/things/4499".to_owned()));
    assert!(!seen.contains(&"http://portal.test/fr/things/1".to_owned()));
}

#[tokio::test]
async fn each_address_names_its_siblings_itself_and_the_default() {
    let portal = portal(1).await;
    let answer = portal.get("/sitemap.xml?kind=thing&part=1").await;
    let text = answer.text();
    assert_eq!(text.matches("<url>").count(), 3);
    for lang in ["en", "sw", "fr", "x-default"] {
        assert_eq!(text.matches(&format!("hreflang=\"{lang}\"")).count(), 3, "{lang}");
    }
    assert!(text.contains("<lastmod>2026-11-18T"));
}

#[tokio::test]
async fn a_part_that_is_not_there_is_not_found() {
    let portal = portal(2_000).await;
    for query in ["kind=thing&part=0", "kind=thing&part=2", "kind=other&part=1", "kind=thing", "part=1"] {
        assert_eq!(portal.get(&format!("/sitemap.xml?{query}")).await.status, 404, "{query}");
    }
    assert_eq!(portal.get("/sitemap.xml?part=many&kind=thing").await.status, 400);
    assert_eq!(elements(super::portal(0).await.get("/sitemap.xml").await.text(), "loc").len(), 0, "no empty part");
}
