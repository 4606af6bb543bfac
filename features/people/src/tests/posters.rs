//! The picture that stands for a page where its address is passed on: made from what a stranger may see.

use basics::{At, Audience, Level};
use testkit::TestPortal;

use super::{
    cast::{FIELDS, change, house, marked, potter, put, somebody, welcome, with},
    door::{SOMEBODY, get_as, member},
};
use crate::{Fields, Kind, Said, Shown};

fn said(to: Audience, line: &str) -> Fields {
    Fields { line: Some(Shown::to(to, Said::line(line, None))), ..potter("Amina Uwase") }
}

/// The address in the page's own tags.
async fn address(house: &TestPortal, path: &str) -> String {
    let page = house.get(path).await;
    let (_, rest) = page.text().split_once("property=\"og:image\" content=\"http://portal.test").expect("og:image");
    rest.split('"').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_names_its_picture_and_the_picture_is_there() {
    let house = house().await;
    let mut amina = welcome(&house, Kind::Person, "amina", said(Audience::Everyone, "I make jars.")).await;
    welcome(&house, Kind::Organisation, "potters", said(Audience::Everyone, "We make jars.")).await;
    let path = address(&house, "/sw/people/amina").await;
    assert!(path.starts_with("/sw/people/amina/share.jpg?v="), "{path}");
    for path in [path.as_str(), &address(&house, "/organisations/potters").await] {
        let answer = house.get(path).await;
        assert_eq!((answer.status, answer.header("content-type")), (200, "image/jpeg"), "{path}");
        assert_eq!(answer.header("cache-control"), "public, max-age=86400");
        assert!(answer.body.starts_with(&[0xFF, 0xD8]) && answer.body.len() < 150 * 1024);
    }
    let fields = said(Audience::Everyone, "I make bowls now.");
    change(&house.db, &mut amina, "written", |person| person.fields = fields).await;
    house.settled().await;
    assert_ne!(address(&house, "/sw/people/amina").await, path, "what it says has changed");
    assert_eq!(house.get("/organisations/amina/share.jpg").await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_asks_it_shows_what_a_stranger_may_see() {
    let house = house().await;
    welcome(&house, Kind::Person, "amina", said(Audience::Members, "Zmembers only")).await;
    welcome(&house, Kind::Person, "keza", potter("Amina Uwase")).await;
    let viewer = member(SOMEBODY, Level::Vouched, &[]);
    let theirs = get_as(&house, viewer, SOMEBODY, "/people/amina/share.jpg").await;
    let stranger = house.get("/people/amina/share.jpg").await;
    assert_eq!((theirs.status, stranger.status), (200, 200));
    assert_eq!(theirs.body, stranger.body);
    assert_eq!(stranger.body, house.get("/people/keza/share.jpg").await.body, "nothing of the line is in it");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_stands_in_no_list_has_none() {
    let house = house().await;
    let mut hidden = welcome(&house, Kind::Person, "hidden", marked(Audience::Everyone)).await;
    let now = basics::Clock::now(&*house.clock);
    change(&house.db, &mut hidden, "hidden", |person| person.hide(now)).await;
    let mut few =
        welcome(&house, Kind::Person, "few", with(marked(Audience::Everyone), "name", Audience::Members)).await;
    change(&house.db, &mut few, "written", |person| person.listed = Audience::Vouched).await;
    put(&house.db, &somebody(Kind::Person, "waits", potter("Waits"), None)).await;
    for handle in ["hidden", "few", "waits", "nobody"] {
        let path = format!("/people/{handle}/share.jpg");
        for viewer in [None, Some(member(SOMEBODY, Level::Trusted, &[basics::Role::Steward]))] {
            let answer = match viewer {
                Some(viewer) => get_as(&house, viewer, SOMEBODY, &path).await,
                None => house.get(&path).await,
            };
            assert_eq!(answer.status, 404, "{handle}");
        }
    }
}

/// A portrait whose bytes are really there.
async fn kept(house: &TestPortal) -> media::Picture {
    let bytes = include_bytes!("../../../../kernel/web/assets/icon-192.png");
    let picture = media::keep(&house.db, &house.portal.files, bytes.to_vec()).await.unwrap().unwrap();
    let mut tx = house.db.begin().await.unwrap();
    media::insert(&mut tx, &picture, At(5)).await.unwrap();
    tx.commit().await.unwrap();
    picture
}

/// Every field, held back from strangers in each way: the picture is the one of somebody who never filled it in.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_is_not_for_strangers_is_in_the_picture() {
    let house = house().await;
    let mut all = marked(Audience::Everyone);
    all.portrait.as_mut().unwrap().is.cut = kept(&house).await;
    let mut amina = welcome(&house, Kind::Person, "amina", all.clone()).await;
    let mut drawn = async |fields: Fields| {
        change(&house.db, &mut amina, "written", |person| person.fields = fields).await;
        house.settled().await;
        let answer = house.get("/people/amina/share.jpg").await;
        assert_eq!(answer.status, 200);
        answer.body.to_vec()
    };
    let whole = drawn(all.clone()).await;
    for field in FIELDS {
        let mut json = serde_json::to_value(&all).unwrap();
        json[field] = serde_json::Value::Null;
        let without = drawn(serde_json::from_value(json).unwrap()).await;
        if ["name", "line", "portrait"].contains(&field) {
            assert!(without != whole, "{field} is drawn");
        }
        for audience in [Audience::Members, Audience::OnlyMe] {
            assert!(drawn(with(all.clone(), field, audience)).await == without, "{field} for {audience:?} is in it");
        }
    }
}
