//! From a picture to the page that blurs parts of it, before anything is published, and back.

use basics::{Audience, Clock};

use super::{
    super::cast::{change, house},
    cast::{begin, get, maker, png, post, send_picture, work_of},
};
use crate::{Picture, Shown, works::WorkKind};

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_blurred_from_its_picture_page_and_the_way_leads_back() {
    let house = house().await;
    let amina = maker(&house, "amina").await;
    let path = begin(&house, &amina, WorkKind::Picture, "Jar").await;
    send_picture(&house, &amina, &format!("{path}/picture"), "A jar", &png(200)).await;
    let first = work_of(&house, &amina, "Jar").await.work.picture.unwrap().cut;
    for word in ["picture", "people"] {
        let page = get(&house, &amina, &format!("/sw{path}/{word}")).await;
        let next = format!("/sw{path}/{word}").replace('/', "%2F");
        assert!(page.contains(&format!("href=\"/sw/me/pictures/{}/blur?next={next}\"", first.hash)), "{}", page.text());
    }
    let next = format!("{path}/people");
    let blur = format!("/me/pictures/{}/blur", first.hash);
    let page = get(&house, &amina, &format!("{blur}?next={next}")).await;
    assert!(page.contains(&format!("<a href=\"{next}\">")), "{}", page.text());
    let elsewhere = get(&house, &amina, &format!("{blur}?next=//evil.example/")).await;
    assert!(!elsewhere.contains("evil.example"), "only one's own pages");
    let answer = post(&house, &amina, &blur, &[("square", "1"), ("next", &next)]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let done = get(&house, &amina, answer.header("location")).await;
    assert!(done.contains("role=\"status\"") && done.contains(&format!("<a href=\"{next}\">")));
    let now = work_of(&house, &amina, "Jar").await.work.picture.unwrap();
    assert!(now.cut.hash != first.hash && now.alt == "A jar");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_portrait_leads_to_blurring_once_it_is_there() {
    let house = house().await;
    let mut amina = maker(&house, "amina").await;
    assert!(!get(&house, &amina, "/me/page/portrait").await.contains("/blur"));
    let cut = media::keep(&house.db, &house.portal.files, png(90)).await.unwrap().unwrap();
    let mut tx = house.db.begin().await.unwrap();
    media::insert(&mut tx, &cut, house.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    let hash = cut.hash.clone();
    change(&house.db, &mut amina, "written", |amina| {
        amina.fields.portrait = Some(Shown::to(Audience::OnlyMe, Picture { alt: "Amina".into(), cut }));
    })
    .await;
    let page = get(&house, &amina, "/me/page/portrait").await;
    assert!(page.contains(&format!("/me/pictures/{hash}/blur?next=%2Fme%2Fpage%2Fportrait")), "{}", page.text());
}
