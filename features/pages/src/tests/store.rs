//! The statements, on both engines.

use basics::At;
use plugs::{Document, Portable};
use testkit::on_both;

use super::{plain, take};
use crate::{State, plugs::portable::Folders, store};

#[tokio::test]
async fn a_page_is_read_back_as_it_was_written() {
    on_both(async |db| {
        let (taken, _) = take(&db, Document { masked_body: Some("A …".into()), ..plain("choir", "Our choir") }).await;
        let id = taken.subject.strip_prefix("pages:").unwrap();
        let mut page = store::find(&db, id).await.unwrap().unwrap();
        assert_eq!((page.slug.as_str(), page.lang.as_str(), page.state), ("choir", "en", State::Published));
        assert_eq!((page.body.as_str(), page.private_body.as_deref()), ("A …", Some("A text.\n")));
        (page.edited_at, page.state) = (Some(At(9)), State::Draft);
        let mut tx = db.begin().await.unwrap();
        store::update(&mut tx, &page).await.unwrap();
        assert_eq!(store::find_in(&mut tx, id).await.unwrap().unwrap(), page);
        assert_eq!(store::holder(&mut tx, "choir", "en").await.unwrap().as_deref(), Some(id));
        tx.commit().await.unwrap();
        assert!(store::list_by_slug(&db, "choir").await.unwrap().is_empty(), "drafts are not read by slug");
        assert!(!store::exists(&db, "choir", "en").await.unwrap());
    })
    .await;
}

#[tokio::test]
async fn lists_hold_what_is_published_in_their_order() {
    on_both(async |db| {
        for slug in ["b", "c", "a"] {
            take(&db, plain(slug, slug)).await;
        }
        take(&db, Document { lang: Some("sw".into()), ..plain("a", "A") }).await;
        take(&db, Document { draft: true, ..plain("d", "D") }).await;
        assert_eq!(store::slugs(&db, "a", 10).await.unwrap(), ["b", "c"]);
        assert_eq!(store::count_slugs(&db).await.unwrap(), 3);
        let newest: Vec<_> =
            store::newest(&db, 2).await.unwrap().into_iter().map(|page| (page.slug, page.lang)).collect();
        assert_eq!(newest, [("a".into(), "sw".into()), ("a".into(), "en".into())]);
        assert_eq!(Folders.give(&db, None, 100).await.unwrap().0.len(), 5, "an export holds drafts too");
        let first = store::list(&db, "", 2).await.unwrap();
        assert_eq!(store::list(&db, first[1].id.as_str(), 10).await.unwrap().len(), 3);
    })
    .await;
}

#[tokio::test]
async fn a_picture_is_looked_for_letter_by_letter() {
    on_both(async |db| {
        let name = "images/100% \"mine\"_!.jpg".to_owned();
        take(&db, Document { pictures: vec![(name.clone(), "abc".into())], ..plain("choir", "Our choir") }).await;
        assert_eq!(store::naming(&db, &name).await.unwrap().len(), 1);
        for other in ["images/100_ \"mine\"_!.jpg", "images/%", "images/100% \"mine\"__.jpg"] {
            assert!(store::naming(&db, other).await.unwrap().is_empty(), "{other}");
        }
    })
    .await;
}
