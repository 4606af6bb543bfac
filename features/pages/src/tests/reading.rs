//! What readers get.

use serde_json::json;

use super::{document, plain, portal, take};

#[tokio::test]
async fn a_built_in_page_opens_in_each_language() {
    let portal = portal().await;
    for (path, title) in
        [("/mission", "Our mission"), ("/sw/mission", "Dhamira yetu"), ("/fr/mission", "Notre mission")]
    {
        let answer = portal.get(path).await;
        assert_eq!(answer.status, 200, "{path}");
        assert!(answer.text().contains(&format!("<h1 dir=\"auto\">{title}</h1>")), "{path}");
        assert!(!answer.text().contains("class=\"note\">"), "{path} says nothing of another language");
        assert_eq!(
            answer.text().matches("rel=\"alternate\" hreflang=").count(),
            4,
            "{path} has its siblings and the default"
        );
    }
}

#[tokio::test]
async fn a_page_in_the_database_takes_the_place_of_the_built_in_one() {
    let portal = portal().await;
    take(&portal.db, plain("mission", "Why we do this")).await;
    assert!(portal.get("/mission").await.text().contains("Why we do this"));
    assert!(portal.get("/sw/mission").await.text().contains("Dhamira yetu"), "other languages stay");
}

#[tokio::test]
async fn a_missing_language_is_announced_and_not_indexed() {
    let portal = portal().await;
    take(&portal.db, plain("choir", "Our choir")).await;
    let answer = portal.get("/fr/choir").await;
    assert_eq!(answer.status, 200);
    assert!(answer.text().contains("Cette page n’existe pas encore en français. La voici en anglais."));
    assert!(answer.text().contains("<h1 dir=\"auto\" lang=\"en\">Our choir</h1>"));
    assert!(answer.text().contains("name=\"robots\" content=\"noindex\""));
    assert!(!answer.text().contains("hreflang=\"fr\" href=\"http://portal.test/fr/choir\""));
    let english = portal.get("/choir").await;
    assert!(english.text().contains("rel=\"alternate\" hreflang=\"en\""));
    assert!(!english.text().contains("noindex"));
}

#[tokio::test]
async fn a_draft_is_seen_by_nobody() {
    let portal = portal().await;
    let (taken, _) = take(&portal.db, as_draft(plain("plans", "Our plans"))).await;
    assert_eq!(taken.url.as_deref(), Some("/plans"));
    assert_eq!(portal.get("/plans").await.status, 404);
    take(&portal.db, as_draft(plain("mission", "Not yet"))).await;
    assert!(portal.get("/mission").await.text().contains("Our mission"), "a draft hides nothing");
}

fn as_draft(document: plugs::Document) -> plugs::Document {
    plugs::Document { draft: true, ..document }
}

#[tokio::test]
async fn each_entry_of_seo_extra_is_one_meta_tag() {
    let portal = portal().await;
    let fields = json!({
        "title": "Our Mission",
        "image": "images/1_x (1).jpeg",
        "seo": {
            "title": "About us",
            "description": "What we do",
            "robots": ["nofollow"],
            "extra": [
                { "name": "og:type", "value": "article", "keyName": "property" },
                { "name": "og:image", "value": "images/1_x (1).jpeg", "keyName": "property", "relativeUrl": true },
                { "name": "twitter:card", "value": "summary" },
            ],
        },
    });
    take(&portal.db, document("our-mission", fields, "Hello & <b>welcome</b>.\n")).await;
    let answer = portal.get("/our-mission").await;
    let text = answer.text();
    for tag in [
        "<meta property=\"og:type\" content=\"article\">",
        "<meta property=\"og:image\" content=\"http://portal.test/images/1_x%20%281%29.jpeg\">",
        "<meta name=\"twitter:card\" content=\"summary\">",
        "<meta name=\"description\" content=\"What we do\">",
        "<meta name=\"robots\" content=\"nofollow\">",
        "<meta property=\"og:title\" content=\"About us\">",
    ] {
        assert_eq!(text.matches(tag).count(), 1, "{tag} in {text}");
    }
    for name in ["og:type", "og:image", "og:title", "og:url", "description", "twitter:card", "robots"] {
        assert_eq!(text.matches(&format!("=\"{name}\" content=")).count(), 1, "{name}");
    }
    assert!(text.contains("<title>About us"));
    assert!(text.contains("\"@type\":\"WebPage\"") && text.contains("\"@type\":\"BreadcrumbList\""));
}

#[tokio::test]
async fn a_heading_that_repeats_the_title_is_not_shown_twice() {
    let portal = portal().await;
    take(&portal.db, document("choir", json!({}), "# Our choir\n\nWe sing.\n")).await;
    let answer = portal.get("/choir").await;
    let text = answer.text();
    assert_eq!(text.matches("Our choir</h").count(), 1);
    assert!(text.contains("<p>We sing.</p>"));
}

#[tokio::test]
async fn an_unknown_page_or_picture_is_not_found() {
    let portal = portal().await;
    for path in ["/nothing-here", "/images/nothing.jpg", "/images/%25_%5C.jpg", "/sw/nothing", "/%FF"] {
        assert_eq!(portal.get(path).await.status, 404, "{path}");
    }
}
