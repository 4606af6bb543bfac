//! Words of crafts, skills and languages: known, free, merged, hidden.

use std::collections::BTreeMap;

use basics::{At, Audience, Lang};
use db::Db;
use proptest::prelude::*;
use testkit::{TestPortal, on_both};

use super::cast::{house, node, potter, put, somebody, welcome};
use crate::{
    Fields, Kind, Shown, Text,
    store::vocabulary as store,
    vocabulary::{
        Entered, Family, Refused, WORD, WORDS, WordField, added, all, code, from_form, skill_label, suggest, word,
    },
};

fn skilled(name: &str, skills: &[&str]) -> Fields {
    let skills = skills.iter().map(|skill| (*skill).to_owned()).collect();
    Fields { skills: Some(Shown::everyone(skills)), ..potter(name) }
}

fn entered(family: Family, typed: &[&str]) -> Entered {
    let more = format!("{}_more", family.code());
    from_form(family, &typed.iter().map(|typed| (more.clone(), (*typed).to_owned())).collect::<Vec<_>>())
}

/// Writes a decision down as a steward's page does.
async fn decide(db: &Db, decided: added::Decided) {
    let mut tx = db.begin().await.unwrap();
    store::put(&mut tx, &decided, At(9)).await.unwrap();
    tx.commit().await.unwrap();
    added::refresh(db).await.unwrap();
}

fn means(term: &str, means: &str) -> added::Decided {
    added::Decided { term: term.into(), means: Some(means.into()), ..added::Decided::default() }
}

#[test]
fn the_list_is_long_enough_and_whole_in_every_language() {
    for (lang, missing, which) in crate::vocabulary::COVERAGE {
        assert_eq!(*missing, 0, "{lang}: {which:?}");
    }
    for lang in Lang::ALL {
        let count = |family| all(lang, family).len();
        assert!(count(Family::Skill) >= 120 && count(Family::Craft) >= 60 && count(Family::Language) >= 50, "{lang:?}");
        for family in Family::ALL {
            let mut labels: Vec<String> = all(lang, family).into_iter().map(|(_, label)| label).collect();
            labels.sort();
            let before = labels.len();
            labels.dedup();
            assert_eq!(labels.len(), before, "two words look alike in {lang:?} {family:?}");
        }
    }
}

#[test]
fn a_known_word_is_the_same_in_every_language_and_spelling() {
    for written in ["sewing", "Sewing", "Kushona nguo", "couture", "needlework", "  machine   sewing "] {
        assert_eq!(code(Family::Skill, written.trim()), "sewing", "{written}");
    }
    for written in ["Mfinyanzi", "poterie", "ceramics", "potters"] {
        assert_eq!(code(Family::Craft, written), "potter", "{written}");
    }
    assert_eq!(code(Family::Language, "Ikirundi"), "rn");
    assert_eq!(code(Family::Language, "Kiswidi"), "sv");
    for family in Family::ALL {
        for lang in Lang::ALL {
            for (known, label) in all(lang, family) {
                assert_eq!(code(family, &label), known, "{family:?} {label}");
            }
        }
    }
    assert_eq!(skill_label(Lang::Fr, "Kushona nguo"), "Couture");
    assert_eq!(word(Lang::Sw, Family::Language, "sv"), "Kiswidi");
}

#[test]
fn a_free_word_stays_as_typed() {
    let kept = entered(Family::Skill, &["Couture d’église", "Kushona nguo"]).words;
    assert_eq!(kept, ["Couture d’église", "sewing"]);
    assert_eq!(skill_label(Lang::En, "Couture d’église"), "Couture d’église");
    assert_eq!(skill_label(Lang::En, "pit-firing"), "Pit firing");
}

