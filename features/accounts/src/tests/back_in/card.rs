//! `/recover`: a code of the card.

use basics::At;

use super::cast::{NEW, OLD, Phone, card, count, house, member};
use crate::code::{Code, Kind};

fn form<'a>(handle: &'a str, code: &'a str, once: &'a str) -> [(&'a str, &'a str); 5] {
    [("handle", handle), ("code", code), ("passphrase", NEW), ("phone", "shared"), ("once", once)]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_of_the_card_brings_its_owner_back_once_and_ends_everything_else() {
    let house = house().await;
    let amina = member(&house, "amina-12", &[]).await;
    let codes = card(&house, &amina).await;
    let lost = Phone::of(&house, &amina).await;
    assert_eq!(lost.get("/me").await.status, 200);
    let phone = Phone::new(&house);
    assert!(phone.get("/sw/recover?handle=amina-12").await.contains("value=\"amina-12\""));
    let code = codes[0].shown();
    let answer = phone.post("/sw/recover", &form("amina-12", &code, "once-1")).await;
    assert_eq!((answer.status, answer.header("location")), (303, "/sw/me?done=recovered"));
    assert!(phone.get("/sw/me?done=recovered").await.contains(": 7."), "seven codes are left");
    house.settled().await;
    assert_eq!(lost.get("/me").await.status, 303, "the lost phone is out");
    let stranger = Phone::new(&house);
    let again = stranger.post("/recover", &form("amina-12", &code, "once-2")).await;
    assert_eq!(again.status, 200, "a code works once");
    assert!(again.contains("role=\"alert\"") && !stranger.holds("session"));
    let with = |passphrase| [("handle", "amina-12"), ("passphrase", passphrase), ("phone", "own")];
    assert_eq!(Phone::new(&house).post("/sign-in", &with(OLD)).await.status, 200);
    assert_eq!(Phone::new(&house).post("/sign-in", &with(NEW)).await.status, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_form_again_lets_its_sender_in_and_uses_no_second_code() {
    let house = house().await;
    let amina = member(&house, "amina-12", &[]).await;
    let code = card(&house, &amina).await[0].shown();
    assert_eq!(Phone::new(&house).post("/recover", &form("amina-12", &code, "once")).await.status, 303);
    let phone = Phone::new(&house);
    let again = phone.post("/recover", &form("amina-12", &code, "once")).await;
    assert_eq!((again.status, phone.holds("session")), (303, true), "the answer was lost, the person is not");
    assert_eq!(count(&house.db, "SELECT COUNT(*) FROM recovery_codes WHERE used_at IS NOT NULL").await, 1);
    let thief = Phone::new(&house);
    let mut guess = form("amina-12", &code, "once");
    guess[2].1 = "another long passphrase";
    assert_eq!(thief.post("/recover", &guess).await.header("location"), "/sign-in");
    assert!(!thief.holds("session"), "the form without the passphrase opens nothing");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_learns_whether_a_handle_is_known() {
    let house = house().await;
    let amina = member(&house, "amina-12", &[]).await;
    card(&house, &amina).await;
    let phone = Phone::new(&house);
    phone.get("/recover").await;
    let wrong = Code::make(Kind::Recovery).shown();
    let known = phone.post("/recover", &form("amina-12", &wrong, "once")).await;
    let unknown = phone.post("/recover", &form("amani-12", &wrong, "once")).await;
    let malformed = phone.post("/recover", &form("amina-12", &wrong.replace('-', "!"), "once")).await;
    assert_eq!(known.status, unknown.status);
    assert_eq!(known.text().replace("amina-12", "amani-12"), unknown.text());
    assert_eq!(known.text().replace(&wrong, ""), malformed.text().replace(&wrong.replace('-', "!"), ""));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_eleventh_wrong_try_in_an_hour_waits_and_a_later_right_one_does_not() {
    let house = house().await;
    let amina = member(&house, "amina-12", &[]).await;
    let codes = card(&house, &amina).await;
    let phone = Phone::new(&house);
    for handle in ["amina-12", "nobody-here"] {
        for _ in 0..10 {
            assert_eq!(phone.post("/recover", &form(handle, "0000-0000-0000", "")).await.status, 200);
        }
        let answer = phone.post("/recover", &form(handle, "0000-0000-0000", "")).await;
        assert_eq!(answer.status, 429, "{handle}");
        assert!(!answer.header("retry-after").is_empty());
    }
    assert_eq!(phone.post("/recover", &form("amina-12", &codes[1].shown(), "")).await.status, 429);
    house.clock.advance(61 * At::MINUTE);
    assert_eq!(phone.post("/recover", &form("amina-12", &codes[1].shown(), "")).await.status, 303);
}
