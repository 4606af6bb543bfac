//! Blurring a part of a picture that stands on one's page.

use basics::{At, Audience, Level};
use db::Db;
use serde_json::json;
use testkit::{Answer, TestPortal, on_both};

use super::{
    cast::{node, potter, somebody, work},
    door::{SOMEBODY, cookie_of, member},
};
use crate::{Kind, Person, Picture, Shown, Work, store};

/// Amina shows one picture as portrait and as a work; it came with an import.
async fn amina(house: &TestPortal) -> (Person, media::Picture) {
    let bytes = sample::hostile(0).bytes;
    let cut = media::keep(&house.db, &house.portal.files, bytes).await.unwrap().unwrap();
    let shown = Picture { alt: "A jar".into(), cut: cut.clone() };
    let mut person = somebody(Kind::Person, "amina", potter("Amina"), Some(At(5)));
    person.fields.portrait = Some(Shown::everyone(shown.clone()));
    let kept = json!({ "sources": [{ "path": "a.md", "pictures": [["a.jpg", cut.hash]] }] });
    let mut tx = house.db.begin().await.unwrap();
    media::insert(&mut tx, &cut, At(1)).await.unwrap();
    store::insert(&mut tx, &person, &kept).await.unwrap();
    let piece = Work { picture: Some(shown), ..work("A jar") };
    store::put_works(&mut tx, &person.id, &[(Audience::Everyone, piece)]).await.unwrap();
    tx.commit().await.unwrap();
    (person, cut)
}

fn path(picture: &media::Picture) -> String {
    format!("/me/pictures/{}/blur", picture.hash)
}

async fn ask(house: &TestPortal, person: &str, path: &str) -> Answer {
    let viewer = member(person, Level::Member, &[]);
    house.ask("GET", path).cookie(&cookie_of(viewer, person)).send().await
}

async fn tick(house: &TestPortal, person: &str, path: &str, form: &[(&str, &str)]) -> Answer {
    let viewer = member(person, Level::Member, &[]);
    house.ask("POST", path).cookie(&cookie_of(viewer, person)).form(form).send().await
}

async fn count(db: &Db, sql: &str) -> i64 {
    db.one(sql, &[], |row| row.get(0)).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_blurred_picture_takes_the_place_of_the_other_everywhere() {
    on_both(async |db| {
        let house = node(db.clone()).await;
        let (person, old) = amina(&house).await;
        let id = person.id.as_str();
        let page = ask(&house, id, &path(&old)).await;
        assert_eq!(page.status, 200);
        assert!(page.contains("name=\"square\" value=\"1\"") && page.contains(&old.best(640).unwrap().src()));
        let answer = tick(&house, id, &path(&old), &[("square", "1"), ("square", "2"), ("next", "/me/page")]).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let done = ask(&house, id, answer.header("location")).await;
        assert!(done.contains("role=\"status\"") && done.contains("href=\"/me/page\""));

        let now = store::find_by_id(&db, id).await.unwrap().unwrap();
        let portrait = &now.fields.portrait.as_ref().unwrap().is;
        assert_ne!(portrait.cut.hash, old.hash);
        assert_eq!(portrait.alt, "A jar");
        assert!(now.edited_at.is_some(), "no import overwrites it");
        let works = store::works_with_audience(&db, &now.id).await.unwrap();
        assert_eq!(works[0].1.picture.as_ref().unwrap().cut, portrait.cut);
        assert!(!store::kept(&db, &now.id).await.unwrap().to_string().contains(&old.hash));
        assert_eq!(count(&db, "SELECT count(*) FROM pictures").await, 1);
        assert!(media::bytes(&house.portal.files, &old.best(640).unwrap().key).await.unwrap().is_none(), "it is gone");
        assert_eq!(house.get(&old.best(640).unwrap().src()).await.status, 404);
        assert_eq!(ask(&house, id, &path(&old)).await.status, 404);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_blurs_the_picture_of_another() {
    on_both(async |db| {
        let house = node(db.clone()).await;
        let (_, picture) = amina(&house).await;
        assert_eq!(ask(&house, SOMEBODY, &path(&picture)).await.status, 404);
        assert_eq!(tick(&house, SOMEBODY, &path(&picture), &[("square", "1")]).await.status, 404);
        assert_eq!(house.get(&path(&picture)).await.status, 303, "strangers are asked to sign in");
        assert_eq!(count(&db, "SELECT count(*) FROM pictures").await, 1);
        assert!(media::find(&db, &[&picture.hash]).await.unwrap().contains_key(&picture.hash));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_tick_nothing_is_blurred_and_the_page_says_so() {
    let house = super::cast::house().await;
    let (person, picture) = amina(&house).await;
    let answer = tick(&house, person.id.as_str(), &path(&picture), &[("next", "//evil.example")]).await;
    assert_eq!(answer.status, 200);
    assert!(answer.contains("href=\"#square-1\"") && !answer.contains("evil.example"));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_keeps_the_page_of_an_organisation_blurs_for_it() {
    on_both(async |db| {
        let house = node(db.clone()).await;
        let (organisation, picture) = amina(&house).await;
        let keeper = somebody(Kind::Person, "keza", potter("Keza"), Some(At(5)));
        super::cast::put(&db, &keeper).await;
        let id = keeper.id.as_str();
        let mut tx = db.begin().await.unwrap();
        store::join(&mut tx, &keeper.id, &organisation.id, "", Audience::OnlyMe, 0).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(ask(&house, id, &path(&picture)).await.status, 404, "a member only belongs to it");
        db.exec("UPDATE memberships SET standing = 'editor'", &[]).await.unwrap();
        assert_eq!(ask(&house, id, &path(&picture)).await.status, 200);
        assert_eq!(tick(&house, id, &path(&picture), &[("square", "3")]).await.status, 303);
    })
    .await;
}
