//! Many at once: a camp behind one address, and somebody who guesses while the owner wants in.

use accounts::{Account, Handle};
use basics::At;
use testkit::TestPortal;

use super::browser::{Browser, PASSPHRASE, house, kept, member, newcomer};

/// The address that the whole camp shares.
const ADDRESS: &str = "192.0.2.7";
const MEMBERS: usize = 500;
/// Five minutes for all of them.
const PAUSE: i64 = 5 * At::MINUTE / MEMBERS as i64;

async fn sign_in(house: &TestPortal, handle: &str, secret: &str) -> testkit::Answer {
    let ask = house.ask("POST", "/sign-in").header("x-forwarded-for", ADDRESS);
    ask.form(&[("handle", handle), ("passphrase", secret), ("phone", "shared")]).send().await
}

async fn behind_a_proxy() -> TestPortal {
    let mut house = house().await;
    house.front = house.front.behind_proxy(true);
    house
}

#[tokio::test(flavor = "multi_thread")]
async fn five_hundred_sign_in_from_one_address_in_five_minutes_and_nobody_is_refused() {
    let (house, kept) = (behind_a_proxy().await, kept().await);
    let handles: Vec<Handle> = (0..MEMBERS).map(|nth| Handle::parse(&format!("camp-{nth}")).unwrap()).collect();
    for handle in &handles {
        member(&house, newcomer(handle, "", &kept), &[]).await;
    }
    let mut answers = Vec::new();
    for few in handles.chunks(20) {
        let asked = few.iter().map(|handle| async {
            house.clock.advance(PAUSE);
            sign_in(&house, handle.as_str(), PASSPHRASE).await
        });
        answers.extend(together(asked).await);
    }
    let refused: Vec<u16> = answers.iter().map(|answer| answer.status).filter(|status| *status != 303).collect();
    assert_eq!((answers.len(), refused), (MEMBERS, Vec::new()));
    assert!(answers.iter().all(|answer| answer.header("location") == "/me"));
}

/// Waits for all of them at once, in order.
async fn together<F: Future<Output = testkit::Answer>>(asked: impl Iterator<Item = F>) -> Vec<testkit::Answer> {
    let mut asked: Vec<_> = asked.map(Box::pin).collect();
    let mut answers: Vec<Option<testkit::Answer>> = vec![None; asked.len()];
    std::future::poll_fn(|cx| {
        for (asked, answer) in asked.iter_mut().zip(&mut answers).filter(|(_, answer)| answer.is_none()) {
            if let std::task::Poll::Ready(ready) = asked.as_mut().poll(cx) {
                *answer = Some(ready);
            }
        }
        if answers.iter().all(Option::is_some) { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
    answers.into_iter().flatten().collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_guesses_reaches_the_hash_ten_times_an_hour_and_the_owner_still_gets_in() {
    let (house, kept) = (behind_a_proxy().await, kept().await);
    let handle = Handle::parse("amina").unwrap();
    let amina: Account = member(&house, newcomer(&handle, "Amina", &kept), &[]).await;
    let mut own = Browser::new(&house);
    assert_eq!(own.sign_in("", &amina.handle, "own").await, 200);
    own.sign_out("").await;
    house.clock.advance(61 * At::MINUTE);
    let mut looked_at = 0;
    for minute in 0..60 {
        house.clock.advance(At::MINUTE - 1);
        for guess in 0..5 {
            let answer = sign_in(&house, "amina", &format!("guess {minute} {guess}")).await;
            assert!(matches!(answer.status, 200 | 429), "{}", answer.status);
            looked_at += usize::from(answer.status == 200);
        }
    }
    assert_eq!(looked_at, 10, "of three hundred guesses in an hour");
    assert_eq!(sign_in(&house, "amina", PASSPHRASE).await.status, 429, "a stranger's phone waits, whatever it says");
    assert_eq!(own.sign_in("", &amina.handle, "own").await, 200);
    assert!(own.at == "/me" && own.page.contains("Amina"), "the owner's own phone has tries of its own");
}
