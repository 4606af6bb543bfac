//! Helpers: acting for somebody, its limits, and the log the person reads.

use basics::{At, Clock, Role};
use testkit::TestPortal;

use super::cast::{Phone, bold, card, house, member};
use crate::{
    Account, Accounts,
    passphrase::Pin,
    store::{accounts, helped},
};

const PIN: &str = "482915";

async fn with_pin(house: &TestPortal, handle: &str) -> Account {
    let mut account = member(house, handle, &[]).await;
    let hasher = &house.portal.room::<Accounts>().unwrap().hasher;
    account.secrets.pin = Some(hasher.hash(Pin::typed(PIN).unwrap()).await.unwrap());
    let mut tx = house.db.begin().await.unwrap();
    accounts::update(&mut tx, &account).await.unwrap();
    tx.commit().await.unwrap();
    account
}

async fn act(phone: &Phone<'_>, handle: &str, code: &str) -> bool {
    phone.post("/help-out/act", &[("handle", handle), ("code", code)]).await.status == 303
}

#[tokio::test(flavor = "multi_thread")]
async fn a_helper_acts_for_15_minutes_and_all_of_it_is_written_down() {
    let house = house().await;
    let amina = with_pin(&house, "amina-12").await;
    let helper = Phone::of(&house, &member(&house, "rehema-40", &[Role::Helper]).await).await;
    assert!(act(&helper, "amina-12", PIN).await);
    let place = helper.get("/me").await;
    assert!(place.contains("amina-12") && place.contains("action=\"/help-out/end\""), "the banner says for whom");
    for closed in ["/me/security", "/me/helped", "/me/card", "/me/recovery", "/help-out"] {
        assert_eq!(helper.get(closed).await.status, 403, "{closed}");
    }
    assert_eq!(helper.post("/me/helped/wanted", &[("help", "yes")]).await.status, 403);
    let ended = helper.post("/help-out/end", &[]).await;
    assert_eq!((ended.status, ended.header("location"), helper.holds("acting")), (303, "/help-out", false));
    assert!(helper.get("/help-out").await.status == 200, "their own session went on");
    assert_eq!(helper.post("/help-out/end", &[]).await.status, 303, "twice does no harm");
    let log = helped::list(&house.db, amina.id.as_str(), None, 100).await.unwrap();
    let mut log: Vec<_> = log.iter().rev().map(|line| (line.deed.what.as_str(), line.deed.path.as_str())).collect();
    log.sort_unstable();
    let mut expected = vec![
        ("began", ""),
        ("opened", "/me"),
        ("opened", "/me/security"),
        ("opened", "/me/helped"),
        ("opened", "/me/card"),
        ("opened", "/me/recovery"),
        ("opened", "/help-out"),
        ("sent", "/me/helped/wanted"),
        ("sent", "/help-out/end"),
        ("ended", ""),
    ];
    expected.sort_unstable();
    assert_eq!(log, expected);
    let own = Phone::of(&house, &amina).await.get("/sw/me/helped").await;
    assert!(own.contains("rehema-40 alianza kutenda kwa niaba yako") && own.contains("rehema-40 alimaliza"));
}

#[tokio::test(flavor = "multi_thread")]
async fn after_15_minutes_the_helper_is_themselves_again() {
    let house = house().await;
    with_pin(&house, "amina-12").await;
    let helper = Phone::of(&house, &member(&house, "rehema-40", &[Role::Helper]).await).await;
    assert!(act(&helper, "amina-12", PIN).await);
    house.clock.advance(15 * At::MINUTE);
    assert!(helper.get("/me").await.contains("rehema-40"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_spoken_code_is_good_once_for_ten_minutes_and_a_card_code_once() {
    let house = house().await;
    let amina = member(&house, "amina-12", &[]).await;
    let own = Phone::of(&house, &amina).await;
    let helper = Phone::of(&house, &member(&house, "rehema-40", &[Role::Helper]).await).await;
    let earlier = bold(&own.post("/me/helped/code", &[]).await);
    let code = bold(&own.post("/me/helped/code", &[]).await);
    assert!(!act(&helper, "amina-12", &earlier).await, "a newer one replaced it");
    assert!(act(&helper, "amina-12", &code).await);
    helper.post("/help-out/end", &[]).await;
    assert!(!act(&helper, "amina-12", &code).await, "once");
    let late = bold(&own.post("/me/helped/code", &[]).await);
    house.clock.advance(10 * At::MINUTE);
    assert!(!act(&helper, "amina-12", &late).await, "ten minutes");
    let card = card(&house, &amina).await;
    assert!(act(&helper, "amina-12", &card[0].shown()).await);
    helper.post("/help-out/end", &[]).await;
    assert!(!act(&helper, "amina-12", &card[0].shown()).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_passphrase_opens_nothing_to_a_helper_and_wrong_tries_are_counted() {
    let house = house().await;
    with_pin(&house, "amina-12").await;
    let helper = Phone::of(&house, &member(&house, "rehema-40", &[Role::Helper]).await).await;
    helper.get("/help-out/act").await;
    assert!(!act(&helper, "amina-12", super::cast::OLD).await);
    let try_one = async |handle: &str| {
        let answer = helper.post("/help-out/act", &[("handle", handle), ("code", "918273")]).await;
        (answer.status, answer.text().replace(handle, "#"))
    };
    assert_eq!(try_one("amina-12").await, try_one("nobody-1").await, "nobody learns who is here");
    for _ in 0..7 {
        assert_eq!(try_one("amina-12").await.0, 200);
    }
    assert_eq!(try_one("amina-12").await.0, 429);
    assert!(!act(&helper, "amina-12", PIN).await, "also the right one waits");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_wants_no_help_gets_none_and_ends_what_goes_on() {
    let house = house().await;
    let amina = with_pin(&house, "amina-12").await;
    let (own, rehema) = (Phone::of(&house, &amina).await, member(&house, "rehema-40", &[Role::Helper]).await);
    let helper = Phone::of(&house, &rehema).await;
    assert!(act(&helper, "amina-12", PIN).await);
    own.post("/me/helped/wanted", &[("help", "no")]).await;
    house.settled().await;
    assert!(helper.get("/me").await.contains("rehema-40"), "on the next request");
    assert!(!act(&helper, "amina-12", PIN).await);
    own.post("/me/helped/wanted", &[("help", "yes")]).await;
    assert!(act(&helper, "amina-12", PIN).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_helper_helps_40_people_a_day_and_the_same_again() {
    let house = house().await;
    let (first, last) = (with_pin(&house, "amina-12").await, with_pin(&house, "late-99").await);
    let rehema = member(&house, "rehema-40", &[Role::Helper]).await;
    let helper = Phone::of(&house, &rehema).await;
    assert!(act(&helper, &first.handle, PIN).await);
    helper.post("/help-out/end", &[]).await;
    for n in 0..39 {
        let one = member(&house, &format!("asha-{}", 100 + n), &[]).await;
        helped::insert(&house.db, one.id.as_str(), rehema.id.as_str(), "began", "", house.clock.now()).await.unwrap();
    }
    assert!(!act(&helper, &last.handle, PIN).await, "the 41st waits for tomorrow");
    assert!(act(&helper, &first.handle, PIN).await, "who was helped today can be helped again");
    helper.post("/help-out/end", &[]).await;
    house.clock.advance(At::DAY + 1);
    assert!(act(&helper, &last.handle, PIN).await);
}
