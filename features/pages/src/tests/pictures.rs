//! Pictures that pages name.

use basics::At;
use media::{Format, Picture, Rendition};
use plugs::Document;
use serde_json::json;
use testkit::TestPortal;

use super::{document, portal, take};

const NAME: &str = "images/1_x (1).jpeg";

async fn portal_with_picture() -> TestPortal {
    let portal = portal().await;
    let made = |width, format, key: &str| Rendition { width, height: width / 2, format, key: key.into(), bytes: 9 };
    let renditions = vec![
        made(96, Format::Webp, "square.webp"),
        made(320, Format::Webp, "small.webp"),
        made(960, Format::Webp, "large.webp"),
        made(1200, Format::Jpeg, "share.jpg"),
    ];
    let mut tx = portal.db.begin().await.unwrap();
    media::insert(&mut tx, &Picture { hash: "abc".into(), width: 2000, height: 1000, renditions }, At(1))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let fields = json!({ "title": "Camp", "image": NAME, "image_alt": "A street" });
    let body = "Look:\n\n![Market](../images/1_x%20(1).jpeg)\n\n![Lost > \"found\"](images/lost.jpg)\n";
    take(&portal.db, Document { pictures: vec![(NAME.into(), "abc".into())], ..document("camp", fields, body) }).await;
    portal
}

#[tokio::test]
async fn a_known_picture_stands_above_the_text_and_inside_it() {
    let portal = portal_with_picture().await;
    let answer = portal.get("/camp").await;
    let text = answer.text();
    assert!(text.contains("src=\"/media/large.webp\" srcset=\"/media/small.webp 320w, /media/large.webp 960w\" sizes=\"(min-width:42em) 40rem, 94vw\" width=\"960\" height=\"480\" alt=\"A street\">"), "{text}");
    let inside = "<img src=\"/media/large.webp\" srcset=\"/media/small.webp 320w, /media/large.webp 960w\" sizes=\"(min-width:42em) 40rem, 94vw\" width=\"960\" height=\"480\" alt=\"Market\" loading=\"lazy\" decoding=\"async\">";
    assert!(text.contains(inside), "{text}");
    assert!(
        text.contains("<p>Lost &gt; &quot;found&quot;</p>") && text.matches("<img").count() == 2,
        "a lost picture leaves its words"
    );
    assert!(text.contains("property=\"og:image\" content=\"http://portal.test/images/1_x%20%281%29.jpeg\""));
}

#[tokio::test]
async fn a_reader_who_saves_data_taps_for_the_picture() {
    let portal = portal_with_picture().await;
    let answer = portal.ask("GET", "/camp").header("save-data", "on").send().await;
    assert!(answer.text().contains("data-tap") && answer.text().contains("data-alt=\"A street\""));
    assert_eq!(answer.text().matches("data-tap").count(), 2);
    assert!(answer.text().contains("Show picture: Market</a>") && !answer.text().contains("<img"));
}

#[tokio::test]
async fn the_old_name_of_a_picture_leads_to_it() {
    let portal = portal_with_picture().await;
    for path in ["/images/1_x%20%281%29.jpeg", "/images/1_x%20(1).jpeg"] {
        let answer = portal.get(path).await;
        assert_eq!((answer.status, answer.header("location")), (307, "/media/share.jpg"), "{path}");
    }
    assert_eq!(portal.get("/images/lost.jpg").await.status, 404);
    assert_eq!(portal.get("/images/_%20%281%29.jpeg").await.status, 404, "no wildcards");
}

#[tokio::test]
async fn a_drafts_picture_is_not_led_to() {
    let portal = portal().await;
    let draft = Document {
        draft: true,
        pictures: vec![("images/a.jpg".into(), "abc".into())],
        ..super::plain("plans", "Plans")
    };
    take(&portal.db, draft).await;
    assert_eq!(portal.get("/images/a.jpg").await.status, 404);
}
