//! Who may see a picture, through the router, on both engines.

use basics::{At, Audience, Level, Role};
use bytes::Bytes;
use feature::Feature;
use testkit::{Answer, TestPortal, on_both};

use super::door::{Door, cookie};
use crate::{Format, Picture, Rendition, insert, routes, shown};

const AMINA: &str = "019a9d2e-0000-7000-8000-00000000abcd";
const BARAKA: &str = "019a9d2e-0000-7000-8000-00000000abce";

async fn house(db: db::Db) -> TestPortal {
    let rooms = vec![Feature::new("media").routes(routes()), Feature::new("door").gate(Door)];
    TestPortal::node(db, rooms, |opening| std::sync::Arc::new(testkit::Nothing(opening.position))).await
}

/// A kept picture of one rendition; its address.
async fn picture(house: &TestPortal, name: &str) -> String {
    let key = house.portal.files.put(Bytes::from(name.to_owned()), "webp").await.unwrap();
    let name = key.as_str()[3..].to_owned();
    let rendition = Rendition { width: 9, height: 9, format: Format::Webp, key: name, bytes: 9 };
    let path = rendition.src();
    let mut tx = house.db.begin().await.unwrap();
    let picture = Picture { hash: key.hash().to_owned(), width: 9, height: 9, renditions: vec![rendition] };
    insert(&mut tx, &picture, At(5)).await.unwrap();
    tx.commit().await.unwrap();
    path
}

fn hash(path: &str) -> &str {
    &path["/media/".len()..][..64]
}

async fn show(house: &TestPortal, subject: &str, path: &str, to: Option<Audience>) {
    let mut tx = house.db.begin().await.unwrap();
    shown(&mut tx, "people", subject, &[(hash(path), to)]).await.unwrap();
    tx.commit().await.unwrap();
}

async fn ask(house: &TestPortal, path: &str, cookie: &str) -> Answer {
    let ask = house.ask("GET", path);
    if cookie.is_empty() { ask.send().await } else { ask.cookie(cookie).send().await }
}

/// What each of these gets: a stranger, a member, a vouched member, a steward, the owner.
async fn statuses(house: &TestPortal, path: &str) -> [u16; 5] {
    let cookies = [
        String::new(),
        cookie(BARAKA, Level::Member, &[]),
        cookie(BARAKA, Level::Vouched, &[]),
        cookie(BARAKA, Level::Member, &[Role::Steward]),
        cookie(AMINA, Level::Member, &[]),
    ];
    let mut statuses = [0; 5];
    for (status, cookie) in statuses.iter_mut().zip(cookies) {
        *status = ask(house, path, &cookie).await.status;
    }
    statuses
}

#[tokio::test(flavor = "multi_thread")]
async fn a_picture_is_seen_by_whom_its_page_is_for() {
    on_both(async |db| {
        let house = house(db.clone()).await;
        let path = picture(&house, "a portrait").await;
        assert_eq!(statuses(&house, &path).await, [404; 5], "shown nowhere");
        for (to, expected) in [
            (Some(Audience::Everyone), [200; 5]),
            (Some(Audience::Members), [404, 200, 200, 200, 200]),
            (Some(Audience::Vouched), [404, 404, 200, 200, 200]),
            (Some(Audience::Accepted), [404, 404, 404, 404, 200]),
            (Some(Audience::OnlyMe), [404, 404, 404, 404, 200]),
            (None, [404, 404, 404, 200, 200]),
        ] {
            show(&house, AMINA, &path, to).await;
            assert_eq!(statuses(&house, &path).await, expected, "{to:?}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_only_some_see_is_kept_nowhere_and_the_rest_for_a_week() {
    let house = house(testkit_db().await).await;
    let path = picture(&house, "a portrait").await;
    show(&house, AMINA, &path, Some(Audience::Everyone)).await;
    for cookie in [String::new(), cookie(BARAKA, Level::Member, &[])] {
        let answer = ask(&house, &path, &cookie).await;
        assert_eq!(answer.header("cache-control"), "public, max-age=604800, immutable");
        assert_eq!(answer.header("content-type"), "image/webp");
        assert_eq!(answer.header("content-security-policy"), "sandbox; default-src 'none'");
    }
    show(&house, AMINA, &path, Some(Audience::Members)).await;
    let answer = ask(&house, &path, &cookie(BARAKA, Level::Member, &[])).await;
    assert_eq!((answer.status, answer.header("cache-control")), (200, "no-store"));
    let nothing = ask(&house, &path, "").await;
    assert_eq!((nothing.status, nothing.header("cache-control")), (404, "no-store"));
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_show_one_picture_do_not_hide_it_from_each_other() {
    let house = house(testkit_db().await).await;
    let path = picture(&house, "a picture of both").await;
    show(&house, AMINA, &path, Some(Audience::OnlyMe)).await;
    show(&house, BARAKA, &path, Some(Audience::Vouched)).await;
    assert_eq!(statuses(&house, &path).await, [404, 200, 200, 200, 200]);
    show(&house, BARAKA, &path, Some(Audience::Everyone)).await;
    assert_eq!(statuses(&house, &path).await, [200; 5]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_wider_of_two_places_on_one_page_counts() {
    let house = house(testkit_db().await).await;
    let path = picture(&house, "portrait and work").await;
    let mut tx = house.db.begin().await.unwrap();
    let uses = [(hash(&path), Some(Audience::Everyone)), (hash(&path), None)];
    shown(&mut tx, "people", AMINA, &uses).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(statuses(&house, &path).await, [200; 5]);
}

async fn testkit_db() -> db::Db {
    // The folder may go while the test runs: the database has its files open.
    let folder = tempfile::tempdir().unwrap();
    db::Db::open(None, folder.path()).await.unwrap()
}
