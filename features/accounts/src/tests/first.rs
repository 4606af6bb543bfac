//! The link for the first administrator: good once, and only while nobody runs the portal.

use basics::{Clock, Role};
use testkit::TestPortal;

use super::security::browser::{Browser, PASSPHRASE, house};
use crate::store::{accounts, tickets};

async fn link(house: &TestPortal) -> String {
    let mut tx = house.db.begin().await.unwrap();
    let token = tickets::issue(&mut tx, tickets::Kind::FirstAdmin, None, "", house.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    token
}

async fn take(house: &TestPortal, token: &str, handle: &str) -> u16 {
    let fields = [("token", token), ("handle", handle), ("passphrase", PASSPHRASE)];
    Browser::new(house).post("/first", &fields).await.status
}

async fn look(house: &TestPortal, token: &str) -> u16 {
    Browser::new(house).get(&format!("/first?token={token}")).await.status
}

#[tokio::test(flavor = "multi_thread")]
async fn the_links_of_earlier_starts_end_with_the_first_that_is_used() {
    let house = house().await;
    let (earlier, later) = (link(&house).await, link(&house).await);
    assert_eq!((look(&house, &earlier).await, look(&house, &later).await), (200, 200));
    assert_eq!(take(&house, &later, "amina").await, 303);
    assert_eq!((look(&house, &earlier).await, look(&house, &later).await), (404, 404));
    assert_eq!(take(&house, &earlier, "bahati").await, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_is_worth_nothing_once_an_administrator_came_another_way() {
    let house = house().await;
    let waiting = link(&house).await;
    let id = Browser::new(&house).join("amina").await.id;
    let mut tx = house.db.begin().await.unwrap();
    let mut amina = accounts::get_in(&mut tx, id.as_str()).await.unwrap();
    amina.roles = amina.roles.with(Role::Admin);
    accounts::update(&mut tx, &amina).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(look(&house, &waiting).await, 404);
    assert_eq!(take(&house, &waiting, "bahati").await, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_use_two_links_at_once_make_one_administrator() {
    let house = house().await;
    let (one, other) = (link(&house).await, link(&house).await);
    let (a, b) = tokio::join!(take(&house, &one, "amina"), take(&house, &other, "bahati"));
    assert_eq!([a, b].iter().filter(|status| **status == 303).count(), 1, "{a} {b}");
}
