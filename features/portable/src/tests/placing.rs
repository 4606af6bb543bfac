//! What folders and fields say a document is.

use serde_json::json;

use crate::{meaning, place::place};

fn collection_of(path: &str, fields: serde_json::Value) -> Option<&'static str> {
    meaning::collection(&place("site", path, None), fields.as_object().unwrap())
}

#[test]
fn the_deepest_folder_that_names_a_collection_counts() {
    for (path, collection) in [
        ("_people/amina.md", "people"),
        ("src/content/profiles/amina.md", "people"),
        ("content/pages/people/amina.md", "people"),
        ("content/pages/about.md", "pages"),
        ("_posts/2021-03-04-market.md", "news"),
        ("Community Voices/amina.md", "stories"),
        ("people/amina/stories/first.md", "stories"),
        ("services/clinic.yml", "organisations"),
        ("_data/talents.json", "people"),
    ] {
        assert_eq!(place("site", path, None).collection, Some(collection), "{path}");
    }
}

#[test]
fn the_folders_own_word_is_kept_for_the_room() {
    assert_eq!(place("site", "artists/amina.md", None).folder_word, "artists");
    assert_eq!(place("site", "_data/talents.json", Some("talents/weavers")).folder_word, "weavers");
    assert_eq!(place("site", "talents/dancers/amina.md", None).folder_word, "dancers");
}

#[test]
fn the_imported_folder_itself_may_name_a_collection() {
    assert_eq!(place("_people", "amina.md", None).collection, Some("people"));
}

#[test]
fn without_a_folder_the_fields_say_it() {
    let seo = |kind: &str| json!({ "extra": [{ "name": "og:type", "value": kind, "keyName": "property" }] });
    assert_eq!(collection_of("a.md", json!({ "layout": "profile" })), Some("people"));
    assert_eq!(collection_of("a.md", json!({ "layout": "../layouts/PostLayout.astro" })), Some("news"));
    assert_eq!(collection_of("a.md", json!({ "type": "event" })), Some("events"));
    assert_eq!(collection_of("a.md", json!({ "seo": seo("article") })), Some("stories"));
    assert_eq!(collection_of("a.md", json!({ "layout": "page", "seo": seo("website") })), Some("pages"));
    assert_eq!(collection_of("a.md", json!({ "colour": "red" })), None);
}

#[test]
fn a_profile_that_is_laid_out_as_a_page_is_a_person() {
    let fields = json!({ "layout": "page", "seo": { "extra": [{ "name": "og:type", "value": "profile" }] } });
    assert_eq!(collection_of("amina.md", fields), Some("people"));
}

#[test]
fn the_language_stands_in_the_folder_the_file_name_or_a_field() {
    let lang =
        |path: &str, fields: serde_json::Value| meaning::lang(&place("site", path, None), fields.as_object().unwrap());
    assert_eq!(lang("i18n/fr/about.md", json!({})), Some("fr"));
    assert_eq!(lang("content/sw/pages/about.md", json!({})), Some("sw"));
    assert_eq!(lang("about.fr-CD.md", json!({})), Some("fr"));
    assert_eq!(lang("about.md", json!({ "locale": "sw_TZ" })), Some("sw"));
    assert_eq!(lang("people/amina.md", json!({ "language": "Kiswahili" })), None);
}

#[test]
fn drafts_are_known_by_folder_or_field() {
    let draft =
        |path: &str, fields: serde_json::Value| meaning::draft(&place("site", path, None), fields.as_object().unwrap());
    assert!(draft("_drafts/a.md", json!({})) && draft("a.md", json!({ "draft": true })));
    assert!(draft("a.md", json!({ "published": false })) && draft("a.md", json!({ "status": "Draft" })));
    assert!(!draft("a.md", json!({ "draft": false })) && !draft("a.md", json!({ "published": true })));
}
