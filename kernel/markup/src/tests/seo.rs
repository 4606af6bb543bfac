//! Meta tags from `seo`, in the shapes that sites write.

use serde_json::{Value, json};

use crate::{Defaults, Tag, absolute, meta_tags, seo};

const DEFAULTS: Defaults = Defaults {
    title: "T",
    description: "D",
    image: None,
    url: "https://x.example/t",
    kind: "website",
    base_url: "https://x.example/",
};

fn tags(value: Value) -> Vec<Tag> {
    let fields = json!({ "seo": value });
    meta_tags(&seo(fields.as_object().unwrap()), &DEFAULTS)
}

fn contents<'t>(tags: &'t [Tag], name: &str) -> Vec<(&'static str, &'t str)> {
    tags.iter().filter(|tag| tag.name == name).map(|tag| (tag.attribute, tag.content.as_str())).collect()
}

#[test]
fn every_entry_becomes_one_tag_with_its_attribute() {
    let tags = tags(json!({
        "title": "About", "description": "Pots\n and clay \n", "robots": ["noindex", "nofollow"], "type": "stackbit_page_meta",
        "extra": [
            {"name": "og:type", "value": "profile", "keyName": "property"},
            {"name": "og:image", "value": "images/1_a (1).jpeg", "keyName": "property", "relativeUrl": true},
            {"name": "twitter:image", "value": "images/b.jpg", "keyName": "property", "relativeUrl": true},
            {"name": "twitter:title", "value": "About"},
            {"name": "twitter:title", "value": "About"},
            {"name": "keywords", "value": "pots"}
        ]
    }));
    assert_eq!(contents(&tags, "og:type"), [("property", "profile")]);
    assert_eq!(contents(&tags, "og:image"), [("property", "https://x.example/images/1_a%20%281%29.jpeg")]);
    assert_eq!(contents(&tags, "twitter:image"), [("property", "https://x.example/images/b.jpg")]);
    assert_eq!(contents(&tags, "twitter:title"), [("name", "About")]);
    assert_eq!(contents(&tags, "keywords"), [("name", "pots")]);
    assert_eq!(contents(&tags, "robots"), [("name", "noindex, nofollow")]);
    assert_eq!(contents(&tags, "description"), [("name", "Pots and clay")]);
    assert_eq!(contents(&tags, "og:title"), [("property", "About")]);
    assert_eq!(contents(&tags, "og:url"), [("property", "https://x.example/t")]);
    assert_eq!(contents(&tags, "twitter:card"), [("name", "summary_large_image")]);
}

#[test]
fn what_is_missing_comes_from_defaults_and_nothing_twice() {
    for odd in [
        json!(null),
        json!("x"),
        json!([1]),
        json!({"extra": "x", "robots": 3}),
        json!({"extra": [1, {"name": 2}, {"value": "x"}]}),
    ] {
        let tags = tags(odd);
        let mut names: Vec<&str> = tags.iter().map(|tag| tag.name.as_str()).collect();
        names.sort_unstable();
        assert_eq!(names, ["description", "og:description", "og:title", "og:type", "og:url", "twitter:card"]);
    }
}

#[test]
fn addresses_are_made_whole_and_encoded_once() {
    for (path, whole) in [
        ("images/a b[1].jpg", "https://x.example/images/a%20b%5B1%5D.jpg"),
        ("/images/a.jpg", "https://x.example/images/a.jpg"),
        ("images/a%20b.jpg", "https://x.example/images/a%20b.jpg"),
        ("images/50%.jpg", "https://x.example/images/50%25.jpg"),
        ("images/é.jpg", "https://x.example/images/%C3%A9.jpg"),
        ("images/a: b.jpg", "https://x.example/images/a:%20b.jpg"),
        ("https://y.example/a b.jpg", "https://y.example/a%20b.jpg"),
    ] {
        assert_eq!(absolute("https://x.example/", path), whole);
        assert_eq!(absolute("https://x.example", path), whole);
    }
}
