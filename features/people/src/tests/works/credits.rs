//! Somebody is named for a work once they agreed, and a "no" is never told.

use basics::{Audience, Clock};

use super::{
    super::cast::{change, house},
    cast::{get, maker, poem, post, publish, work_of},
};
use crate::works::{credit, store::credits};

const PUBLIC: &str = "/people/amina/works/mto";

#[tokio::test(flavor = "multi_thread")]
async fn a_name_stands_there_once_its_owner_agrees_and_goes_when_they_take_it_back() {
    let house = house().await;
    let (amina, keza) = (maker(&house, "amina").await, maker(&house, "keza").await);
    let path = poem(&house, &amina, "Mto", "Mto mkubwa").await;
    post(&house, &amina, &format!("{path}/credits"), &[("deed", "ask"), ("handle", "@Keza"), ("part", "second voice")])
        .await;
    assert!(!get(&house, &keza, "/me/credits").await.contains("Mto"), "a draft asks nobody anything");
    publish(&house, &amina, &path, Audience::Everyone).await;
    let asked = get(&house, &keza, "/me/credits").await;
    assert!(asked.contains("Mto") && asked.contains("second voice"), "{}", asked.text());
    assert!(!house.get(PUBLIC).await.contains("/people/keza"));
    let id = work_of(&house, &amina, "Mto").await.id.to_string();
    post(&house, &keza, "/me/credits", &[("work", &id), ("answer", "agree")]).await;
    let page = house.get(PUBLIC).await;
    assert!(page.contains("href=\"/people/keza\"") && page.contains("second voice"), "{}", page.text());
    assert_eq!(page.json_ld()[0]["contributor"][0]["name"], "Keza");
    assert!(get(&house, &amina, &format!("{path}/credits")).await.contains("Agreed"));
    post(&house, &keza, "/me/credits", &[("work", &id), ("answer", "decline")]).await;
    assert!(!house.get(PUBLIC).await.contains("Keza"));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_asked_cannot_tell_a_no_from_silence() {
    let house = house().await;
    let (amina, keza, zawadi) =
        (maker(&house, "amina").await, maker(&house, "keza").await, maker(&house, "zawadi").await);
    let path = poem(&house, &amina, "Mto", "Mto mkubwa").await;
    publish(&house, &amina, &path, Audience::Everyone).await;
    let id = work_of(&house, &amina, "Mto").await.id.to_string();
    let form = async |deed: &str, handle: &str| {
        let form = [("deed", deed), ("handle", handle)];
        let answer = post(&house, &amina, &format!("{path}/credits"), &form).await;
        let page = get(&house, &amina, &format!("{path}/credits")).await;
        (
            answer.status,
            answer.header("location").to_owned(),
            page.text().replace("Zawadi", "Keza").replace("zawadi", "keza"),
        )
    };
    let mut pages = Vec::new();
    for person in [&keza, &zawadi] {
        form("ask", &person.handle).await;
        if person.handle == "keza" {
            post(&house, &keza, "/me/credits", &[("work", &id), ("answer", "decline")]).await;
        }
        let seen =
            [form("ask", &person.handle).await, form("drop", &person.handle).await, form("ask", &person.handle).await];
        form("drop", &person.handle).await;
        pages.push(seen.map(|(status, location, page)| (status, location, without_tokens(&page))));
    }
    assert_eq!(pages[0], pages[1]);
    form("ask", "keza").await;
    assert!(!get(&house, &keza, "/me/credits").await.contains("Mto"), "who said no is not asked again");
    let kept = credits::of_person(&house.db, &keza.id).await.unwrap().remove(0);
    assert_eq!(kept.state, credit::State::Declined);
}

/// A page without what differs each time.
fn without_tokens(page: &str) -> String {
    page.split("name=\"form\" value=\"").map(|part| part.split_once('"').map_or(part, |(_, rest)| rest)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_out_of_sight_is_asked_or_named() {
    let house = house().await;
    let (amina, mut keza) = (maker(&house, "amina").await, maker(&house, "keza").await);
    let path = poem(&house, &amina, "Mto", "Mto mkubwa").await;
    publish(&house, &amina, &path, Audience::Everyone).await;
    let ask = async |handle: &str| {
        let form = [("deed", "ask"), ("handle", handle)];
        post(&house, &amina, &format!("{path}/credits"), &form).await
    };
    ask("keza").await;
    let id = work_of(&house, &amina, "Mto").await.id.to_string();
    post(&house, &keza, "/me/credits", &[("work", &id), ("answer", "agree")]).await;
    assert!(house.get(PUBLIC).await.contains("/people/keza"));
    change(&house.db, &mut keza, "hidden", |person| person.hide(house.clock.now())).await;
    house.settled().await;
    assert!(!house.get(PUBLIC).await.contains("eza"), "who hides is named nowhere");
    let (hidden, nobody) = (ask("keza").await, ask("nobodyatall").await);
    assert!(hidden.contains("We found nobody by this name"));
    let typed = |handle: &str| format!("value=\"{handle}\" maxlength");
    let same = |page: &str, handle: &str| without_tokens(&page.replace(&typed(handle), "typed"));
    assert_eq!(same(hidden.text(), "keza"), same(nobody.text(), "nobodyatall"));
    assert!(ask("amina").await.contains("it is your work"));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_answers_for_another_or_for_what_they_may_not_see() {
    let house = house().await;
    let (amina, keza, zawadi) =
        (maker(&house, "amina").await, maker(&house, "keza").await, maker(&house, "zawadi").await);
    let path = poem(&house, &amina, "Mto", "Mto mkubwa").await;
    post(&house, &amina, &format!("{path}/credits"), &[("deed", "ask"), ("handle", "keza")]).await;
    let id = work_of(&house, &amina, "Mto").await.id.to_string();
    let agree = [("work", id.as_str()), ("answer", "agree")];
    let agreed = async || {
        let sql = "SELECT COUNT(*) FROM credits WHERE answered_at IS NOT NULL";
        house.db.one(sql, &[], |row| row.get::<i64>(0)).await.unwrap()
    };
    post(&house, &keza, "/me/credits", &agree).await;
    assert_eq!(agreed().await, 0, "a draft");
    publish(&house, &amina, &path, Audience::Everyone).await;
    post(&house, &zawadi, "/me/credits", &agree).await;
    post(&house, &amina, "/me/credits", &agree).await;
    assert_eq!(agreed().await, 0, "they were not asked");
    post(&house, &keza, "/me/credits", &agree).await;
    assert_eq!(agreed().await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn there_is_an_end_to_asking() {
    let house = house().await;
    let amina = maker(&house, "amina").await;
    for n in 0..21 {
        maker(&house, &format!("person-{n}")).await;
    }
    let (one, other) = (poem(&house, &amina, "Mto", "Mto").await, poem(&house, &amina, "Ziwa", "Ziwa").await);
    let mut told = Vec::new();
    for n in 0..21 {
        let (path, handle) = (if n < 13 { &one } else { &other }, format!("person-{n}"));
        let answer = post(&house, &amina, &format!("{path}/credits"), &[("deed", "ask"), ("handle", &handle)]).await;
        told.push(answer.status == 303);
    }
    let full = told.iter().filter(|taken| !**taken).count();
    assert_eq!((told[12], full), (false, 1), "twelve for a work: {told:?}");
    maker(&house, "one-more").await;
    let answer = post(&house, &amina, &format!("{other}/credits"), &[("deed", "ask"), ("handle", "one-more")]).await;
    assert!(answer.contains("ask more people tomorrow"), "twenty in a day");
    assert_eq!(credits::given_by(&house.db, &amina.id).await.unwrap().len(), 20);
}
