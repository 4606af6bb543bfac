//! `/recover/link`: a link by mail or SMS.

use basics::{At, Clock};
use post::{Channel, store::list_of};

use super::cast::{NEW, Phone, count, house, member, work};
use crate::{Account, contact, store::contacts};
use testkit::TestPortal;

async fn reachable(house: &TestPortal, account: &Account, kind: contact::Kind, value: &str, verified: bool) {
    let (mut tx, now) = (house.db.begin().await.unwrap(), house.clock.now());
    let id = contacts::insert(&mut tx, account.id.as_str(), kind, value, now).await.unwrap();
    if verified {
        contacts::verify(&mut tx, account.id.as_str(), &id, now).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn messages(house: &TestPortal, account: &Account) -> Vec<post::Entry> {
    list_of(&house.db, &basics::Id::<()>::from_text(account.person.clone())).await.unwrap()
}

/// The path of the link in a message.
fn link(text: &str) -> String {
    let at = text.find("/sw/recover/link/").expect("a link in the person's language");
    text[at..].split(|c: char| c.is_whitespace()).next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_goes_to_a_confirmed_address_in_the_persons_language_and_is_good_once() {
    let house = house().await;
    let amina = member(&house, "amina-12", &[]).await;
    reachable(&house, &amina, contact::Kind::Mail, "amina@example.org", true).await;
    let (phone, lost) = (Phone::new(&house), Phone::of(&house, &amina).await);
    let asked = phone.post("/recover/link", &[("handle", "Amina-12"), ("contact", "Amina@Example.org")]).await;
    assert_eq!((asked.status, asked.header("location")), (303, "/recover/link?sent=1"));
    work(&house).await;
    let sent = messages(&house, &amina).await;
    assert_eq!((sent.len(), sent[0].channel), (1, Channel::Mail));
    let path = link(&sent[0].text);
    assert!(phone.get(&path).await.contains("amina-12"));
    assert!(phone.get(&path).await.contains("new-password"), "reading uses nothing up");
    let used = phone.post(&path, &[("passphrase", NEW), ("phone", "own")]).await;
    assert_eq!((used.status, used.header("location")), (303, "/sw/me?done=recovered"));
    house.settled().await;
    assert_eq!(lost.get("/me").await.status, 303, "other sessions have ended");
    let replayed = Phone::new(&house).post(&path, &[("passphrase", "another long passphrase")]).await;
    assert!(replayed.status == 200 && replayed.contains("role=\"alert\""), "a used link says so");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_sms_begins_with_the_short_name_and_an_old_link_is_worth_nothing() {
    let house = house().await;
    let amina = member(&house, "amina-12", &[]).await;
    reachable(&house, &amina, contact::Kind::Phone, "+265991000001", true).await;
    let phone = Phone::new(&house);
    phone.post("/recover/link", &[("handle", "amina-12"), ("contact", "0991 000 001")]).await;
    work(&house).await;
    let sent = messages(&house, &amina).await;
    assert_eq!(sent[0].channel, Channel::Sms);
    assert!(sent[0].text.starts_with("amina-12: "), "{}", sent[0].text);
    assert!(post::sms::plan(&sent[0].text).parts <= 2, "{}", sent[0].text);
    house.clock.advance(31 * At::MINUTE);
    assert!(phone.post(&link(&sent[0].text), &[("passphrase", NEW)]).await.contains("role=\"alert\""));
    assert!(!phone.holds("session"));
}

#[tokio::test(flavor = "multi_thread")]
async fn known_and_unknown_get_the_same_answer_and_only_what_belongs_together_a_message() {
    let house = house().await;
    let amina = member(&house, "amina-12", &[]).await;
    reachable(&house, &amina, contact::Kind::Mail, "amina@example.org", true).await;
    reachable(&house, &amina, contact::Kind::Mail, "other@example.org", false).await;
    let phone = Phone::new(&house);
    let mut answers = Vec::new();
    for (handle, contact) in [
        ("amina-12", "amina@example.org"),
        ("amina-12", "somebody@example.org"),
        ("amina-12", "other@example.org"),
        ("nobody-12", "amina@example.org"),
        ("amina-12", "no address at all"),
    ] {
        let answer = phone.post("/recover/link", &[("handle", handle), ("contact", contact)]).await;
        answers.push((answer.status, answer.header("location").to_owned(), answer.body));
    }
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]));
    work(&house).await;
    assert_eq!(count(&house.db, "SELECT COUNT(*) FROM outbox").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn at_most_three_links_an_hour() {
    let house = house().await;
    let amina = member(&house, "amina-12", &[]).await;
    reachable(&house, &amina, contact::Kind::Mail, "amina@example.org", true).await;
    let phone = Phone::new(&house);
    let ask = async || phone.post("/recover/link", &[("handle", "amina-12"), ("contact", "amina@example.org")]).await;
    for _ in 0..5 {
        assert_eq!(ask().await.status, 303);
    }
    work(&house).await;
    assert_eq!(messages(&house, &amina).await.len(), 3);
    house.clock.advance(61 * At::MINUTE);
    ask().await;
    work(&house).await;
    assert_eq!(messages(&house, &amina).await.len(), 4);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_does_not_stand_in_for_the_second_step() {
    let house = house().await;
    let mut amina = member(&house, "amina-12", &[]).await;
    amina.secrets.totp = Some(crate::second_step::new_key());
    let mut tx = house.db.begin().await.unwrap();
    crate::store::accounts::update(&mut tx, &amina).await.unwrap();
    tx.commit().await.unwrap();
    reachable(&house, &amina, contact::Kind::Mail, "amina@example.org", true).await;
    let phone = Phone::new(&house);
    phone.post("/recover/link", &[("handle", "amina-12"), ("contact", "amina@example.org")]).await;
    work(&house).await;
    let path = link(&messages(&house, &amina).await[0].text);
    let used = phone.post(&path, &[("passphrase", NEW)]).await;
    assert_eq!(used.header("location"), "/sw/sign-in?done=renewed");
    assert!(!phone.holds("session"));
}
