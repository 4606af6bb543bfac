//! Contacts: read, verified by a code, private, and never told apart by whose they are too.

use basics::{Clock, Id};
use testkit::TestPortal;

use super::browser::{Browser, house, logged, minutes};
use crate::{
    Account,
    contact::{Kind, NoContact, read},
    store,
};

#[test]
fn addresses_and_numbers_are_read_as_people_write_them() {
    let phone = Ok((Kind::Phone, "+265991000123".to_owned()));
    for typed in [
        "0991000123",
        "0991 000 123",
        "+265 991 000 123",
        "00265-991-000-123",
        "265991000123",
        "(0991) 000.123",
        "٠٩٩١٠٠٠١٢٣",
    ] {
        assert_eq!(read(typed), phone, "{typed}");
    }
    assert_eq!(read(" Amina@Example.ORG "), Ok((Kind::Mail, "Amina@example.org".into())));
    assert_eq!(read("+4420 7946 0018"), Ok((Kind::Phone, "+442079460018".into())));
    let long = format!("{}@example.org", "a".repeat(250));
    for typed in [
        "",
        "amina",
        "amina@",
        "@example.org",
        "amina@localhost",
        "Amina <a@example.org>",
        "a@[127.0.0.1]",
        "a@b@example.org",
        "a\u{202e}@example.org",
        "a@exam\u{200b}ple.org",
        "a@example.org\r\nBcc: b@example.org",
        "1",
        "12345",
        "099100012",
        "09910001234",
        "01123456",
        "+265 1 123 456",
        "+0991000123",
        "+1234567890123456",
        "0991+000123",
        "call me",
        &long,
    ] {
        assert_eq!(read(typed), Err(NoContact), "{typed:?}");
    }
}

