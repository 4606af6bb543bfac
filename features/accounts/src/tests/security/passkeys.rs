//! Passkeys through the router: made, used, counted, refused, removed.

use basics::Role;
use serde_json::Value;
use testkit::Answer;

use super::{
    browser::{Browser, account, give, house, logged, minutes, recheck},
    soft_key::SoftKey,
};

const ADD: &str = "/me/security/passkeys/add";
const SIGN_IN: &str = "/sign-in/passkey";

async fn ask(browser: &mut Browser<'_>, path: &str, fields: &[(&str, &str)]) -> Value {
    let answer = browser.post(path, fields).await;
    assert_eq!((answer.status, answer.header("cache-control")), (200, "no-store"), "{}", answer.text());
    answer.json()
}

async fn finish(browser: &mut Browser<'_>, path: &str, reply: &str) -> Answer {
    browser.json(&format!("{path}/finish"), reply).await
}

/// Adds a passkey to whoever is signed in.
async fn add(browser: &mut Browser<'_>, key: &SoftKey) -> Answer {
    let asked = ask(browser, ADD, &[("name", "my phone")]).await;
    finish(browser, ADD, &key.create(&asked)).await
}

async fn sign_in(browser: &mut Browser<'_>, key: &mut SoftKey) -> Answer {
    let asked = ask(browser, SIGN_IN, &[("phone", "own"), ("next", "/people")]).await;
    finish(browser, SIGN_IN, &key.get(&asked)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_passkey_is_added_signs_in_without_a_name_and_is_removed() {
    let house = house().await;
    let mut amina = Browser::new(&house);
    let me = amina.join("amina").await;
    give(&house, me.id.as_str(), Role::Steward).await;
    let mut key = SoftKey::new();
    let asked = ask(&mut amina, ADD, &[("name", "my phone")]).await;
    let choice = &asked["publicKey"]["authenticatorSelection"];
    assert_eq!(
        (choice["residentKey"].as_str(), choice["userVerification"].as_str()),
        (Some("required"), Some("required"))
    );
    assert_eq!(asked["publicKey"]["rp"]["id"], "portal.test");
    let added = finish(&mut amina, ADD, &key.create(&asked)).await;
    assert_eq!(added.json()["to"], "/me/security/passkeys?done=passkey_added");
    recheck(&house).await;
    assert!(amina.get("/me/security/passkeys").await.contains("my phone"));
    assert!(amina.get("/desk/accounts").await.status == 200, "tasks in the team wake");
    amina.post("/sign-out", &[]).await;

    let mut other = Browser::new(&house);
    let entered = sign_in(&mut other, &mut key).await;
    assert_eq!(entered.json()["to"], "/people");
    assert!(other.get("/me").await.contains(&me.handle));
    assert!(other.get("/me").await.header("refresh").is_empty(), "a phone of one's own");
    assert!(other.get("/desk/accounts").await.status == 200, "a passkey is a second step");
    assert!(logged(&house, me.id.as_str(), "passkey-added").await);
    let id = super::browser::hidden(&other.get("/me/security/passkeys").await, "passkey");
    let kept = other.post("/me/security/passkeys/remove", &[("passkey", &id)]).await;
    assert_eq!(kept.header("location"), "/me/security/passkeys?done=passkey_needed", "a steward needs it");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_removed_passkey_opens_nothing() {
    let house = house().await;
    let mut amina = Browser::new(&house);
    amina.join("amina").await;
    let mut key = SoftKey::new();
    add(&mut amina, &key).await;
    recheck(&house).await;
    let id = super::browser::hidden(&amina.get("/me/security/passkeys").await, "passkey");
    let mut other = Browser::new(&house);
    other.join("other").await;
    other.post("/me/security/passkeys/remove", &[("passkey", &id)]).await;
    assert_eq!(sign_in(&mut Browser::new(&house), &mut key).await.status, 200, "nobody removes somebody else's");
    amina.post("/me/security/passkeys/remove", &[("passkey", &id)]).await;
    let unknown = sign_in(&mut Browser::new(&house), &mut key).await;
    let stranger = sign_in(&mut Browser::new(&house), &mut SoftKey::new()).await;
    assert_eq!((unknown.status, unknown.text()), (422, stranger.text()));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_is_taken_once_in_time_for_what_was_asked() {
    let house = house().await;
    let mut amina = Browser::new(&house);
    amina.join("amina").await;
    let mut key = SoftKey::new();
    add(&mut amina, &key).await;
    let mut other = Browser::new(&house);
    let asked = ask(&mut other, SIGN_IN, &[]).await;
    let reply = key.get(&asked);
    assert_eq!(finish(&mut other, SIGN_IN, &reply).await.status, 200);
    assert_eq!(finish(&mut Browser::new(&house), SIGN_IN, &reply).await.status, 422, "sent again by somebody else");
    let asked = ask(&mut other, SIGN_IN, &[]).await;
    let reply = key.get(&asked);
    minutes(&house, 6);
    assert_eq!(finish(&mut Browser::new(&house), SIGN_IN, &reply).await.status, 422, "too late");
    let asked = ask(&mut Browser::new(&house), SIGN_IN, &[]).await;
    let reply = key.get(&asked);
    assert_eq!(finish(&mut amina, "/me/prove/passkey", &reply).await.status, 422, "asked for something else");
    for body in ["", "{}", "[]", "{\"ticket\":\"x\",\"credential\":{}}", "\u{0}"] {
        assert_eq!(finish(&mut Browser::new(&house), SIGN_IN, body).await.status, 400, "{body:?}");
    }
    assert_eq!(finish(&mut Browser::new(&house), SIGN_IN, &"x".repeat(1 << 20)).await.status, 413);
}

#[tokio::test(flavor = "multi_thread")]
async fn another_site_a_copied_key_and_nobody_present_are_refused() {
    let house = house().await;
    let mut amina = Browser::new(&house);
    amina.join("amina").await;
    let mut key = SoftKey::new();
    add(&mut amina, &key).await;
    for (origin, host) in [
        ("http://portal.test.example", "portal.test"),
        ("https://portal.test", "portal.test"),
        ("http://portal.test", "example.org"),
    ] {
        (key.origin, key.host) = (origin, host);
        assert_eq!(sign_in(&mut Browser::new(&house), &mut key).await.status, 422, "{origin} {host}");
    }
    (key.origin, key.host) = ("http://portal.test", "portal.test");
    key.flags = 0b001;
    assert_eq!(sign_in(&mut Browser::new(&house), &mut key).await.status, 422, "there, but not verified");
    key.flags = 0b101;
    assert_eq!(sign_in(&mut Browser::new(&house), &mut key).await.status, 200);
    key.counter -= 3;
    assert_eq!(sign_in(&mut Browser::new(&house), &mut key).await.status, 422, "a counter that was seen before");
    let mut bad = SoftKey::new();
    bad.origin = "http://example.org";
    assert_eq!(add(&mut amina, &bad).await.status, 422);
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_joins_with_a_passkey_and_no_passphrase() {
    let house = house().await;
    let mut amina = Browser::new(&house);
    let fields = [("name", "Amina Uwase"), ("handle", "amina"), ("born", "1994"), ("phone", "own")];
    let mut key = SoftKey::new();
    let refused = amina.post("/join/passkey", &[("name", "Amina"), ("handle", "amina"), ("born", "2020")]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.json()["refused"].as_str().unwrap().contains("13"), "in words");
    let asked = ask(&mut amina, "/join/passkey", &fields).await;
    let handle = asked["publicKey"]["user"]["name"].as_str().unwrap().to_owned();
    let reply = key.create(&asked);
    assert_eq!(finish(&mut amina, "/join/passkey", &reply).await.json()["to"], "/me/card?new=1");
    assert!(amina.get("/me").await.contains(&handle), "the phone calls the passkey by the handle");
    assert_eq!(finish(&mut Browser::new(&house), "/join/passkey", &reply).await.status, 422, "sent twice: one account");
    let count: i64 = house.db.one("SELECT COUNT(*) FROM accounts", &[], |row| row.get(0)).await.unwrap();
    assert_eq!(count, 1);
    assert_eq!(Browser::new(&house).sign_in(&handle, "", "own").await.status, 200, "there is no empty passphrase");
    let page = amina.get("/me/security/passkeys").await;
    let id = super::browser::hidden(&page, "passkey");
    let last = amina.post("/me/security/passkeys/remove", &[("passkey", &id)]).await;
    assert_eq!(last.header("location"), "/me/security/passkeys?done=passkey_needed", "the last way in stays");
    minutes(&house, 11);
    let asked = ask(&mut amina, "/me/prove/passkey", &[("next", "/me/security/passphrase")]).await;
    let proved = finish(&mut amina, "/me/prove/passkey", &key.get(&asked)).await;
    assert_eq!(proved.json()["to"], "/me/security/passphrase");
    recheck(&house).await;
    let set = amina.post("/me/security/passphrase", &[("passphrase", super::browser::PASSPHRASE)]).await;
    assert_eq!(set.header("location"), "/me/security?done=saved");
    assert_eq!(Browser::new(&house).sign_in(&handle, super::browser::PASSPHRASE, "own").await.status, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_passkey_of_somebody_banned_opens_nothing() {
    let house = house().await;
    let mut amina = Browser::new(&house);
    let me = amina.join("amina").await;
    let mut key = SoftKey::new();
    add(&mut amina, &key).await;
    let mut tx = house.db.begin().await.unwrap();
    let mut banned = account(&house, me.id.as_str()).await;
    banned.state = crate::State::Banned;
    crate::store::accounts::update(&mut tx, &banned).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(sign_in(&mut Browser::new(&house), &mut key).await.status, 422);
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_that_need_it_bring_the_script_and_others_do_not() {
    let house = house().await;
    let mut amina = Browser::new(&house);
    amina.join("amina").await;
    for path in ["/sign-in", "/me/prove", "/me/security/passkeys"] {
        assert!(amina.get(path).await.contains("/assets/passkeys."), "{path}");
    }
    for path in ["/people", "/me", "/me/settings"] {
        assert!(!amina.get(path).await.contains("/assets/passkeys."), "{path}");
    }
}
