//! Where the address word comes from.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::name::{Naming, name};

fn named(collection: &str, stem: &str, fields: Value, body: &str) -> String {
    let fields: Map<String, Value> = fields.as_object().unwrap().clone();
    let naming =
        Naming { collection, stem, entry: false, exact: false, fields: &fields, body, hash: "0123456789abcdef" };
    name(&naming, &mut Vec::new())
}

#[test]
fn the_file_name_gives_the_slug() {
    for (stem, slug) in [
        ("amina", "amina"),
        ("2021-03-04-market-day", "market-day"),
        ("01-about us", "about-us"),
        ("Our Mission: 2020", "our-mission-2020"),
        ("1_eVk2Vg1lnnk6 (1)", "evk2vg1lnnk6-1"),
        ("3d-printing", "3d-printing"),
    ] {
        assert_eq!(named("stories", stem, json!({ "title": "Other" }), ""), slug, "{stem}");
    }
}

#[test]
fn a_file_name_that_says_nothing_gives_way_to_the_title() {
    for stem in ["index", "000_0f7c6b0e1f997c60", "untitled-3", "42", "README"] {
        assert_eq!(named("pages", stem, json!({ "title": "Our Mission" }), ""), "our-mission", "{stem}");
    }
    assert_eq!(named("people", "index", json!({ "name": "Amina Salé" }), ""), "amina-sale");
}

#[test]
fn without_a_title_the_first_words_are_taken_and_then_the_hash() {
    assert_eq!(
        named("pages", "index", json!({}), "Welcome to the *market* of Dzaleka, friends"),
        "welcome-to-the-market-of-dzaleka"
    );
    assert_eq!(named("pages", "index", json!({}), "…"), "pages-01234567");
}

#[test]
fn a_page_never_takes_an_address_of_the_portal() {
    let mut repairs = Vec::new();
    let naming = Naming {
        collection: "pages",
        stem: "people",
        entry: false,
        exact: false,
        fields: &Map::new(),
        body: "",
        hash: "",
    };
    assert_eq!(name(&naming, &mut repairs), "people-page");
    assert_eq!((repairs[0].field.as_str(), repairs[0].read.as_str()), ("slug", "people"));
    assert_eq!(named("people", "search", json!({}), ""), "search");
}

#[test]
fn nothing_personal_gets_into_an_address() {
    assert_eq!(named("jobs", "index", json!({ "title": "Call 0991234567 now" }), ""), "call-now");
}

proptest! {
    #[test]
    fn a_slug_is_never_empty(stem in ".{0,40}", title in ".{0,40}", body in ".{0,80}") {
        let slug = named("pages", &stem, json!({ "title": title }), &body);
        prop_assert!(!slug.is_empty());
    }
}
