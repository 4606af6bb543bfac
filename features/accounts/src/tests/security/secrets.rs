//! Passphrase, PIN and the proof that goes before them.

use super::browser::{Browser, PASSPHRASE, house, logged, minutes, recheck};

const NEW: &str = "four boats on a quiet lake";

#[tokio::test(flavor = "multi_thread")]
async fn another_passphrase_ends_the_other_sessions_and_the_old_one_is_worth_nothing() {
    let house = house().await;
    let mut here = Browser::new(&house);
    let me = here.join("amina").await;
    let mut there = Browser::new(&house);
    there.sign_in(&me.handle, PASSPHRASE, "own").await;
    assert!(there.is_in().await);
    for bad in ["short", "password123", &me.handle, &"x".repeat(2000)] {
        assert!(here.post("/me/security/passphrase", &[("passphrase", bad)]).await.contains("role=\"alert\""), "{bad}");
    }
    assert_eq!(here.post("/me/security/passphrase", &[("passphrase", &"x".repeat(1 << 20))]).await.status, 413);
    assert!(here.get("/me/security/passphrase").await.contains("name=\"others\" value=\"true\" checked"));
    let answer = here.post("/me/security/passphrase", &[("passphrase", NEW), ("others", "true")]).await;
    assert_eq!(answer.header("location"), "/me/security?done=saved");
    recheck(&house).await;
    assert!(here.is_in().await && !there.is_in().await);
    assert_eq!(there.sign_in(&me.handle, PASSPHRASE, "own").await.status, 200);
    assert_eq!(there.sign_in(&me.handle, NEW, "own").await.status, 303);
    assert_eq!(here.post("/me/security/passphrase", &[("passphrase", PASSPHRASE)]).await.status, 303);
    recheck(&house).await;
    assert!(there.is_in().await, "unless the person wants them to stay");
    assert!(logged(&house, me.id.as_str(), "passphrase-changed").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn after_ten_minutes_a_proof_is_wanted_and_leads_back() {
    let house = house().await;
    let mut amina = Browser::new(&house);
    amina.join("amina").await;
    assert_eq!(amina.get("/me/security/pin").await.status, 200);
    minutes(&house, 11);
    let answer = amina.get("/me/security/pin").await;
    assert_eq!(answer.header("location"), "/me/prove?next=%2Fme%2Fsecurity%2Fpin");
    assert_eq!(amina.post("/me/security/pin", &[("pin", "493817")]).await.header("location"), "/me/prove?next=%2Fme");
    assert!(amina.get("/me/prove?next=%2Fme%2Fsecurity%2Fpin").await.contains("value=\"/me/security/pin\""));
    let next = ("next", "/me/security/pin");
    assert!(amina.post("/me/prove", &[("passphrase", "not this one"), next]).await.contains("role=\"alert\""));
    assert_eq!(amina.get("/me/security/pin").await.status, 303, "a wrong one proves nothing");
    assert_eq!(
        amina.post("/me/prove", &[("passphrase", PASSPHRASE), next]).await.header("location"),
        "/me/security/pin"
    );
    recheck(&house).await;
    assert_eq!(amina.get("/me/security/pin").await.status, 200);
    for elsewhere in ["https://example.org", "//example.org", "/\\example.org", "javascript:1"] {
        let answer = amina.post("/me/prove", &[("passphrase", PASSPHRASE), ("next", elsewhere)]).await;
        assert_eq!(answer.header("location"), "/me", "{elsewhere}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_at_a_forgotten_phone_gets_ten_guesses_an_hour() {
    let house = house().await;
    let mut amina = Browser::new(&house);
    amina.join_on("amina", "shared").await;
    for guess in 0..10 {
        let answer = amina.post("/me/prove", &[("passphrase", &format!("guess number {guess}"))]).await;
        assert_eq!(answer.status, 200);
    }
    assert_eq!(amina.post("/me/prove", &[("passphrase", PASSPHRASE)]).await.status, 429);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pin_works_on_phones_that_know_its_owner_and_nowhere_else() {
    let house = house().await;
    let mut known = Browser::new(&house);
    let me = known.join("amina").await;
    for bad in ["12345", "1234567", "123456", "111111", "199412", "abcdef", ""] {
        assert!(known.post("/me/security/pin", &[("pin", bad)]).await.contains("role=\"alert\""), "{bad}");
    }
    assert_eq!(known.post("/me/security/pin", &[("pin", "49 38 17")]).await.status, 303);
    let mut strange = Browser::new(&house);
    assert_eq!(strange.sign_in(&me.handle, "493817", "own").await.status, 200, "not on a phone nobody knows");
    known.post("/sign-out", &[]).await;
    assert!(!known.is_in().await);
    assert_eq!(known.sign_in(&me.handle, "493817", "own").await.status, 303);
    minutes(&house, 11);
    assert_eq!(known.post("/me/prove", &[("passphrase", "493817")]).await.status, 303, "it proves who one is, too");
    recheck(&house).await;
    assert_eq!(known.post("/me/security/pin/remove", &[]).await.status, 303);
    known.post("/sign-out", &[]).await;
    assert_eq!(known.sign_in(&me.handle, "493817", "own").await.status, 200);
    assert!(logged(&house, me.id.as_str(), "pin-removed").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_that_was_told_to_forget_takes_no_pin() {
    let house = house().await;
    let mut amina = Browser::new(&house);
    let me = amina.join("amina").await;
    amina.post("/me/security/pin", &[("pin", "493817")]).await;
    let phone = super::browser::hidden(&amina.get("/me/security").await, "phone");
    assert_eq!(amina.post("/me/security/phones/forget", &[("phone", &phone)]).await.status, 303);
    amina.post("/sign-out", &[]).await;
    assert_eq!(amina.sign_in(&me.handle, "493817", "own").await.status, 200);
}
