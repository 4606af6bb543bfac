//! `/find`: ways to somebody, and people one could use.

use basics::{Audience, Level, Viewer};
use testkit::{TestPortal, on_both};

use super::{
    cast::{house, node, potter, welcome},
    door::{get_as, member},
};
use crate::{
    Fields, Kind, Place, Said, Shown,
    vocabulary::{Family, mentioned},
};

fn says(crafts: &[&str], offers: &str, wants: &str) -> Fields {
    let said = |text: &str| (!text.is_empty()).then(|| Shown::everyone(vec![Said::line(text, Some("en"))]));
    Fields {
        crafts: Some(Shown::everyone(crafts.iter().map(|craft| (*craft).to_owned()).collect())),
        offers: said(offers),
        wants: said(wants),
        ..potter("Somebody")
    }
}

#[test]
fn a_sentence_speaks_of_the_words_in_it() {
    assert_eq!(mentioned("I look for a welder for my gate"), [(Family::Craft, "welder")]);
    assert_eq!(
        mentioned("Natafuta fundi umeme na mtu wa kushona nguo"),
        [(Family::Craft, "electrician"), (Family::Skill, "sewing")]
    );
    assert_eq!(mentioned("Teaching English"), [(Family::Skill, "teaching-english")]);
    assert_eq!(mentioned("Somebody kind"), []);
    assert!(mentioned(&"potter weaver welder baker poet dancer actor writer ".repeat(100)).len() <= 8);
}

#[tokio::test(flavor = "multi_thread")]
async fn ways_that_few_people_stand_behind_are_not_shown() {
    let house = house().await;
    for n in 0..3 {
        let place = Some(Shown::everyone(Place { country: Some("mw".into()), town: None }));
        welcome(&house, Kind::Person, &format!("p{n}"), Fields { place, ..potter("Somebody") }).await;
    }
    for n in 0..2 {
        welcome(&house, Kind::Person, &format!("w{n}"), says(&["weaver"], "", "")).await;
    }
    let page = house.get("/find").await;
    assert_eq!(page.status, 200);
    assert!(page.contains("/people?craft=potter\">Potter <small>3</small>") && page.contains("/people?country=mw"));
    assert!(!page.contains("craft=weaver") && page.contains("/people/w1"));
    assert!(!page.contains("People you could use"), "strangers start with what is there");
    assert!(house.get("/sw/find").await.contains("Mfinyanzi"));
    assert!(house.get("/people").await.contains("href=\"/find\""));
}

#[tokio::test]
async fn an_empty_portal_says_what_will_be_here() {
    let page = house().await.get("/find").await;
    assert!(page.status == 200 && page.contains("Nobody is here yet"));
}

async fn find(house: &TestPortal, person: &str) -> String {
    get_as(house, member(person, Level::Member, &[]), person, "/find").await.text().to_owned()
}

/// The part of the page below a reason.
fn below<'p>(page: &'p str, reason: &str) -> &'p str {
    let Some((_, after)) = page.split_once(&format!("<h3>{reason}")) else { return "" };
    after.split("</ul>").next().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_finds_who_does_what_they_look_for_and_who_looks_for_what_they_do() {
    on_both(async |db| {
        let house = node(db).await;
        let me =
            welcome(&house, Kind::Person, "me", says(&["potter"], "Lessons in pottery", "A welder for my kiln")).await;
        welcome(&house, Kind::Person, "welder", says(&["welder"], "", "")).await;
        welcome(&house, Kind::Person, "seeker", says(&["cook"], "", "Je cherche une potière ou un cours de poterie"))
            .await;
        welcome(&house, Kind::Person, "peer", says(&["potter"], "", "")).await;
        let mut secret = says(&["baker"], "", "Somebody who does pottery");
        secret.wants.as_mut().unwrap().to = Audience::OnlyMe;
        welcome(&house, Kind::Person, "secret", secret).await;
        let page = find(&house, me.id.as_str()).await;
        assert!(below(&page, "You look for this: Welder").contains("/people/welder"));
        let seekers = ["They look for what you offer: Potter", "They look for what you offer: Pottery"];
        assert!(seekers.iter().any(|reason| below(&page, reason).contains("/people/seeker")), "{page}");
        assert!(below(&page, "They do what you do: Potter").contains("/people/peer"));
        let chosen = page.split("People you could use").nth(1).unwrap().split("</section>").next().unwrap();
        assert!(!chosen.contains("/people/me\"") && !chosen.contains("/people/secret"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_says_nothing_is_asked_to_and_strangers_are_not() {
    let house = house().await;
    let me = welcome(&house, Kind::Person, "me", Fields::default()).await;
    assert!(find(&house, me.id.as_str()).await.contains("href=\"/me/page\""));
    assert!(!get_as(&house, Viewer::Stranger, "", "/find").await.contains("href=\"/me/page\""));
}

#[test]
fn a_handle_is_found_however_it_is_typed() {
    for typed in ["amina-uwase", " @Amina-Uwase ", "AMINA UWASE", "@amina  uwase"] {
        assert_eq!(crate::finding::typed::handle(typed), "amina-uwase", "{typed}");
    }
    assert_eq!(crate::finding::typed::handle("Ab"), "ab", "shorter than any that is given today");
}
