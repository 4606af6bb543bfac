//! `/claim`, `/desk/claims`, and the codes on paper.

use basics::{Clock, Role};
use people::{Fields, Kind, Person};
use serde_json::json;
use testkit::TestPortal;

use super::cast::{NEW, Phone, bold, count, house, member};
use crate::{
    claiming::{self, Refusal},
    code::{self, Code},
    store::accounts,
};

async fn imported(house: &TestPortal, handle: &str, kind: Kind) {
    let person = Person::new(kind, handle, Fields::default(), house.clock.now());
    let mut tx = house.db.begin().await.unwrap();
    people::store::insert(&mut tx, &person, &json!({})).await.unwrap();
    tx.commit().await.unwrap();
}

async fn issue(house: &TestPortal, handle: &str) -> Result<String, Refusal> {
    let faces = house.portal.faces().unwrap();
    let issued = claiming::issue(&house.db, faces, handle, "operator", house.clock.now()).await.unwrap();
    issued.map(|paper| paper.code.shown())
}

fn form<'a>(handle: &'a str, code: &'a str, once: &'a str) -> [(&'a str, &'a str); 6] {
    let given = [("handle", handle), ("code", code), ("once", once)];
    [given[0], given[1], given[2], ("passphrase", NEW), ("born", "1990"), ("phone", "own")]
}

#[tokio::test(flavor = "multi_thread")]
async fn an_imported_person_makes_their_page_their_own_once() {
    let house = house().await;
    imported(&house, "grace-m", Kind::Person).await;
    let old = issue(&house, "grace-m").await.unwrap();
    let code = issue(&house, "Grace-M").await.unwrap();
    let phone = Phone::new(&house);
    assert!(phone.get("/sw/claim?handle=grace-m").await.contains("value=\"grace-m\""));
    assert_eq!(phone.post("/claim", &form("grace-m", &old, "1")).await.status, 200, "a newer paper replaced it");
    let claimed = phone.post("/sw/claim", &form("grace-m", &code.to_lowercase(), "2")).await;
    assert_eq!((claimed.status, claimed.header("location")), (303, "/sw/me/card?new=1"));
    assert!(phone.get("/me").await.contains("grace-m"));
    let account = accounts::find_by_key(&house.db, &crate::handle::key_of("grace-m")).await.unwrap().unwrap();
    assert_eq!((account.born, account.lang), (Some(1990), basics::Lang::Sw));
    assert_eq!(Phone::new(&house).post("/claim", &form("grace-m", &code, "3")).await.status, 200, "once");
    assert_eq!(Phone::new(&house).post("/sw/claim", &form("grace-m", &code.to_lowercase(), "2")).await.status, 303);
    assert_eq!(issue(&house, "grace-m").await, Err(Refusal::Owned), "nobody makes a key to somebody's place");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_learns_who_can_be_claimed_and_the_eleventh_try_waits() {
    let house = house().await;
    imported(&house, "grace-m", Kind::Person).await;
    issue(&house, "grace-m").await.unwrap();
    member(&house, "amina-12", &[]).await;
    let phone = Phone::new(&house);
    phone.get("/claim").await;
    let wrong = Code::make(code::Kind::Claim).shown();
    let answer = async |handle: &str| {
        let answer = phone.post("/claim", &form(handle, &wrong, "once")).await;
        (answer.status, answer.text().replace(handle, "#"))
    };
    let imported = answer("grace-m").await;
    assert!(imported == answer("amina-12").await && imported == answer("nobody-1").await);
    for _ in 0..9 {
        assert_eq!(answer("grace-m").await.0, 200);
    }
    assert_eq!(answer("grace-m").await.0, 429);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_too_young_does_not_use_the_code_up() {
    let house = house().await;
    imported(&house, "grace-m", Kind::Person).await;
    let code = issue(&house, "grace-m").await.unwrap();
    let mut child = form("grace-m", &code, "once");
    child[4].1 = "2016";
    let phone = Phone::new(&house);
    assert_eq!(phone.post("/claim", &child).await.status, 200);
    let mut minor = form("grace-m", &code, "once");
    minor[4].1 = "2010";
    assert_eq!(phone.post("/claim", &minor).await.status, 303);
    let protected = "SELECT COUNT(*) FROM people WHERE protected_until IS NOT NULL";
    assert_eq!(count(&house.db, protected).await, 1, "13 to 17: protected");
}

#[tokio::test(flavor = "multi_thread")]
async fn editors_print_a_paper_and_nobody_else_finds_the_desk() {
    let house = house().await;
    imported(&house, "grace-m", Kind::Person).await;
    imported(&house, "bakery", Kind::Organisation).await;
    let editor = Phone::of(&house, &member(&house, "neema-1", &[Role::Editor]).await).await;
    let amina = Phone::of(&house, &member(&house, "amina-12", &[]).await).await;
    assert_eq!(amina.get("/desk/claims").await.status, 404);
    assert_eq!(editor.get("/desk/claims").await.status, 200);
    let paper = editor.post("/desk/claims", &[("handle", "grace-m")]).await;
    assert!(paper.contains("<svg") && paper.header("cache-control") == "no-store");
    let code = bold(&paper);
    for refused in ["bakery", "amina-12", "nobody-1"] {
        let answer = editor.post("/desk/claims", &[("handle", refused)]).await;
        assert!(answer.contains("role=\"alert\"") && !answer.contains("<svg"), "{refused}");
    }
    assert_eq!(Phone::new(&house).post("/claim", &form("grace-m", &code, "1")).await.status, 303);
}
