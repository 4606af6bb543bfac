//! One thing a page: what is set is kept, what cannot be is said.

use super::browser::{Browser, account, house};

#[tokio::test(flavor = "multi_thread")]
async fn the_language_that_is_chosen_holds_for_pages_and_messages() {
    let house = house().await;
    let mut amina = Browser::new(&house);
    let id = amina.join("amina").await.id;
    let answer = amina.post("/me/settings/language", &[("lang", "sw")]).await;
    assert_eq!(answer.header("location"), "/sw/me/settings?done=saved");
    assert!(amina.get("/sw/me/settings?done=saved").await.contains("Imehifadhiwa."));
    assert_eq!(amina.cookies["lang"], "sw", "the cookie follows");
    assert_eq!(account(&house, id.as_str()).await.lang.tag(), "sw");
    assert_eq!(
        amina.post("/me/settings/language", &[("lang", "en")]).await.header("location"),
        "/en/me/settings?done=saved"
    );
    amina.get("/en/me/settings").await;
    assert_eq!(amina.cookies["lang"], "en", "and back again");
    assert_eq!(amina.post("/me/settings/language", &[("lang", "xx")]).await.status, 400);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_to_show_is_any_name_whose_letters_can_be_seen() {
    let house = house().await;
    let mut amina = Browser::new(&house);
    amina.join("amina").await;
    for name in ["Amina\u{202e}Uwase", "Ami\u{200b}na", "Ami\u{2066}na", "A\u{0}a", "", "   ", &"ä".repeat(121)] {
        let answer = amina.post("/me/settings/name", &[("name", name)]).await;
        assert!(answer.status == 200 && answer.contains("role=\"alert\""), "{name:?}: {}", answer.status);
    }
    assert!(amina.get("/me/settings").await.contains("Amina Uwase"), "nothing was changed");
    assert!(
        amina.get("/me/settings/name").await.contains("value=\"Amina Uwase\""),
        "the form begins with what is kept"
    );
    assert_eq!(amina.post("/me/settings/name", &[("name", " ናርዶስ <b> ")]).await.status, 303);
    let page = amina.get("/me/settings").await;
    assert!(page.contains("ናርዶስ &#60;b&#62;") || page.contains("ናርዶስ &lt;b&gt;"), "shown as written");
    assert_eq!(amina.post("/me/settings/name", &[("name", &"x".repeat(1 << 20))]).await.status, 413);
}

#[tokio::test(flavor = "multi_thread")]
async fn quiet_hours_and_the_usual_phone_are_kept() {
    let house = house().await;
    let mut amina = Browser::new(&house);
    let id = amina.join("amina").await.id;
    for (from, until) in [("21:30", ""), ("", "6"), ("25:00", "6:00"), ("21:60", "6"), ("6:00", "06.00"), ("noon", "6")]
    {
        let answer = amina.post("/me/settings/quiet-hours", &[("from", from), ("until", until)]).await;
        assert!(answer.status == 200 && answer.contains("role=\"alert\""), "{from} {until}");
    }
    assert_eq!(amina.post("/me/settings/quiet-hours", &[("from", "21h30"), ("until", "6")]).await.status, 303);
    assert_eq!(account(&house, id.as_str()).await.quiet, Some((21 * 60 + 30, 6 * 60)));
    assert!(amina.get("/me/settings").await.contains("21:30 to 06:00"));
    assert!(amina.get("/me/settings/quiet-hours").await.contains("value=\"21:30\""));
    amina.post("/me/settings/quiet-hours", &[("from", ""), ("until", "")]).await;
    assert_eq!(account(&house, id.as_str()).await.quiet, None);
    amina.post("/me/settings/phone", &[("phone", "shared")]).await;
    assert!(account(&house, id.as_str()).await.shared_by_default);
    amina.post("/me/settings/phone", &[("phone", "own")]).await;
    assert!(!account(&house, id.as_str()).await.shared_by_default);
}
