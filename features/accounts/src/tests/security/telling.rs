//! Telling somebody that something waits, and showing it on their own place.

use async_trait::async_trait;
use basics::{At, Clock, Id, Lang, Role};
use db::Db;
use plugs::{Asking, Waiting, Waits};
use testkit::TestPortal;
use web::cookies;

use super::browser::{Browser, give, house, rooms};
use crate::{Account, Notice, Origin, Told, contact::Kind, session, store, tell};

fn words(lang: Lang) -> Told {
    let line = if lang == Lang::Sw { "Kuna kitu." } else { "Something waits." };
    Told { subject: "Waiting".into(), line: line.into(), button: "Look".into() }
}

fn notice(topic: &str) -> Notice<'_> {
    Notice { topic, words: &words, path: "/me/things", off: "/me/things/settings" }
}

async fn told(house: &TestPortal, person: &str, topic: &str) -> usize {
    let origin = Origin { site: "Dzaleka Connect", base_url: "http://portal.test" };
    let mut tx = house.db.begin().await.unwrap();
    let told = tell(&mut tx, origin, person, &notice(topic), house.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    told
}

async fn contact(house: &TestPortal, of: &Account, kind: Kind, value: &str, verified: bool) {
    let (mut tx, now) = (house.db.begin().await.unwrap(), house.clock.now());
    let id = store::contacts::insert(&mut tx, of.id.as_str(), kind, value, now).await.unwrap();
    if verified {
        store::contacts::verify(&mut tx, of.id.as_str(), &id, now).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn change(house: &TestPortal, of: &Account, change: impl FnOnce(&mut Account)) {
    let mut tx = house.db.begin().await.unwrap();
    let mut account = store::accounts::get_in(&mut tx, of.id.as_str()).await.unwrap();
    change(&mut account);
    store::accounts::update(&mut tx, &account).await.unwrap();
    tx.commit().await.unwrap();
}

async fn outbox(house: &TestPortal, of: &Account) -> Vec<post::Entry> {
    post::store::list_of(&house.db, &Id::<()>::from_text(&of.person)).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_is_told_once_a_day_where_they_have_shown_that_they_read() {
    let house = house().await;
    let me = Browser::new(&house).join("amina").await;
    assert_eq!(told(&house, &me.person, "letter").await, 0, "no contact, no message");
    contact(&house, &me, Kind::Mail, "later@example.org", false).await;
    assert_eq!(told(&house, &me.person, "letter").await, 0, "nobody has shown that they read this");
    contact(&house, &me, Kind::Mail, "amina@example.org", true).await;
    contact(&house, &me, Kind::Mail, "second@example.org", true).await;
    contact(&house, &me, Kind::Phone, "+265991000123", true).await;
    assert_eq!(told(&house, &me.person, "letter").await, 2);
    assert_eq!(told(&house, &me.person, "letter").await, 0, "told today");
    assert_eq!(told(&house, &me.person, "page").await, 2, "something else is another topic");
    house.clock.advance(At::DAY);
    assert_eq!(told(&house, &me.person, "letter").await, 2, "and tomorrow is another day");
    let sent = outbox(&house, &me).await;
    assert_eq!(sent[0].recipient, "amina@example.org");
    assert!(sent[0].text.contains("http://portal.test/me/things"), "{}", sent[0].text);
    assert_eq!(sent[0].unsubscribe.as_deref(), Some("http://portal.test/me/things/settings"));
    let text = format!("{}: Something waits. http://portal.test/me/things", me.handle);
    assert_eq!(sent[1].text, text, "phones are shared");
    assert_eq!(told(&house, "nobody", "letter").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_notice_waits_for_the_morning_and_speaks_the_language_of_the_account() {
    let house = house().await;
    let me = Browser::new(&house).join("amina").await;
    contact(&house, &me, Kind::Phone, "+265991000123", true).await;
    let now = house.clock.now();
    change(&house, &me, |account| (account.quiet, account.lang) = (Some((0, 1439)), Lang::Sw)).await;
    told(&house, &me.person, "letter").await;
    let sent = outbox(&house, &me).await;
    assert!(sent[0].next_at > now && sent[0].next_at.0 - now.0 < At::DAY);
    assert_eq!(sent[0].text, format!("{}: Kuna kitu. http://portal.test/sw/me/things", me.handle));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_leaves_or_was_banned_is_told_nothing() {
    for state in [crate::State::Leaving, crate::State::Banned] {
        let house = house().await;
        let me = Browser::new(&house).join("amina").await;
        contact(&house, &me, Kind::Phone, "+265991000123", true).await;
        change(&house, &me, |account| account.state = state).await;
        assert_eq!(told(&house, &me.person, "letter").await, 0);
    }
}

struct Post;

#[async_trait]
impl Waiting for Post {
    async fn waiting(&self, _: &Db, asking: Asking<'_>) -> anyhow::Result<Vec<Waits>> {
        let one = |words: &str, count, for_helpers| Waits {
            words: format!("{words} {}", asking.lang.tag()),
            count,
            path: "/me/things".into(),
            for_helpers,
        };
        Ok(vec![one("Private things", 1, false), one("Open things", 2, true), one("No things", 0, true)])
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_is_shown_on_ones_own_place_and_to_a_helper_only_what_helpers_may_see() {
    let mut all = rooms();
    all.push(feature::Feature::new("things").waiting(Post));
    let house = TestPortal::new(all).await;
    let (mut amina, mut helper) = (Browser::new(&house), Browser::new(&house));
    let me = amina.join("amina").await;
    let page = amina.get("/sw/me").await;
    assert!(
        page.contains("Private things sw") && page.contains("href=\"/sw/me/things\"") && !page.contains("No things")
    );
    let helping = helper.join("grace").await;
    give(&house, helping.id.as_str(), Role::Helper).await;
    let mut tx = house.db.begin().await.unwrap();
    let opening = session::Opening { shared: true, second_step: false, device: "", helper: Some(helping.id.as_str()) };
    let (_, token) = session::open(&mut tx, &me, &opening, house.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    helper.cookies.insert(cookies::name(cookies::ACTING, true), token);
    let page = helper.get("/me").await;
    assert!(page.contains("Open things") && !page.contains("Private things"));
}
