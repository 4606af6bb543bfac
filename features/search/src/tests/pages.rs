//! The page of results and the suggestions, through the front door.

use std::sync::Arc;

use async_trait::async_trait;
use axum::{
    body::{Body, to_bytes},
    http::{Request, StatusCode},
};
use basics::{Lang, SystemClock, Viewer};
use db::Db;
use files::{Files, FilesSettings};
use plugs::{Card, CardSource, SearchDoc};
use web::{Front, Plugs, Portal, Site};

use super::{Shelf, person};
use crate::pages::Asked;

/// Cards with the id as title.
struct Cards;

#[async_trait]
impl CardSource for Cards {
    fn kinds(&self) -> &'static [&'static str] {
        &["person", "organisation", "page"]
    }

    async fn cards(&self, _: &Db, _: Viewer, lang: Lang, ids: &[&str]) -> anyhow::Result<Vec<Card>> {
        let card = |id: &&str| Card {
            kind: "person",
            id: (*id).into(),
            href: web::link(lang, format_args!("/things/{id}")),
            title: (*id).into(),
            letter: 'A',
            ..Card::default()
        };
        Ok(ids.iter().map(card).collect())
    }

    async fn newest(&self, _: &Db, _: Viewer, _: Lang, _: i64) -> anyhow::Result<Vec<Card>> {
        Ok(Vec::new())
    }
}

struct Door {
    front: Front,
    _shelf: Shelf,
}

impl Door {
    async fn of(docs: &[SearchDoc]) -> Self {
        let shelf = Shelf::of(docs);
        let db = Db::open(None, shelf.folder.path()).await.unwrap();
        let files = Files::open(&FilesSettings::Folder(shelf.folder.path().join("files"))).unwrap();
        let site =
            Site { name: "Dzaleka Connect".into(), base_url: "https://portal.example".into(), cache_bytes: 1_000_000 };
        let feed = changes::follow(db.clone()).await.unwrap();
        let plugs = Plugs {
            finder: Arc::clone(&shelf.index) as _,
            cards: vec![Arc::new(Cards)],
            listings: Vec::new(),
            gate: None,
            faces: None,
            belongings: Vec::new(),
            waiting: Vec::new(),
            open: Default::default(),
        };
        let portal = Portal::new(db, files, Arc::new(SystemClock), site, feed, plugs);
        Self { front: Front::new(portal, crate::feature().routes, 100), _shelf: shelf }
    }

    /// Status and text of an answer.
    async fn get(&self, address: &str) -> (StatusCode, String) {
        let response = self.front.respond(Request::get(address).body(Body::empty()).unwrap()).await;
        let status = response.status();
        let bytes = to_bytes(response.into_body(), 1 << 20).await.unwrap();
        (status, String::from_utf8(bytes.to_vec()).unwrap())
    }

    async fn page(&self, address: &str) -> String {
        let (status, page) = self.get(address).await;
        assert_eq!(status, StatusCode::OK, "{address}");
        page
    }
}

async fn village() -> Door {
    let organisation = SearchDoc { kind: "organisation", ..person("clay-works", "Clay Works", "pots and jars") };
    let page = SearchDoc { kind: "page", ..person("how-it-works", "How it works", "Show your clay, cloth or code") };
    let near = SearchDoc { kind: "page", ..person("play", "Play", "games") };
    Door::of(&[person("amina", "Amina Uwase", "Works with clay"), organisation, page, near]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn results_stand_under_their_kind_with_the_way_to_all_of_them() {
    let page = village().await.page("/search?q=clay").await;
    for part in [
        "3 results for “clay”",
        "<h2>People <small>1</small></h2>",
        "/things/amina",
        "/things/clay-works",
        "/things/how-it-works",
        "/people?q=clay",
        "noindex",
    ] {
        assert!(page.contains(part), "{part} is missing in {page}");
    }
    assert!(!page.contains("/things/play"), "a similar word is a distraction where the exact one is found");
}

#[tokio::test(flavor = "multi_thread")]
async fn results_speak_the_readers_language() {
    let page = village().await.page("/sw/search?q=clay").await;
    for part in ["Matokeo 3 ya “clay”", "/sw/things/amina", "/sw/people?q=clay", "/fr/search?q=clay"] {
        assert!(page.contains(part), "{part} is missing");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn similar_spellings_and_half_matches_are_called_so() {
    let village = village().await;
    assert!(village.page("/search?q=amima").await.contains("Nothing is spelled just like that"));
    assert!(village.page("/search?q=amina+klingon").await.contains("Nothing has all of these words"));
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_found_offers_ways_on() {
    let page = village().await.page("/search?q=oomina").await;
    for part in
        ["Nothing matches “oomina”", "Did you mean “amina”?", "/search?q=amina", "href=\"/people\"", "href=\"/help\""]
    {
        assert!(page.contains(part), "{part} is missing");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn odd_questions_get_a_page_too() {
    let village = village().await;
    for address in [
        "/search",
        "/search?q=",
        "/search?q=%00%FF%3Cscript%3E",
        "/search?q=%F0%9F%8F%BA",
        "/search?x=1&q=a&q=b",
        "/search?q=%",
    ] {
        let page = village.page(address).await;
        assert!(!page.contains("<script>"), "{address}");
    }
    let long = format!("/search?q={}", "clay+".repeat(300));
    assert!(village.page(&long).await.contains("first 200 characters"));
}

#[tokio::test(flavor = "multi_thread")]
async fn names_are_suggested_as_json() {
    let village = village().await;
    let found: serde_json::Value = serde_json::from_str(&village.page("/suggest?q=am").await).unwrap();
    assert_eq!(found, serde_json::json!([{ "title": "amina", "line": "", "href": "/things/amina", "kind": "person" }]));
    assert_eq!(village.page("/suggest?q=").await, "[]");
    assert_eq!(village.page("/suggest").await, "[]");
}

#[test]
fn a_question_is_cut_and_cleaned() {
    assert_eq!(Asked::read("q=%20clay%0A"), Asked { q: "clay".into(), cut: false });
    let long = Asked::read(&format!("q={}", "é".repeat(201)));
    assert_eq!((long.q.chars().count(), long.cut), (200, true));
    assert_eq!(Asked::at("/people", "a&b"), "/people?q=a%26b");
}
