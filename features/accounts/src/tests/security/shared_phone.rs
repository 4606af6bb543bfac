//! A phone that others use too: it empties its screen, and after signing out nothing is left.

use super::browser::{Browser, PASSPHRASE, house, minutes};

#[tokio::test(flavor = "multi_thread")]
async fn the_screen_of_a_shared_phone_empties_itself_and_ones_own_does_not() {
    let house = house().await;
    let (mut shared, mut own) = (Browser::new(&house), Browser::new(&house));
    shared.join_on("amina", "shared").await;
    own.join_on("zawadi", "own").await;
    for path in ["/me", "/people", "/sw/me", "/no-such-page"] {
        let prefix = if path.starts_with("/sw") { "/sw" } else { "" };
        assert_eq!(shared.get(path).await.header("refresh"), format!("600; url={prefix}/sign-in?done=idle"), "{path}");
        assert_eq!(own.get(path).await.header("refresh"), "", "{path}");
    }
    assert_eq!(shared.get("/assets/icon.svg").await.header("refresh"), "", "pages only");
    assert_eq!(house.get("/people").await.header("refresh"), "", "and not for strangers");
    minutes(&house, 10);
    let left = shared.get("/sign-in?done=idle").await;
    assert!(left.contains("Nobody used this phone for 10 minutes"));
    assert!(left.header("clear-site-data").contains("storage"));
    assert!(!shared.is_in().await && own.is_in().await);
    assert!(
        !own.get("/sign-in?done=idle").await.contains("Nobody used this phone"),
        "who is signed in was not signed out"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn after_signing_out_nothing_may_be_kept_and_the_next_person_sees_nothing_of_the_first() {
    let house = house().await;
    let mut phone = Browser::new(&house);
    let amina = phone.join_on("amina", "shared").await;
    for path in ["/me", "/me/settings", "/me/security", "/me/contacts", "/people"] {
        assert_eq!(phone.get(path).await.header("cache-control"), "no-store", "{path}");
    }
    let out = phone.post("/sign-out", &[]).await;
    assert_eq!(out.header("clear-site-data"), "\"cache\", \"storage\"");
    assert!(!phone.cookies.keys().any(|name| name.contains("session")));
    let next = phone.get("/sign-in").await;
    assert!(!next.contains(&amina.handle), "no name is offered");
    phone.join_on("zawadi", "shared").await;
    for path in ["/me", "/me/settings", "/me/security", "/me/contacts"] {
        assert!(!phone.get(path).await.contains(&amina.handle), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_say_whose_phone_it_is_gets_what_they_have_set() {
    let house = house().await;
    let mut amina = Browser::new(&house);
    let me = amina.join("amina").await;
    amina.post("/me/settings/phone", &[("phone", "shared")]).await;
    let mut other = Browser::new(&house);
    other.post("/sign-in", &[("handle", &me.handle), ("passphrase", PASSPHRASE)]).await;
    assert!(!other.get("/me").await.header("refresh").is_empty());
}
