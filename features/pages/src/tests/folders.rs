//! Pages in from folders and back out.

use plugs::{Document, Outcome, Portable};
use serde_json::json;

use super::{announced, document, plain, portal, take};
use crate::{plugs::portable::Folders, store};

#[tokio::test]
async fn a_page_is_published_at_once_and_announced() {
    let portal = portal().await;
    let (taken, _) = take(&portal.db, plain("our-choir", "Our choir")).await;
    assert_eq!((taken.outcome, taken.url.as_deref()), (Outcome::Imported, Some("/our-choir")));
    assert_eq!(portal.get("/our-choir").await.status, 200);
    assert_eq!(announced(&portal.db).await, [taken.subject.strip_prefix("pages:").unwrap()]);
}

#[tokio::test]
async fn covering_a_built_in_page_announces_both() {
    let portal = portal().await;
    take(&portal.db, Document { lang: Some("sw".into()), ..plain("mission", "Dhamira") }).await;
    assert_eq!(announced(&portal.db).await[1..], ["content:sw:mission"]);
}

#[tokio::test]
async fn a_slug_that_is_taken_gets_a_number_and_is_reported() {
    let portal = portal().await;
    for number in 1..=6 {
        let (taken, document) = take(&portal.db, plain("our-mission", "Our mission")).await;
        if number == 1 {
            assert!(document.repairs.is_empty());
        } else {
            let slug = format!("our-mission-{number}");
            assert_eq!((taken.outcome, taken.url), (Outcome::Repaired, Some(format!("/{slug}"))));
            assert_eq!((document.repairs[0].field.as_str(), &document.repairs[0].stored), ("slug", &slug));
        }
    }
    let (other, _) =
        take(&portal.db, Document { lang: Some("fr".into()), ..plain("our-mission", "Notre mission") }).await;
    assert_eq!(other.url.as_deref(), Some("/fr/our-mission"), "another language of the same page is no collision");
}

#[tokio::test]
async fn an_address_of_another_room_is_not_given_away() {
    let portal = portal().await;
    let (taken, _) = take(&portal.db, plain("people", "Our people")).await;
    assert_eq!(taken.url.as_deref(), Some("/people-2"));
}

#[tokio::test]
async fn a_second_import_brings_the_page_up_to_date_at_its_address() {
    let portal = portal().await;
    let (first, _) = take(&portal.db, plain("choir", "Our choir")).await;
    let again = Document { before: Some(first.subject.clone()), ..plain("choir-of-hope", "Choir of hope") };
    let (second, _) = take(&portal.db, again).await;
    assert_eq!((second.subject, second.url), (first.subject, first.url));
    assert!(portal.get("/choir").await.text().contains("Choir of hope"));
}

#[tokio::test]
async fn an_edit_made_here_is_never_overwritten() {
    let portal = portal().await;
    let (first, _) = take(&portal.db, plain("choir", "Our choir")).await;
    let id = first.subject.strip_prefix("pages:").unwrap();
    let mut page = store::find(&portal.db, id).await.unwrap().unwrap();
    page.edited_at = Some(basics::At(2_000));
    let mut tx = portal.db.begin().await.unwrap();
    store::update(&mut tx, &page).await.unwrap();
    tx.commit().await.unwrap();
    let again = Document { before: Some(first.subject.clone()), ..plain("choir", "Another title") };
    let (second, _) = take(&portal.db, again).await;
    assert_eq!((second.outcome, &second.subject), (Outcome::Unchanged, &first.subject));
    assert!(portal.get("/choir").await.text().contains("Our choir"));
}

#[tokio::test]
async fn personal_details_stay_out_of_the_page_and_go_out_whole() {
    let portal = portal().await;
    let whole = json!({ "title": "Choir", "subtitle": "Call 0991 234 567", "phone": "0991 234 567" });
    let body = "Call 0991 234 567 or come.\n";
    let masked = json!({ "title": "Choir", "subtitle": "Call …" });
    let document = Document {
        public_fields: masked.as_object().unwrap().clone(),
        masked_body: Some("Call … or come.\n".into()),
        ..document("choir", whole.clone(), body)
    };
    take(&portal.db, document).await;
    let answer = portal.get("/choir").await;
    let text = answer.text();
    assert!(text.contains("or come.") && !text.contains("0991"));
    let (given, _) = Folders.give(&portal.db, None, 10).await.unwrap();
    assert_eq!((given[0].path.as_str(), given[0].body.as_str()), ("pages/choir.md", body));
    assert_eq!(&given[0].fields, whole.as_object().unwrap());
}

#[tokio::test]
async fn pages_go_out_by_language_and_kind_of_text() {
    let portal = portal().await;
    take(&portal.db, Document { lang: Some("sw".into()), ..plain("kwaya", "Kwaya") }).await;
    take(&portal.db, Document { path: "pages/old.html".into(), ..plain("old", "Old") }).await;
    let (given, next) = Folders.give(&portal.db, None, 10).await.unwrap();
    let paths: Vec<_> = given.iter().map(|given| given.path.as_str()).collect();
    assert_eq!(paths, ["pages/sw/kwaya.md", "pages/old.html"]);
    assert!(Folders.give(&portal.db, next.as_deref(), 10).await.unwrap().0.is_empty());
}
