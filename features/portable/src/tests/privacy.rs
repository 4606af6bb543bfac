//! Personal details never reach the public form, wherever they stand, and nothing is lost.

use std::fs;

use plugs::Document;

use super::house::House;
use crate::{
    read::{Root, read},
    walk::walk,
};

async fn document(text: &str) -> Document {
    let house = House::with(&[("people/amina.md", text)]).await;
    let site = walk(&house.site).unwrap();
    let root = Root { folder: &site.root, name: "site".into(), exported: false };
    read(&site.files[0], &root).remove(0).unwrap().document
}

const DIRTY: &str = "---\nname: Amina\nphone: 0991234567\ncontact:\n  email: amina@example.org\n  city: Lilongwe\n\
                     note: call me on 0991 234 568\ndate: 2024-01-05\n---\nI paint.\n\nWrite to amina@example.org today.\n";

#[tokio::test]
async fn private_fields_are_kept_but_not_public() {
    let document = document(DIRTY).await;
    assert_eq!(document.fields["phone"].as_str().map(str::len), Some(10));
    let public = serde_json::to_string(&document.public_fields).unwrap();
    assert!(!public.contains("0991") && !public.contains("amina@"), "{public}");
    assert!(public.contains("Lilongwe") && public.contains("2024-01-05"), "{public}");
    assert_eq!(document.private, ["phone", "contact.email", "note", "body"]);
}

#[tokio::test]
async fn details_in_the_body_are_masked_and_the_original_kept() {
    let document = document(DIRTY).await;
    assert!(document.body.contains("amina@example.org"));
    assert!(!document.public_body().contains("amina@example.org"));
    assert!(document.public_body().contains("I paint."));
}

#[tokio::test]
async fn a_masking_is_reported_with_its_line_and_without_the_detail() {
    let document = document(DIRTY).await;
    let repair = document.repairs.iter().find(|repair| repair.field == "body").unwrap();
    assert_eq!((repair.line, repair.read.as_str(), repair.stored.as_str()), (12, "e-mail address", "[…]"));
    let told = serde_json::to_string(&document.repairs).unwrap();
    assert!(!told.contains("0991") && !told.contains("amina@"), "{told}");
}

#[tokio::test]
async fn repairs_of_private_fields_do_not_quote_them() {
    let document = document("---\nname: Amina\nphone: \"0991\u{a0}234\u{a0}567\"\n---\nHello\u{a0}0991 234 567").await;
    assert!(document.repairs.len() >= 2, "{:?}", document.repairs);
    let told = serde_json::to_string(&document.repairs).unwrap();
    assert!(!told.contains("0991") && !told.contains("234"), "{told}");
}

#[tokio::test]
async fn a_document_without_details_is_public_as_it_is() {
    let document = document("---\nname: Amina\n---\nI paint.").await;
    assert_eq!(document.public_fields, document.fields);
    assert_eq!(document.masked_body, None);
    assert!(document.private.is_empty() && document.repairs.is_empty());
}

#[tokio::test]
async fn the_report_of_a_held_document_tells_nothing_either() {
    let house = House::with(&[("stories/amina.md", DIRTY)]).await;
    let report = house.import().await;
    let told = format!("{report}{}", serde_json::to_string(&report).unwrap());
    assert!(!told.contains("0991") && !told.contains("amina@"), "{told}");
    assert!(house.held().await[0][4].contains("0991234567"), "the original is kept whole");
    assert!(fs::read_to_string(house.site.join("stories/amina.md")).unwrap().contains("0991"));
}

#[tokio::test]
async fn names_of_meta_tags_are_not_taken_for_names_of_people() {
    let document = document(
        "---\nname: Amina\nseo:\n  type: stackbit_page_meta\n  extra:\n    - name: 'twitter:title'\n      value: Amina\n      \
         keyName: name\n    - name: 'og:type'\n      value: profile\n      keyName: property\n---\nI paint.",
    )
    .await;
    assert_eq!(document.public_fields, document.fields);
}
