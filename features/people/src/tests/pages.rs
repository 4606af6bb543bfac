//! Lists and profiles as readers get them.

use std::time::{Duration, Instant};

use basics::{At, Audience};
use calcard::vcard::{VCard, VCardProperty};
use testkit::{TestPortal, on_both};

use super::cast::{change, house, marked, node, potter, put, somebody, welcome};
use crate::{Kind, Person, Said, Shown, store};

pub async fn until(what: &str, house: &TestPortal, path: &str, shown: impl Fn(&testkit::Answer) -> bool) {
    let started = Instant::now();
    while !shown(&house.get(path).await) {
        assert!(started.elapsed() < Duration::from_secs(1), "{what}, after a second");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

/// Kept pages included: each page is asked for before the change, so that it is kept.
#[tokio::test(flavor = "multi_thread")]
async fn who_is_released_or_hidden_is_in_or_out_within_a_second_on_every_node() {
    on_both(async |db| {
        let nodes = [node(db.clone()).await, node(db.clone()).await];
        let mut person = somebody(Kind::Person, "amina", potter("Amina Uwase"), None);
        put(&db, &person).await;
        for other in 0..2 {
            put(&db, &somebody(Kind::Person, &format!("other-{other}"), potter("Somebody Else"), Some(At(1)))).await;
        }
        for node in &nodes {
            node.settled().await;
        }
        let pages = ["/people", "/people?craft=potter", "/search?q=amina", "/people?q=uwase"];
        let href = "href=\"/people/amina\"";
        for node in &nodes {
            for page in pages {
                assert!(!node.get(page).await.contains(href), "{page}");
            }
            assert_eq!(node.get("/people/amina").await.status, 404);
        }
        change(&db, &mut person, "released", |person| person.release(At(5))).await;
        for node in &nodes {
            for page in pages {
                until(&format!("{page} shows them"), node, page, |answer| answer.contains(href)).await;
            }
            until("their page opens", node, "/people/amina", |answer| answer.status == 200).await;
        }
        change(&db, &mut person, "hidden", |person| person.hide(At(6))).await;
        for node in &nodes {
            for page in pages {
                until(&format!("{page} hides them"), node, page, |answer| !answer.contains(href)).await;
            }
            until("their page is gone", node, "/people/amina", |answer| answer.status == 404).await;
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn counts_below_three_are_not_shown() {
    let house = house().await;
    for n in 0..3 {
        welcome(&house, Kind::Person, &format!("potter-{n}"), potter("Somebody")).await;
    }
    let mut weaver = potter("Somebody");
    weaver.crafts = Some(Shown::everyone(vec!["weaver".into()]));
    welcome(&house, Kind::Person, "weaver", weaver).await;
    let list = house.get("/people").await;
    assert!(list.contains("Potter (3)"), "{}", list.text());
    assert!(list.contains("Weaver") && !list.contains("Weaver (") && !list.contains("Weaver <small>"));
}

#[tokio::test(flavor = "multi_thread")]
async fn next_and_previous_lead_through_everybody_once() {
    let house = house().await;
    for n in 0..60 {
        put(&house.db, &somebody(Kind::Person, &format!("p{n:02}"), potter(&format!("Name {n:02}")), Some(At(n + 1))))
            .await;
    }
    house.settled().await;
    for start in ["/people", "/people?sort=name", "/sw/people?craft=potter", "/people?q=name"] {
        let mut path = start.to_owned();
        let mut met: Vec<String> = Vec::new();
        let mut pages = Vec::new();
        loop {
            let page = house.get(&path).await;
            let text = page.text().to_owned();
            let on_page: Vec<String> = hrefs(&text, "/people/p").collect();
            met.extend(on_page.iter().cloned());
            pages.push(on_page);
            let Some(next) = link(&text, "next") else { break };
            path = next;
        }
        assert_eq!((met.len(), pages.len()), (60, 3), "{start}");
        met.sort();
        met.dedup();
        assert_eq!(met.len(), 60, "{start}");
        for before in pages.iter().rev().skip(1) {
            path = link(house.get(&path).await.text(), "prev").expect("a way back");
            assert_eq!(hrefs(house.get(&path).await.text(), "/people/p").collect::<Vec<_>>(), *before, "{start}");
        }
        assert_eq!(link(house.get(&path).await.text(), "prev"), None, "{start}");
    }
}

fn link(page: &str, rel: &str) -> Option<String> {
    let after = page.split_once(&format!("<link rel=\"{rel}\" href=\""))?.1;
    Some(after.split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&"))
}

/// Handles linked from cards, in order.
fn hrefs<'a>(page: &'a str, below: &'a str) -> impl Iterator<Item = String> + 'a {
    let cards = page.split_once("<ul class=\"cards").map_or("", |(_, cards)| cards.split("</ul>").next().unwrap());
    let mut seen: Vec<String> = cards
        .split("href=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .filter(move |href| href.contains(below))
        .collect();
    seen.dedup();
    seen.into_iter()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_contact_card_is_read_by_others_and_holds_no_way_around_the_portal() {
    let house = house().await;
    let mut fields = marked(Audience::Everyone);
    let odd = "Amina; \"Uwase\", née Éric\\ \nTEL:+265999123456";
    fields.name = Some(Shown::everyone(odd.into()));
    fields.line = Some(Shown::everyone(Said::line("ሐና ".repeat(60), None)));
    welcome(&house, Kind::Person, "amina", fields).await;
    let answer = house.get("/people/amina.vcf").await;
    assert_eq!(answer.header("content-type"), "text/vcard; charset=utf-8");
    assert_eq!(answer.header("content-disposition"), "attachment; filename=\"amina.vcf\"");
    let text = answer.text();
    assert!(text.starts_with("BEGIN:VCARD\r\nVERSION:4.0\r\n") && text.ends_with("END:VCARD\r\n"), "{text}");
    for line in text.trim_end_matches("\r\n").split("\r\n") {
        assert!(line.len() <= 75, "folded at 75 bytes: {line}");
        assert!(!line.contains(['\n', '\r']));
        let name = line.split([':', ';']).next().unwrap();
        let known = ["BEGIN", "VERSION", "KIND", "FN", "TITLE", "NOTE", "LANG", "URL", "REV", "END"];
        assert!(line.starts_with([' ', '\t']) || known.contains(&name), "{line}");
    }
    let card = VCard::parse(text).unwrap();
    let name = card.property(&VCardProperty::Fn).unwrap().values[0].as_text().unwrap();
    assert_eq!(name, odd);
    assert!(text.contains("http://portal.test/people/amina"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_qr_code_is_a_picture_that_runs_nothing() {
    let house = house().await;
    welcome(&house, Kind::Person, "amina", potter("Amina")).await;
    let answer = house.get("/people/amina.svg").await;
    assert_eq!(answer.header("content-type"), "image/svg+xml");
    assert!(answer.text().starts_with("<svg") && !answer.contains("script"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_people_wrote_is_text_and_never_markup() {
    let house = house().await;
    let evil = "\"><script>alert(1)</script>";
    let mut fields = marked(Audience::Everyone);
    fields.name = Some(Shown::everyone(evil.into()));
    fields.line = Some(Shown::everyone(Said::line(evil, Some("en\" onload=\"x"))));
    fields.about = Some(Shown::everyone(Said::paragraphs(
        format!("{evil} [me](javascript:alert(1)) <img src=x onerror=alert(1)>"),
        None,
    )));
    fields.crafts = Some(Shown::everyone(vec![evil.into()]));
    fields.skills = Some(Shown::everyone(vec![evil.into()]));
    welcome(&house, Kind::Person, "amina", fields).await;
    for page in [
        "/people/amina",
        "/people",
        "/search?q=script",
        "/people?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "/people?craft=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
    ] {
        let text = house.get(page).await.text().to_owned();
        assert!(
            !text.contains("<script>alert") && !text.contains("<img src=x") && !text.contains("href=\"javascript:"),
            "{page}"
        );
        assert!(!text.contains("lang=\"en\" onload"), "{page}");
    }
    assert_eq!(house.get("/people/amina").await.json_ld().len(), 2, "the data blocks still are JSON");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_handle_asked_in_the_wrong_folder_leads_to_the_right_one() {
    let house = house().await;
    welcome(&house, Kind::Organisation, "bakery", potter("Bahati Bakery")).await;
    let answer = house.get("/sw/people/bakery").await;
    assert_eq!((answer.status, answer.header("location")), (308, "/sw/organisations/bakery"));
}

#[tokio::test(flavor = "multi_thread")]
async fn members_and_their_organisation_show_each_other_while_both_are_public() {
    let house = house().await;
    let mut person: Person = welcome(&house, Kind::Person, "amina", potter("Amina Uwase")).await;
    let bakery = welcome(&house, Kind::Organisation, "bakery", potter("Bahati Bakery")).await;
    let mut tx = house.db.begin().await.unwrap();
    store::join(&mut tx, &person.id, &bakery.id, "founder", Audience::Everyone, 0).await.unwrap();
    changes::announce(&mut tx, crate::TOPIC, bakery.id.as_str(), "written", At(3)).await.unwrap();
    tx.commit().await.unwrap();
    house.settled().await;
    assert!(house.get("/organisations/bakery").await.contains("href=\"/people/amina\""));
    assert!(house.get("/fr/people/amina").await.contains("href=\"/fr/organisations/bakery\""));
    change(&house.db, &mut person, "hidden", |person| person.hide(At(4))).await;
    house.settled().await;
    assert!(!house.get("/organisations/bakery").await.contains("amina"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_directory_says_so_and_a_missed_search_helps() {
    let house = house().await;
    let empty = house.get("/people").await;
    assert!(empty.status == 200 && empty.contains("class=\"empty\"") && empty.contains("/how-it-works"));
    welcome(&house, Kind::Person, "amina", potter("Amina Uwase")).await;
    let missed = house.get("/people?craft=baker&language=sw").await;
    assert!(
        missed.status == 200
            && missed.contains("href=\"/people?language=sw\"")
            && missed.contains("href=\"/people?craft=baker\"")
    );
}