/// Adds a contact and returns its page.
async fn add(browser: &mut Browser<'_>, contact: &str) -> String {
    let answer = browser.post("/me/contacts", &[("contact", contact)]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.header("location").to_owned()
}

/// The messages of a person, oldest first: recipient and text.
async fn messages(house: &TestPortal, of: &Account) -> Vec<(String, String)> {
    let person = Id::<()>::from_text(&of.person);
    let entries = post::store::list_of(&house.db, &person).await.unwrap();
    entries.into_iter().map(|entry| (entry.recipient, entry.text)).collect()
}

/// The code that a message holds.
fn code_in(text: &str) -> String {
    let digits = |word: &&str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let words: Vec<&str> = text.split(|c: char| c.is_whitespace() || c == '.').collect();
    let pair = words.windows(2).find(|pair| digits(&pair[0]) && digits(&pair[1])).expect("a code of two groups");
    pair.join(" ")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_makes_a_contact_ones_own_and_works_once() {
    let house = house().await;
    let mut amina = Browser::new(&house);
    let me = amina.join("amina").await;
    let page = add(&mut amina, "0991 000 123").await;
    let sent = messages(&house, &me).await;
    assert_eq!(sent.len(), 1);
    assert_eq!(sent[0].0, "+265991000123");
    assert!(sent[0].1.starts_with("Amina: "), "phones are shared: {}", sent[0].1);
    assert_eq!(post::sms::plan(&sent[0].1).parts, 1, "{}", sent[0].1);
    let code = code_in(&sent[0].1);
    let wrong = amina.post(&page, &[("code", "0000 0000")]).await;
    assert!(wrong.status == 200 && wrong.contains("role=\"alert\""));
    let right = amina.post(&page, &[("code", &code)]).await;
    assert_eq!(right.header("location"), "/me/contacts?done=contact_verified");
    assert!(amina.get("/me/contacts").await.contains("Yours since 21 November 2026"));
    assert_eq!(amina.post(&page, &[("code", &code)]).await.status, 303, "sent twice, and done once");
    assert!(logged(&house, me.id.as_str(), "contact-verified").await);
    amina.post(&format!("{page}/remove"), &[]).await;
    assert_eq!(store::contacts::list(&house.db, me.id.as_str()).await.unwrap(), []);
    assert_eq!(amina.get(&page).await.status, 404);
    let page = add(&mut amina, "0991 000 123").await;
    assert!(amina.post(&page, &[("code", &code)]).await.contains("role=\"alert\""), "a code that was used before");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_is_good_for_half_an_hour_and_for_one_contact_of_one_person() {
    let house = house().await;
    let (mut amina, mut other) = (Browser::new(&house), Browser::new(&house));
    let me = amina.join("amina").await;
    other.join("other").await;
    let first = add(&mut amina, "amina@example.org").await;
    let second = add(&mut amina, "uwase@example.org").await;
    let sent = messages(&house, &me).await;
    let (code, of_second) = (code_in(&sent[0].1), code_in(&sent[1].1));
    assert!(
        amina.post(&first, &[("code", &of_second)]).await.contains("role=\"alert\""),
        "the code of another contact"
    );
    assert_eq!(other.get(&first).await.status, 404, "somebody else's contact is not there");
    assert_eq!(other.post(&first, &[("code", &code)]).await.status, 404);
    assert_eq!(other.post(&format!("{first}/remove"), &[]).await.status, 303);
    assert_eq!(amina.get(&first).await.status, 200, "and not theirs to remove");
    minutes(&house, 31);
    assert!(amina.post(&first, &[("code", &code)]).await.contains("role=\"alert\""), "too old");
    assert_eq!(amina.post(&format!("{second}/again"), &[]).await.status, 303);
    let again = code_in(&messages(&house, &me).await[2].1);
    assert_eq!(amina.post(&second, &[("code", &again)]).await.status, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_people_who_share_a_number_see_the_same_and_nothing_of_each_other() {
    let house = house().await;
    let (mut amina, mut zawadi) = (Browser::new(&house), Browser::new(&house));
    let (first, second) = (amina.join("amina").await, zawadi.join("zawadi").await);
    let page = add(&mut amina, "0991000123").await;
    let code = code_in(&messages(&house, &first).await[0].1);
    amina.post(&page, &[("code", &code)]).await;
    let page = add(&mut zawadi, "0991000123").await;
    let fresh = zawadi.get(&page).await;
    let alone = {
        let other = add(&mut zawadi, "0991000124").await;
        zawadi.get(&other).await.text().replace(&other, &page).replace("991000124", "991000123")
    };
    assert_eq!(fresh.text(), alone, "a number that is known and one that is not look the same");
    let code = code_in(&messages(&house, &second).await[0].1);
    assert_eq!(zawadi.post(&page, &[("code", &code)]).await.status, 303);
    assert!(store::contacts::list(&house.db, first.id.as_str()).await.unwrap()[0].verified_at.is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_flooded_with_codes() {
    let house = house().await;
    let mut amina = Browser::new(&house);
    let me = amina.join("amina").await;
    let page = add(&mut amina, "0991000123").await;
    for _ in 0..4 {
        assert_eq!(amina.post(&format!("{page}/again"), &[]).await.status, 303);
    }
    assert_eq!(amina.post(&format!("{page}/again"), &[]).await.status, 429, "five an hour leave an account");
    assert_eq!(amina.post("/me/contacts", &[("contact", "0991000124")]).await.status, 429);
    assert_eq!(messages(&house, &me).await.len(), 5);
    let mut reached = 5;
    for number in 0..3 {
        let mut puppet = Browser::new(&house);
        let account = puppet.join(&format!("puppet{number}")).await;
        let page = add(&mut puppet, "0991000123").await;
        for _ in 0..4 {
            assert_eq!(puppet.post(&format!("{page}/again"), &[]).await.status, 303, "it looks as if it were sent");
        }
        reached += messages(&house, &account).await.len();
    }
    assert_eq!(reached, 10, "ten an hour reach a number, however many accounts ask");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_cannot_be_guessed_and_five_contacts_are_enough() {
    let house = house().await;
    let mut amina = Browser::new(&house);
    let me = amina.join("amina").await;
    let page = add(&mut amina, "0991000123").await;
    for guess in 0..10 {
        assert_eq!(amina.post(&page, &[("code", &format!("1000 000{guess}"))]).await.status, 200);
    }
    let code = code_in(&messages(&house, &me).await[0].1);
    assert_eq!(amina.post(&page, &[("code", &code)]).await.status, 429, "not even the right one, for now");
    let mut tx = house.db.begin().await.unwrap();
    for number in 0..4 {
        let value = format!("+26599100020{number}");
        store::contacts::insert(&mut tx, me.id.as_str(), Kind::Phone, &value, house.clock.now()).await.unwrap();
    }
    tx.commit().await.unwrap();
    assert!(
        amina
            .post("/me/contacts", &[("contact", "a@example.org")])
            .await
            .contains(crate::Text(basics::Lang::En).contacts_full())
    );
    assert_eq!(store::contacts::list(&house.db, me.id.as_str()).await.unwrap().len(), 5);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_name_says_is_never_mailed_to_strangers() {
    let house = house().await;
    let mut spammer = Browser::new(&house);
    let me = spammer.join("spammer").await;
    spammer.post("/me/settings/name", &[("name", "Win.1000.dollars at http://example.org")]).await;
    add(&mut spammer, "somebody@example.org").await;
    let sent = messages(&house, &me).await;
    assert!(!sent[0].1.contains("dollars") && !sent[0].1.contains("http://example.org"), "{}", sent[0].1);
    assert!(sent[0].1.contains(&me.handle));
}
