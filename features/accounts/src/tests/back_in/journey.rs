//! The whole way through a helper, in Kiswahili, without mail, number or script.

use basics::{Clock, Role};

use super::cast::{NEW, Phone, bold, count, house, member};
use crate::store::{accounts, claims, helped};

const FIELDS: [(&str, &str); 6] =
    [("name", "Furaha"), ("born", "1988"), ("pin", "482915"), ("card", "yes"), ("agreed", "yes"), ("once", "form-1")];

/// The handle that stands on a paper.
fn handle(paper: &testkit::Answer) -> String {
    let at = paper.text().find("<b dir=\"auto\">furaha-").expect("the handle stands on the paper");
    paper.text()[at + 14..].split('<').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_is_registered_helped_takes_over_and_gets_back_in_with_a_code() {
    let house = house().await;
    let helper = Phone::of(&house, &member(&house, "rehema-40", &[Role::Helper]).await).await;
    assert!(helper.get("/sw/help-out").await.contains("Sajili mtu"));
    assert!(helper.get("/sw/help-out/register").await.contains("Soma kwa sauti"));
    let paper = helper.post("/sw/help-out/register", &FIELDS).await;
    let (handle, claim) = (handle(&paper), bold(&paper));
    let card: Vec<&str> = paper
        .text()
        .split("<li>")
        .filter_map(|item| item.get(..14))
        .filter(|code| code.matches('-').count() == 2)
        .collect();
    assert_eq!((paper.status, card.len()), (200, 8));
    assert!(paper.contains("<svg") && paper.contains("Msimbo wa umiliki"));

    assert_eq!(helper.post("/sw/help-out/act", &[("handle", &handle), ("code", "482915")]).await.status, 303);
    assert!(helper.get("/sw/me").await.contains(&handle), "acting for the person who is present");

    let own = Phone::new(&house);
    let fields =
        [("handle", handle.as_str()), ("code", &claim), ("passphrase", NEW), ("born", "1988"), ("phone", "shared")];
    let claimed = own.post("/sw/claim", &fields).await;
    assert_eq!(claimed.header("location"), "/sw/me/card?new=1");
    house.settled().await;
    assert!(helper.get("/sw/me").await.contains("rehema-40"), "the helper is out on the next request");
    assert_eq!(helper.post("/sw/help-out/act", &[("handle", &handle), ("code", "482915")]).await.status, 200);
    let log = own.get("/sw/me/helped").await;
    assert!(log.contains("rehema-40 alikusajili") && log.contains("rehema-40 alianza kutenda"));

    assert_eq!(
        own.post("/sw/recover", &[("handle", &handle), ("code", card[0]), ("passphrase", NEW)]).await.status,
        200
    );
    let new_card = own.post("/sw/me/card", &[]).await;
    let code =
        new_card.text().split("<li>").filter_map(|item| item.get(..14)).find(|code| code.matches('-').count() == 2);
    let code = code.unwrap().to_owned();
    own.post("/sw/sign-out", &[]).await;
    let borrowed = Phone::new(&house);
    let fields = [("handle", handle.as_str()), ("code", &code), ("passphrase", "a third long passphrase")];
    assert_eq!(borrowed.post("/sw/recover", &fields).await.header("location"), "/sw/me?done=recovered");
    assert!(borrowed.get("/sw/me?done=recovered").await.contains("Karibu tena."));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_form_twice_registers_one_person_and_the_last_paper_holds() {
    let house = house().await;
    let helper = Phone::of(&house, &member(&house, "rehema-40", &[Role::Helper]).await).await;
    let (one, two) =
        (helper.post("/help-out/register", &FIELDS).await, helper.post("/help-out/register", &FIELDS).await);
    assert_eq!(handle(&one), handle(&two));
    assert_eq!(count(&house.db, "SELECT COUNT(*) FROM accounts WHERE made_by IS NOT NULL").await, 1);
    let claim = async |code: &str| {
        let (handle, phone) = (handle(&one), Phone::new(&house));
        let fields = [("handle", handle.as_str()), ("code", code), ("passphrase", NEW), ("born", "1988")];
        phone.post("/claim", &fields).await.status
    };
    assert_eq!((claim(&bold(&one)).await, claim(&bold(&two)).await), (200, 303));
    assert_eq!(helper.post("/help-out/register", &FIELDS).await.status, 303, "it is no longer the helper's to print");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_registered_unasked_or_too_young() {
    let house = house().await;
    let helper = Phone::of(&house, &member(&house, "rehema-40", &[Role::Helper]).await).await;
    for (field, value) in [("agreed", ""), ("born", "2016"), ("pin", "123456"), ("name", " ")] {
        let fields: Vec<_> =
            FIELDS.iter().map(|(name, was)| (*name, if *name == field { value } else { was })).collect();
        let answer = helper.post("/help-out/register", &fields).await;
        assert!(answer.status == 200 && answer.contains(&format!("href=\"#{field}\"")), "{field}");
    }
    assert_eq!(count(&house.db, "SELECT COUNT(*) FROM accounts WHERE made_by IS NOT NULL").await, 0);
    let member = Phone::of(&house, &member(&house, "amina-12", &[]).await).await;
    assert_eq!(member.get("/help-out").await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_of_a_registration_names_the_helper_and_the_claim_waits() {
    let house = house().await;
    let rehema = member(&house, "rehema-40", &[Role::Helper]).await;
    let paper = Phone::of(&house, &rehema).await.post("/help-out/register", &FIELDS).await;
    let key = crate::handle::key_of(&handle(&paper));
    let account = accounts::find_by_key(&house.db, &key).await.unwrap().unwrap();
    assert_eq!(account.made_by.as_deref(), Some(rehema.id.as_str()));
    assert!(claims::exists(&house.db, &account.person).await.unwrap());
    let log = helped::list(&house.db, account.id.as_str(), None, 10).await.unwrap();
    assert_eq!(log[0].deed.what, "registered");
    assert_eq!((log[0].handle.as_deref(), log[0].deed.at), (Some("rehema-40"), house.clock.now()));
}
