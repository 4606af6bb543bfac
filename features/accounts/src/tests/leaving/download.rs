//! The archive: whole, readable by itself, one at a time.

use std::io::{Cursor, Read};

use basics::{At, Audience, Clock, Lang};
use bytes::Bytes;
use testkit::Answer;
use zip::ZipArchive;

use super::cast::{SECRET, everything, fill, get, house, post, someone, work};
use crate::archive::{self, About};

fn opened(answer: &Answer) -> ZipArchive<Cursor<Bytes>> {
    assert_eq!((answer.status, answer.header("content-type")), (200, "application/zip"), "{:?}", answer.headers);
    assert_eq!(answer.header("content-length"), answer.body.len().to_string());
    assert_eq!(answer.header("cache-control"), "no-store");
    assert!(answer.header("content-disposition").starts_with("attachment; filename=\"dzaleka-connect-"));
    ZipArchive::new(Cursor::new(answer.body.clone())).unwrap()
}

pub fn file(archive: &mut ZipArchive<Cursor<Bytes>>, name: &str) -> String {
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_a_walk_over_the_tables_finds_is_in_the_archive() {
    let house = house().await;
    let (amina, baraka) = (someone(&house, "amina", &[]).await, someone(&house, "baraka", &[]).await);
    fill(&house, &amina, &baraka).await;
    let held: Vec<String> = everything(&house.db).await.into_iter().flat_map(|(_, value)| marks(&value)).collect();
    let mut archive = opened(&post(&house, &amina, "/me/data").await);
    let (data, page) = (file(&mut archive, "data.json"), file(&mut archive, "index.html"));
    for number in 1..=14 {
        assert!(held.contains(&format!("Zmark{number:02}")), "the test put Zmark{number:02} somewhere");
    }
    for mark in held {
        assert!(data.contains(&mark), "{mark} is missing in {data}");
        assert!(page.contains(&mark), "{mark} is missing in the page");
    }
    assert!(!data.contains(SECRET) && !page.contains(SECRET));
    assert!(!data.contains(baraka.id()) && !data.contains(amina.id()), "ids say nothing to people");
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    assert!(names.contains(&"files/works-1.webp".to_owned()), "{names:?}");
    assert!(file(&mut archive, "files/works-1.webp").contains("a picture: Zmark11"));
    assert!(page.contains("src=\"files/works-1.webp\""));
}

fn marks(value: &str) -> Vec<String> {
    value.match_indices("Zmark").map(|(at, _)| value[at..at + 7].to_owned()).collect()
}

#[tokio::test]
async fn the_page_needs_nothing_else_and_speaks_the_persons_language() {
    let house = house().await;
    let amina = someone(&house, "amina", &[]).await;
    let mut swahili = opened(&post(&house, &amina, "/sw/me/data").await);
    let page = file(&mut swahili, "index.html");
    assert!(
        page.contains("<html lang=\"sw\"") && page.contains("Kila kitu cha amina") && page.contains("jina la kuingia")
    );
    assert!(!page.contains("<script") && !page.contains("http://") && !page.contains("https://"), "{page}");
    assert!(page.contains("default-src 'none'"));
}

#[tokio::test]
async fn one_at_a_time_and_three_a_day() {
    let house = house().await;
    let amina = someone(&house, "amina", &[]).await;
    let (one, two) = tokio::join!(post(&house, &amina, "/me/data"), post(&house, &amina, "/me/data"));
    let refused = [&one, &two].into_iter().find(|answer| answer.status == 303);
    if let Some(refused) = refused {
        assert_eq!(refused.header("location"), "/me/data?done=busy");
    }
    let mut given = if refused.is_some() { 1 } else { 2 };
    while given < 3 {
        opened(&post(&house, &amina, "/me/data").await);
        given += 1;
    }
    assert_eq!(post(&house, &amina, "/me/data").await.header("location"), "/me/data?done=enough");
    assert!(get(&house, &amina, "/me/data?done=enough").await.contains("three times today"));
    house.clock.advance(At::DAY + 1);
    let again = super::cast::sign_in(&house, &amina.account).await;
    let amina = super::cast::Someone { cookie: again, ..amina };
    opened(&post(&house, &amina, "/me/data").await);
}

#[tokio::test]
async fn an_archive_that_is_being_made_keeps_the_next_one_waiting_for_two_minutes() {
    use crate::store::tickets::{Kind, issue};
    let house = house().await;
    let amina = someone(&house, "amina", &[]).await;
    let mut tx = house.db.begin().await.unwrap();
    issue(&mut tx, Kind::Download, Some(amina.id()), "", house.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(post(&house, &amina, "/me/data").await.header("location"), "/me/data?done=busy");
    house.clock.advance(2 * At::MINUTE);
    opened(&post(&house, &amina, "/me/data").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_hundred_pictures_take_far_less_than_a_minute() {
    let house = house().await;
    let amina = someone(&house, "amina", &[]).await;
    let mut works = Vec::new();
    for number in 0..200 {
        works.push((Audience::Everyone, work(&house, number + 100).await));
    }
    let mut tx = house.db.begin().await.unwrap();
    let person = basics::Id::from_text(&amina.account.person);
    people::store::put_works(&mut tx, &person, &works).await.unwrap();
    tx.commit().await.unwrap();
    let answer =
        tokio::time::timeout(std::time::Duration::from_secs(60), post(&house, &amina, "/me/data")).await.unwrap();
    let archive = opened(&answer);
    assert_eq!(archive.file_names().filter(|name| name.as_ref().unwrap().starts_with("files/")).count(), 200);
}

#[tokio::test]
async fn what_somebody_wrote_cannot_become_markup() {
    let house = house().await;
    let about = About {
        lang: Lang::En,
        handle: "amina".into(),
        site: "Here".into(),
        address: "http://portal.test".into(),
        made_at: At(0),
    };
    let belonging = plugs::Belonging {
        name: "profile",
        title: "<b>".into(),
        data: serde_json::json!({ "<i>": ["<script>alert(1)</script>", null, [], {}], "empty": "" }),
        files: Vec::new(),
    };
    let made = archive::build(&house.portal.files, &about, &[belonging]).await.unwrap();
    let mut page = String::new();
    ZipArchive::new(made).unwrap().by_name("index.html").unwrap().read_to_string(&mut page).unwrap();
    assert!(
        !page.contains("<script") && !page.contains("<b>") && !page.contains("<i>") && !page.contains("empty"),
        "{page}"
    );
    assert!(page.contains("alert(1)"));
}
