//! The second step: it counts once a code was typed, each code works once, and tasks in the team wake by it.

use basics::{At, Clock, Role};
use testkit::TestPortal;
use totp_rs::{Algorithm, Builder, Secret};

use super::browser::{Browser, PASSPHRASE, give, hidden, house, logged, minutes, recheck};

/// What the app on the person's phone shows now.
fn code(house: &TestPortal, key: &str) -> String {
    let secret = Secret::try_from_base32(key).unwrap();
    let app = Builder::new().with_algorithm(Algorithm::SHA1).with_digits(6).with_step_duration(30).with_secret(secret);
    app.build_noncompliant().generate((house.clock.now().0 / 1000) as u64).to_string()
}

/// Begins to set it up; the ticket and the key.
async fn begin(browser: &mut Browser<'_>) -> (String, String) {
    let page = browser.post("/me/security/second-step", &[]).await;
    assert!(page.contains("<svg"), "an app can read it");
    let key = page.text().split("<br><b>").nth(1).unwrap().split('<').next().unwrap().replace(' ', "");
    (hidden(&page, "ticket"), key)
}

async fn confirm(browser: &mut Browser<'_>, ticket: &str, code: &str) -> testkit::Answer {
    browser.post("/me/security/second-step/confirm", &[("ticket", ticket), ("code", code)]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn it_counts_once_a_code_was_typed_and_no_code_works_twice() {
    let house = house().await;
    let mut amina = Browser::new(&house);
    let me = amina.join("amina").await;
    let (ticket, key) = begin(&mut amina).await;
    assert!(confirm(&mut amina, &ticket, "000000x").await.contains("role=\"alert\""));
    let mut other = Browser::new(&house);
    assert_eq!(other.sign_in(&me.handle, PASSPHRASE, "own").await.header("location"), "/me", "not on before that");
    let now = code(&house, &key);
    let before = amina.cookies["__Host-session"].clone();
    assert_eq!(confirm(&mut amina, &ticket, &now).await.header("location"), "/me/security?done=second_step_set");
    recheck(&house).await;
    assert_ne!(amina.cookies["__Host-session"], before, "more rights, another session");
    assert!(amina.is_in().await && !other.is_in().await, "sessions without it are over");
    assert!(logged(&house, me.id.as_str(), "second-step-set").await);

    let way = other.sign_in(&me.handle, PASSPHRASE, "own").await.header("location").to_owned();
    let ticket = way.strip_prefix("/sign-in/code?ticket=").expect("the second step is asked for").to_owned();
    let typed = |code: &str| [("ticket", ticket.clone()), ("code", code.to_owned())];
    let fields = typed(&now);
    let again = other.post("/sign-in/code", &[("ticket", &fields[0].1), ("code", &fields[1].1)]).await;
    assert!(again.contains("role=\"alert\""), "the code that set it up lets nobody in");
    house.clock.advance(At::MINUTE);
    let fresh = code(&house, &key);
    assert_eq!(other.post("/sign-in/code", &[("ticket", &ticket), ("code", &fresh)]).await.header("location"), "/me");
    let mut third = Browser::new(&house);
    let way = third.sign_in(&me.handle, PASSPHRASE, "own").await.header("location").to_owned();
    let ticket = way.strip_prefix("/sign-in/code?ticket=").unwrap();
    assert!(third.post("/sign-in/code", &[("ticket", ticket), ("code", &fresh)]).await.contains("role=\"alert\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_task_in_the_team_sleeps_until_it_is_set_up_and_keeps_it_from_being_turned_off() {
    let house = house().await;
    let mut steward = Browser::new(&house);
    let me = steward.join("mercy").await;
    give(&house, me.id.as_str(), Role::Steward).await;
    assert!(steward.get("/me").await.contains("sleeps until you set up a second step"));
    assert_eq!(steward.get("/desk/accounts").await.status, 403, "asleep");
    let (ticket, key) = begin(&mut steward).await;
    let now = code(&house, &key);
    assert_eq!(confirm(&mut steward, &ticket, &now).await.status, 303);
    recheck(&house).await;
    assert_eq!(steward.get("/desk/accounts").await.status, 200, "awake");
    assert!(!steward.get("/me").await.contains("sleeps until"));
    assert_eq!(steward.post("/me/security/second-step/off", &[]).await.header("location"), "/me/security/second-step");
    assert!(steward.get("/me/security/second-step").await.contains("Your task in the team needs"));
    let mut amina = Browser::new(&house);
    let plain = amina.join("amina").await;
    let (ticket, key) = begin(&mut amina).await;
    let now = code(&house, &key);
    confirm(&mut amina, &ticket, &now).await;
    assert_eq!(amina.post("/me/security/second-step/off", &[]).await.header("location"), "/me/security?done=saved");
    assert!(logged(&house, plain.id.as_str(), "second-step-removed").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_is_confirmed_once_by_its_owner_within_half_an_hour() {
    let house = house().await;
    let (mut amina, mut other) = (Browser::new(&house), Browser::new(&house));
    amina.join("amina").await;
    other.join("other").await;
    let (old, old_key) = begin(&mut amina).await;
    let (ticket, key) = begin(&mut amina).await;
    assert_eq!(
        confirm(&mut amina, &old, &code(&house, &old_key)).await.header("location"),
        "/me/security/second-step",
        "two tabs: the later key counts"
    );
    assert_eq!(
        confirm(&mut other, &ticket, &code(&house, &key)).await.header("location"),
        "/me/security/second-step",
        "somebody else's"
    );
    minutes(&house, 31);
    amina.post("/me/prove", &[("passphrase", PASSPHRASE)]).await;
    recheck(&house).await;
    assert_eq!(
        confirm(&mut amina, &ticket, &code(&house, &key)).await.header("location"),
        "/me/security/second-step",
        "too late"
    );
    let (ticket, key) = begin(&mut amina).await;
    let now = code(&house, &key);
    assert_eq!(confirm(&mut amina, &ticket, &now).await.header("location"), "/me/security?done=second_step_set");
    assert_eq!(confirm(&mut amina, &ticket, &now).await.header("location"), "/me/security/second-step", "sent twice");
}
