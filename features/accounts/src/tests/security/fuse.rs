//! The fuse of addresses: wide, blown by wrong guesses only, passed by phones that are known.

use testkit::TestPortal;

use super::browser::{Browser, PASSPHRASE, minutes, rooms_with};
use crate::Settings;

const CAMP: &str = "198.51.100.7";

async fn house() -> TestPortal {
    let settings = Settings { address_fuse: 5, ..Settings::default() };
    let mut house = TestPortal::new(rooms_with(settings)).await;
    house.front = house.front.clone().behind_proxy(true);
    house
}

async fn sign_in(browser: &mut Browser<'_>, address: &str, handle: &str, secret: &str) -> u16 {
    let fields = [("handle", handle), ("passphrase", secret), ("phone", "own")];
    browser.post_from(address, "/sign-in", &fields).await.status
}

#[tokio::test(flavor = "multi_thread")]
async fn guesses_over_many_names_blow_it_and_known_phones_still_get_in() {
    let house = house().await;
    let mut known = Browser::new(&house);
    let me = known.join("amina").await;
    for guess in 0..5 {
        assert_eq!(sign_in(&mut Browser::new(&house), CAMP, &format!("name-{guess}"), "some guess").await, 200);
    }
    assert_eq!(sign_in(&mut Browser::new(&house), CAMP, &me.handle, PASSPHRASE).await, 429);
    assert_eq!(sign_in(&mut Browser::new(&house), CAMP, "nobody-at-all", "some guess").await, 429, "known or not");
    assert_eq!(sign_in(&mut known, CAMP, &me.handle, PASSPHRASE).await, 303, "a phone that is known");
    assert_eq!(sign_in(&mut Browser::new(&house), "198.51.100.8", &me.handle, PASSPHRASE).await, 303, "elsewhere");
    minutes(&house, 60);
    assert_eq!(sign_in(&mut Browser::new(&house), CAMP, &me.handle, PASSPHRASE).await, 303, "an hour later");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_whole_camp_signs_in_behind_one_address() {
    let house = house().await;
    let me = Browser::new(&house).join("amina").await;
    for _ in 0..12 {
        assert_eq!(sign_in(&mut Browser::new(&house), CAMP, &me.handle, PASSPHRASE).await, 303);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_home_counts_once_whatever_its_address_ends_in() {
    let house = house().await;
    for guess in 0..5 {
        let address = format!("2001:db8:1:2::{guess}");
        assert_eq!(sign_in(&mut Browser::new(&house), &address, &format!("name-{guess}"), "some guess").await, 200);
    }
    assert_eq!(sign_in(&mut Browser::new(&house), "2001:db8:1:2:ffff::1", "name", "some guess").await, 429);
    assert_eq!(sign_in(&mut Browser::new(&house), "2001:db8:1:3::1", "name", "some guess").await, 200);
}