#[test]
fn a_form_is_read_by_boxes_and_by_commas_each_word_once() {
    let form: Vec<(String, String)> = [
        ("skill", "sewing"),
        ("skill_more", "Knife sharpening, couture; Kupanga bei"),
        ("skill_more", "knife  sharpening"),
        ("skill_more", " ,;— "),
        ("craft", "potter"),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .to_vec();
    let entered = from_form(Family::Skill, &form);
    assert_eq!(entered.words, ["sewing", "Knife sharpening", "pricing"]);
    assert_eq!(entered.refused, []);
}

#[test]
fn what_cannot_stand_in_a_list_is_refused_with_words() {
    let long = "x".repeat(WORD + 1);
    let refused = entered(Family::Skill, &[&long, "call 0991 000 123", "amina@example.org"]).refused;
    assert!(matches!(&refused[0], Refused::TooLong(word) if word.len() == WORD));
    assert!(refused[1..].iter().all(|refused| matches!(refused, Refused::PersonalDetail(_))) && refused.len() == 3);
    let many: Vec<String> = (0..WORDS + 5).map(|n| format!("word {}", ["a", "b", "c"][n % 3].repeat(n + 1))).collect();
    let many = entered(Family::Craft, &many.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!((many.words.len(), many.refused.as_slice()), (WORDS, [Refused::TooMany].as_slice()));
    for lang in Lang::ALL {
        assert!(refused.iter().chain(&many.refused).all(|refused| refused.words(Text(lang)).len() > 10));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_the_list_stays_within_limits_and_reads_back_the_same(typed in "\\PC{0,300}") {
        let first = entered(Family::Skill, &[&typed]);
        prop_assert!(first.words.len() <= WORDS && first.words.iter().all(|word| word.chars().count() <= WORD));
        let again = entered(Family::Skill, &first.words.iter().map(String::as_str).collect::<Vec<_>>());
        prop_assert_eq!(again.words, first.words);
    }
}

#[test]
fn the_field_offers_what_one_has_and_what_else_there_is() {
    let field =
        WordField::new(Lang::Fr, Family::Skill, "Compétences", "", &["sewing".into()], &["0991 000 123".into()]);
    assert_eq!(field.chosen, [("sewing".to_owned(), "Couture".to_owned())]);
    assert!(field.boxes[0] == "0991 000 123" && field.boxes.len() == 3);
    assert!(field.others.iter().any(|(code, label)| code == "welding" && label == "Soudure"));
    assert!(!field.others.iter().any(|(code, _)| code == "sewing"));
}

#[test]
fn what_begins_as_typed_is_suggested_in_the_readers_language() {
    let first = |lang, typed: &str| suggest(lang, Family::Skill, typed, &[]).into_iter().next();
    assert_eq!(first(Lang::En, "SEW").as_deref(), Some("Sewing"));
    assert_eq!(first(Lang::Sw, "sewing").as_deref(), Some("Kushona nguo"));
    assert_eq!(first(Lang::Fr, "needle").as_deref(), Some("Couture"));
    assert_eq!(first(Lang::En, "zzz"), None);
    assert_eq!(first(Lang::En, ""), None);
    assert_eq!(suggest(Lang::En, Family::Skill, "knife", &["knife-sharpening"]), ["Knife sharpening"]);
    assert!(suggest(Lang::En, Family::Skill, "t", &[]).len() <= 8);
}

#[tokio::test(flavor = "multi_thread")]
async fn suggestions_hold_free_words_of_several_people_only() {
    let house = house().await;
    for n in 0..3 {
        welcome(&house, Kind::Person, &format!("a{n}"), skilled("Somebody", &["Knife sharpening"])).await;
    }
    welcome(&house, Kind::Person, "b", skilled("Somebody", &["Knife throwing"])).await;
    let mut secret = skilled("Somebody", &["Knife hiding"]);
    secret.skills.as_mut().unwrap().to = Audience::Members;
    for n in 0..3 {
        welcome(&house, Kind::Person, &format!("c{n}"), secret.clone()).await;
    }
    let found = house.get("/vocabulary/suggest?family=skill&q=knif").await;
    assert_eq!(found.json(), serde_json::json!(["Knife sharpening"]));
    assert!(found.header("cache-control").contains("max-age"));
    assert_eq!(house.get("/sw/vocabulary/suggest?family=skill&q=kushona").await.json()[0], "Kushona kroshia");
    assert_eq!(house.get("/vocabulary/suggest?family=name&q=a").await.text(), "[]", "no such family, no words");
}

async fn handles(house: &TestPortal, path: &str) -> Vec<String> {
    let page = house.get(path).await;
    assert_eq!(page.status, 200, "{path}");
    let cards = page.text().split("<h3 dir=\"auto\"><a href=\"/people/").skip(1);
    let mut handles: Vec<String> = cards.map(|card| card.split('"').next().unwrap().to_owned()).collect();
    handles.sort();
    handles
}

#[tokio::test(flavor = "multi_thread")]
async fn people_are_found_under_a_word_however_they_wrote_it() {
    on_both(async |db| {
        let house = node(db).await;
        for (handle, skill) in [("a", "Sewing"), ("b", "couture"), ("c", "Kushona nguo"), ("d", "welding")] {
            welcome(&house, Kind::Person, handle, skilled("Somebody", &[skill])).await;
        }
        assert_eq!(handles(&house, "/people?skill=sewing").await, ["a", "b", "c"]);
        assert_eq!(handles(&house, "/people?q=needlework").await, ["a", "b", "c"]);
        let led = house.get("/people?skill=couture&sort=name").await;
        assert_eq!((led.status, led.header("location")), (307, "/people?skill=sewing&sort=name"));
        let page = house.get("/fr/people/c").await;
        assert!(page.contains("/fr/people?skill=sewing\">Couture<"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_written_after_a_merge_stands_under_what_the_word_means() {
    on_both(async |db| {
        let house = node(db.clone()).await;
        decide(&db, means("skill:blade-care", "skill:knife-sharpening")).await;
        let words = BTreeMap::from([("sw".to_owned(), "Kunoa visu".to_owned())]);
        let term = "skill:knife-sharpening".to_owned();
        decide(&db, added::Decided { term, words, ..added::Decided::default() }).await;
        welcome(&house, Kind::Person, "a", skilled("Somebody", &["Blade care"])).await;
        welcome(&house, Kind::Person, "b", skilled("Somebody", &["Knife sharpening"])).await;
        assert_eq!(handles(&house, "/people?skill=knife-sharpening").await, ["a", "b"]);
        assert_eq!(handles(&house, "/people?q=blade").await, ["a", "b"], "search finds both");
        assert_eq!(handles(&house, "/people?q=kunoa").await, ["a", "b"]);
        assert_eq!(house.get("/people?skill=blade-care").await.header("location"), "/people?skill=knife-sharpening");
        assert!(house.get("/sw/people/a").await.contains("Kunoa visu"));
        assert_eq!(entered(Family::Skill, &["Blade care", "knife sharpening"]).words, ["Blade care"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hidden_word_is_shown_nowhere_but_to_whoever_wrote_it() {
    on_both(async |db| {
        let house = node(db.clone()).await;
        let hidden = added::Decided { term: "skill:zmarkbad".into(), hidden: true, ..added::Decided::default() };
        decide(&db, hidden).await;
        decide(&db, means("skill:zmarkworse", "skill:zmarkbad")).await;
        let person =
            somebody(Kind::Person, "a", skilled("Somebody", &["Zmarkbad", "Zmarkworse", "welding"]), Some(At(1)));
        put(&db, &person).await;
        house.settled().await;
        for path in ["/people/a", "/people", "/people?skill=welding", "/people/a.vcf"] {
            let page = house.get(path).await;
            assert!(page.status == 200 && !page.text().to_lowercase().contains("zmark"), "{path}");
        }
        for word in ["zmarkbad", "zmarkworse"] {
            assert_eq!(house.get(&format!("/people?skill={word}")).await.header("location"), "/people");
        }
        assert!(handles(&house, "/people?q=zmarkbad").await.is_empty());
        let seen = person.clone().seen_by(basics::Viewer::Operator).unwrap();
        assert_eq!(seen.skills.len(), 3);
        assert_eq!(entered(Family::Skill, &["zmarkworse"]).refused, [Refused::NotHere("zmarkworse".into())]);
    })
    .await;
}
