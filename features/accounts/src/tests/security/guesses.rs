//! Somebody guesses at a hundred accounts for three hours, and an owner wants in meanwhile.

use std::collections::VecDeque;

use basics::{At, Clock, Lang, Level, Roles};
use testkit::TestPortal;

use super::browser::{PASSPHRASE, house};
use crate::{
    Account, Handle, Newcomer, code, exactly,
    passphrase::{Cost, Hasher},
    sign_in::{Outcome, Try, check},
    store,
};

const ACCOUNTS: usize = 100;
const HOUR: i64 = 60 * At::MINUTE;

async fn accounts(house: &TestPortal, hasher: &Hasher) -> Vec<Account> {
    let (kept, mut tx) = (hasher.hash(PASSPHRASE).await.unwrap(), house.db.begin().await.unwrap());
    let mut all = Vec::new();
    for nth in 0..ACCOUNTS {
        let newcomer = Newcomer {
            handle: &Handle::parse(&format!("camp-{nth}")).unwrap(),
            name: "",
            crafts: &[],
            born: Some(1990),
            passphrase: Some(kept.clone()),
            lang: Lang::Sw,
            roles: Roles::default(),
            level: Level::Member,
            invited_by: None,
            made_by: None,
        };
        let made = exactly(&mut tx, house.portal.faces().unwrap(), &newcomer, house.clock.now()).await;
        all.push(made.unwrap().unwrap());
    }
    tx.commit().await.unwrap();
    all
}

async fn tried(house: &TestPortal, hasher: &Hasher, handle: &str, secret: &str, device: Option<&str>) -> Outcome {
    check(&house.db, hasher, Try { handle, secret, device }, house.clock.now()).await.unwrap()
}

/// Guesses so often at every account, for three hours, and counts what reaches the hash in any hour.
async fn guess(rounds: i64) {
    let house = house().await;
    let hasher = Hasher::new(Cost { memory: 8, passes: 1, lanes: 1 }, 2, 10).unwrap();
    let all = accounts(&house, &hasher).await;
    let mut tx = house.db.begin().await.unwrap();
    let (owner, phone, now) = (&all[7], code::token(), house.clock.now());
    store::devices::remember(&mut tx, &code::hash_token(&phone), owner.id.as_str(), false, "", now).await.unwrap();
    tx.commit().await.unwrap();
    let (mut reached, mut looked_at) = (vec![VecDeque::new(); ACCOUNTS], 0);
    for round in 0..rounds {
        house.clock.advance(3 * HOUR / rounds);
        let now = house.clock.now();
        for (account, hour) in all.iter().zip(&mut reached) {
            match tried(&house, &hasher, &account.handle, &format!("guess {round}"), None).await {
                Outcome::Wrong => hour.push_back(now),
                Outcome::NotBefore(then) => assert!(then > now && then.0 - now.0 <= HOUR, "never longer than an hour"),
                other => panic!("{other:?}"),
            }
            while hour.front().is_some_and(|first| now.0 - first.0 >= HOUR) {
                hour.pop_front();
                looked_at += 1;
            }
            assert!(hour.len() <= 10, "{} in an hour at {}", hour.len(), account.handle);
        }
        if round % (rounds / 10) == 5 {
            let entered = tried(&house, &hasher, &owner.handle, PASSPHRASE, Some(&phone)).await;
            assert!(matches!(entered, Outcome::In(_)), "the owner on their own phone, round {round}: {entered:?}");
        }
    }
    looked_at += reached.iter().map(VecDeque::len).sum::<usize>();
    assert!((10 * ACCOUNTS..=30 * ACCOUNTS).contains(&looked_at), "{looked_at} reached it");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_ten_thousand_guesses_ten_an_hour_reach_the_hash_of_each_account() {
    guess(100).await;
}

/// A minute and more: `cargo test -p accounts -- --ignored a_hundred_thousand`.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes minutes"]
async fn of_a_hundred_thousand_guesses_no_more_do() {
    guess(1000).await;
}
