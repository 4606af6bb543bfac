//! A borrowed phone, no e-mail, no number, no script: join, card, sign out, somebody else, back in with a code.

use std::collections::BTreeSet;

use accounts::Handle;
use testkit::TestPortal;

use super::{
    browser::{Browser, house, kept, member, newcomer},
    form::main,
};

const NAME: &str = "Zmfuraha Bahati";
const FIRST: &str = "seven kites over the market";
const SECOND: &str = "a third long passphrase";
/// Pages that one reader looks at: more than there are links.
const MOST: usize = 200;

/// The text between two marks of a page.
fn between(page: &str, before: &str, after: &str) -> String {
    let (_, rest) = page.split_once(before).unwrap_or_else(|| panic!("no {before} in {}", main(page)));
    rest.split(after).next().unwrap().to_owned()
}

/// Joins in three steps and prints the card: the handle and the codes on it.
async fn join(phone: &mut Browser<'_>, lang: &str, whose: &str) -> (String, Vec<String>) {
    assert_eq!(phone.open(&format!("{lang}/join")).await, 200);
    assert!(phone.page.contains(&format!("href=\"{lang}/join/name\"")), "{}", main(&phone.page));
    phone.open(&format!("{lang}/join/name")).await;
    phone.send(phone.form(&format!("{lang}/join/name")).fill("name", NAME)).await;
    let form = phone.form(&format!("{lang}/join")).fill("born", "1994").fill("craft", "tailor");
    assert_eq!(phone.send(form.fill("passphrase", FIRST).fill("phone", whose)).await, 200);
    assert_eq!(phone.at, format!("{lang}/me/card?new=1"));
    assert_eq!(phone.send(phone.form(&format!("{lang}/me/card"))).await, 200);
    let handle = between(&phone.page, "<b dir=\"auto\">", "</b>");
    let list = between(&phone.page, "<ol><li>", "</ol>");
    let codes: Vec<String> =
        list.split("<li>").filter_map(|item| item.split("</li>").next()).map(str::to_owned).collect();
    assert_eq!(codes.len(), 8, "{list}");
    assert!(handle.starts_with("zmfuraha-bahati-"), "{handle}");
    (handle, codes)
}

/// Opens every page of the portal that can be reached by links.
async fn look_around(phone: &mut Browser<'_>, from: &str) {
    let (mut known, mut next) = (BTreeSet::from([from.to_owned()]), vec![from.to_owned()]);
    while let Some(path) = next.pop().filter(|_| known.len() < MOST) {
        phone.open(&path).await;
        let links = phone.page.split("href=\"/").skip(1).filter_map(|rest| rest.split(['"', '#']).next());
        for link in links.map(|link| super::form::text(&format!("/{link}"))).filter(|link| !link.starts_with("/assets"))
        {
            if known.insert(link.clone()) {
                next.push(link);
            }
        }
    }
    assert!(known.len() > 30, "only {known:?}");
}

/// Gets back in with a code of the card, the way the page for signing in leads.
async fn recover(phone: &mut Browser<'_>, lang: &str, handle: &str, code: &str) {
    phone.open(&format!("{lang}/sign-in")).await;
    assert!(phone.page.contains(&format!("href=\"{lang}/recover\"")));
    phone.open(&format!("{lang}/recover")).await;
    let form = phone.form(&format!("{lang}/recover")).fill("handle", handle).fill("code", code);
    assert_eq!(phone.send(form.fill("passphrase", SECOND)).await, 200);
    assert_eq!(phone.at, format!("{lang}/me?done=recovered"), "{}", main(&phone.page));
    assert!(phone.page.contains(handle) && phone.page.contains(NAME));
}

async fn walk(house: &TestPortal, kept: &str, lang: &str, whose: &str) {
    let other = Handle::parse(&format!("neema{}-{whose}", lang.replace('/', "-"))).unwrap();
    member(house, newcomer(&other, "Neema", kept), &[]).await;
    let mut phone = Browser::new(house);
    let (handle, codes) = join(&mut phone, lang, whose).await;
    assert_eq!(phone.sign_out(lang).await, 200);
    phone.shown.clear();
    phone.open(&phone.at.clone()).await;
    assert_eq!(phone.sign_in(lang, other.as_str(), whose).await, 200);
    assert!(phone.page.contains("Neema"), "{}", main(&phone.page));
    look_around(&mut phone, &format!("{lang}/me")).await;
    assert_eq!(phone.open(&format!("{lang}/sign-out")).await, 200);
    let form = phone.form(&format!("{lang}/sign-out"));
    phone.send(form).await;
    for (path, page) in &phone.shown {
        for mark in ["Zmfuraha", "zmfuraha", &codes[0], &codes[7]] {
            assert!(!page.contains(mark), "{path} shows {mark}");
        }
    }
    recover(&mut phone, lang, &handle, &codes[3]).await;
    phone.sign_out(lang).await;
    assert!(!phone.page.contains(&handle) && !phone.page.contains(NAME));
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_joins_on_a_borrowed_phone_the_next_sees_nothing_of_them_and_they_get_back_in() {
    let (house, kept) = (house().await, kept().await);
    for lang in ["", "/sw", "/fr"] {
        for whose in ["shared", "own"] {
            walk(&house, &kept, lang, whose).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_without_the_token_of_its_page_is_refused() {
    let house = house().await;
    let mut phone = Browser::new(&house);
    phone.open("/join/name").await;
    let mut form = phone.form("/join/name").fill("name", NAME);
    form.fields.retain(|(name, _)| name != "form");
    assert_eq!(phone.send(form).await, 403);
}
