//! What nobody sends by accident: cookies from elsewhere, forms of other sites, far too much, nothing at all.

use super::browser::{Browser, PASSPHRASE, house, recheck};

const FORMS: [&str; 14] = [
    "/me/settings/language",
    "/me/settings/name",
    "/me/settings/phone",
    "/me/settings/handle",
    "/me/contacts",
    "/me/contacts/none",
    "/me/prove",
    "/me/security/passphrase",
    "/me/security/pin",
    "/me/security/second-step/confirm",
    "/me/security/passkeys/remove",
    "/me/security/passkeys/add",
    "/me/security/sessions/end",
    "/me/security/phones/forget",
];

#[tokio::test(flavor = "multi_thread")]
async fn no_form_falls_over_at_a_megabyte_or_at_nothing() {
    let house = house().await;
    let mut amina = Browser::new(&house);
    amina.join("amina").await;
    let much = "x".repeat(1 << 20);
    for path in FORMS {
        for field in ["passphrase", "name", "handle", "contact", "code"] {
            assert_eq!(amina.post(path, &[(field, &much)]).await.status, 413, "{path} {field}");
        }
        let answer = amina.post(path, &[]).await;
        assert!(answer.status < 500, "{path}: {}", answer.status);
    }
    assert!(amina.is_in().await);
    assert_eq!(amina.sign_in("amina", &much, "own").await.status, 413);
}

#[tokio::test(flavor = "multi_thread")]
async fn strangers_are_sent_to_sign_in_and_other_sites_are_refused() {
    let house = house().await;
    let mut amina = Browser::new(&house);
    amina.join("amina").await;
    let cookie = format!("__Host-session={}", amina.cookies["__Host-session"]);
    for path in FORMS {
        let stranger = Browser::new(&house).post(path, &[]).await;
        assert!(matches!(stranger.status, 401 | 404), "{path}: {}", stranger.status);
        let elsewhere =
            house.ask("POST", path).cookie(&cookie).header("sec-fetch-site", "cross-site").form(&[]).send().await;
        assert_eq!(elsewhere.status, 403, "{path}");
        let unsaid =
            house.ask("POST", path).cookie(&cookie).header("content-type", "application/x-www-form-urlencoded");
        let unsaid = unsaid.body("form=made-up").send().await;
        assert_eq!(unsaid.status, 403, "{path}: an old browser without the token");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_cookie_that_another_host_has_set_is_nobodys() {
    let house = house().await;
    let mut amina = Browser::new(&house);
    amina.join("amina").await;
    let token = amina.cookies["__Host-session"].clone();
    let plain = house.ask("GET", "/me").cookie(&format!("session={token}")).send().await;
    assert_eq!(plain.status, 303, "without the prefix, any host nearby could have set it");
    let made_up = house.ask("GET", "/me").cookie("__Host-session=made-up").send().await;
    assert_eq!(made_up.status, 303);
    assert!(made_up.headers("set-cookie").iter().any(|set| set.starts_with("__Host-session=;")), "it is forgotten");
    let mut fixed = Browser::new(&house);
    fixed.cookies.insert("__Host-session".into(), "chosen-by-somebody-else".into());
    let me = super::browser::Browser::join(&mut fixed, "zawadi").await;
    fixed.sign_in(&me.handle, PASSPHRASE, "own").await;
    assert_ne!(fixed.cookies["__Host-session"], "chosen-by-somebody-else", "a session is always new");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_people_who_join_by_forms_without_a_key_are_two_people() {
    let house = house().await;
    let (first, second) = (Browser::new(&house).join("amina").await, Browser::new(&house).join("zawadi").await);
    assert_ne!(first.id, second.id);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_joins_under_a_name_with_letters_that_cannot_be_seen() {
    let house = house().await;
    for name in ["Ami\u{202e}na", "\u{200b}Amina", &"x".repeat(121)] {
        let fields = [("name", name), ("handle", "amina"), ("born", "1994"), ("passphrase", PASSPHRASE)];
        let answer = Browser::new(&house).post("/join", &fields).await;
        assert!(answer.status == 200 && answer.contains("role=\"alert\""), "{name:?}");
        assert_eq!(Browser::new(&house).post("/join/passkey", &fields).await.status, 422, "{name:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_tabs_and_forms_sent_twice_end_well() {
    let house = house().await;
    let mut tab = Browser::new(&house);
    tab.join("amina").await;
    let mut other = tab.clone();
    for _ in 0..2 {
        assert_eq!(tab.post("/me/settings/name", &[("name", "Amina")]).await.status, 303);
        assert_eq!(tab.post("/me/security/pin", &[("pin", "493817")]).await.status, 303);
        assert_eq!(tab.post("/me/security/pin/remove", &[]).await.status, 303);
        assert_eq!(tab.post("/me/contacts", &[("contact", "a@example.org")]).await.status, 303);
        assert_eq!(tab.post("/me/security/sessions/end-others", &[]).await.status, 303);
    }
    assert_eq!(tab.get("/me/contacts").await.text().matches("<bdi>a@example.org").count(), 1);
    tab.post("/sign-out", &[]).await;
    recheck(&house).await;
    let late = other.post("/me/settings/name", &[("name", "Zawadi")]).await;
    assert_eq!(late.status, 401, "the other tab learns that it is over");
}
