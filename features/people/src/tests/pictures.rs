//! What somebody shows is written down with every change: pictures reach no further than the page they stand on.

use basics::{At, Audience};
use db::Db;
use serde_json::json;
use testkit::on_both;

use super::cast::{change, picture, potter, put, somebody, work};
use crate::{Fields, Kind, Person, Shown, Work, store};

fn with_portrait(to: Audience) -> Fields {
    Fields { portrait: Some(Shown::to(to, picture("face"))), ..potter("Amina") }
}

/// How far a picture reaches, where it is shown at all.
async fn reach(db: &Db, hash: &str) -> Option<Option<Audience>> {
    let uses = media::uses(db, hash, "").await.unwrap();
    assert!(uses.len() < 2 && uses.iter().all(|shown| shown.room == "people"));
    uses.first().map(|shown| shown.audience)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_portrait_reaches_as_far_as_its_page_lets_it() {
    on_both(async |db| {
        let mut amina = somebody(Kind::Person, "amina", with_portrait(Audience::Everyone), None);
        put(&db, &amina).await;
        assert_eq!(reach(&db, "face").await, Some(None), "not released: the owner and who guards");
        change(&db, &mut amina, "released", |person| person.release(At(5))).await;
        assert_eq!(reach(&db, "face").await, Some(Some(Audience::Everyone)));
        change(&db, &mut amina, "written", |person| person.listed = Audience::Vouched).await;
        assert_eq!(reach(&db, "face").await, Some(Some(Audience::Vouched)));
        change(&db, &mut amina, "written", |person| person.protected_until = Some(At(i64::MAX))).await;
        assert_eq!(reach(&db, "face").await, Some(Some(Audience::Accepted)));
        change(&db, &mut amina, "hidden", |person| person.withdrawn = true).await;
        assert_eq!(reach(&db, "face").await, Some(None));
        change(&db, &mut amina, "written", |person| person.fields = with_portrait(Audience::Accepted)).await;
        assert_eq!(reach(&db, "face").await, Some(Some(Audience::OnlyMe)), "nobody opens the page but who guards");
        change(&db, &mut amina, "written", |person| person.fields = potter("Amina")).await;
        assert_eq!(reach(&db, "face").await, None);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_somebody_new_nobody_sees_a_picture() {
    on_both(async |db| {
        let mut amina = somebody(Kind::Person, "amina", with_portrait(Audience::Everyone), None);
        amina.state = crate::State::Fresh;
        put(&db, &amina).await;
        assert_eq!(reach(&db, "face").await, Some(Some(Audience::OnlyMe)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn works_and_imported_pictures_follow_their_person() {
    on_both(async |db| {
        let mut amina = somebody(Kind::Person, "amina", potter("Amina"), Some(At(5)));
        let kept = json!({ "sources": [{ "path": "a.md", "pictures": [["old.jpg", "old"]] }] });
        let piece = Work { picture: Some(picture("piece")), ..work("A jar") };
        let mut tx = db.begin().await.unwrap();
        store::insert(&mut tx, &amina, &kept).await.unwrap();
        store::put_works(&mut tx, &amina.id, &[(Audience::Members, piece)]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(reach(&db, "piece").await, Some(Some(Audience::Members)));
        assert_eq!(reach(&db, "old").await, Some(Some(Audience::OnlyMe)));
        change(&db, &mut amina, "hidden", |person| person.hide(At(6))).await;
        assert_eq!(reach(&db, "piece").await, Some(None));
        works(&db, &amina, &[]).await;
        assert_eq!(reach(&db, "piece").await, None);
        assert_eq!(reach(&db, "old").await, Some(Some(Audience::OnlyMe)));
    })
    .await;
}

async fn works(db: &Db, person: &Person, works: &[(Audience, Work)]) {
    let mut tx = db.begin().await.unwrap();
    store::put_works(&mut tx, &person.id, works).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_database_learns_what_everybody_shows() {
    on_both(async |db| {
        put(&db, &somebody(Kind::Person, "amina", with_portrait(Audience::Members), Some(At(5)))).await;
        db.exec("DELETE FROM picture_uses", &[]).await.unwrap();
        store::follow_all(&db).await.unwrap();
        assert_eq!(reach(&db, "face").await, Some(Some(Audience::Members)));
    })
    .await;
}
