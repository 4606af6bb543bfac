//! What a helper who acts for somebody may open: settings, but nothing that signs in.

use basics::{Clock, Role};
use web::cookies;

use super::browser::{Browser, give, house};
use crate::session;

#[tokio::test(flavor = "multi_thread")]
async fn a_helper_opens_settings_and_never_contacts_secrets_or_sessions() {
    let house = house().await;
    let (mut amina, mut helper) = (Browser::new(&house), Browser::new(&house));
    let helped = amina.join("amina").await;
    let helping = helper.join("grace").await;
    give(&house, helping.id.as_str(), Role::Helper).await;
    let mut tx = house.db.begin().await.unwrap();
    let opening = session::Opening { shared: true, second_step: false, device: "", helper: Some(helping.id.as_str()) };
    let (_, token) = session::open(&mut tx, &helped, &opening, house.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    helper.cookies.insert(cookies::name(cookies::ACTING, true), token);
    for path in
        ["/me/settings", "/me/settings/language", "/me/settings/name", "/me/settings/phone", "/me/settings/quiet-hours"]
    {
        let answer = helper.get(path).await;
        assert_eq!(answer.status, 200, "{path}");
        assert!(!answer.contains("/me/contacts") && answer.header("refresh").is_empty(), "{path}");
    }
    for path in [
        "/me/contacts",
        "/me/settings/handle",
        "/me/security",
        "/me/security/passphrase",
        "/me/security/pin",
        "/me/security/second-step",
        "/me/security/passkeys",
        "/me/prove",
    ] {
        assert_eq!(helper.get(path).await.status, 403, "{path}");
    }
    assert!(amina.get("/me/security").await.contains("a helper acts for you"), "the person sees that somebody acts");
}
