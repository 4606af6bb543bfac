//! Exact versions.

use super::cast::{NOW, content, picture};
use crate::{Content, Edition, deeds::is_small};

#[test]
fn every_word_picture_and_language_changes_the_version() {
    let one = Content { pieces: vec![picture("p1", "aa")], lead: "p1".into(), ..content("Thread") };
    let hash = one.hash("en");
    assert_eq!(hash, one.clone().hash("en"));
    assert_ne!(hash, one.hash("sw"));
    let mut other = one.clone();
    other.title.push('s');
    assert_ne!(hash, other.hash("en"));
    let mut other = one.clone();
    other.source = other.source.replacen("nine", "ten", 1);
    assert_ne!(hash, other.hash("en"));
    let mut other = one.clone();
    other.pieces[0].hash = "bb".into();
    assert_ne!(hash, other.hash("en"));
    let mut other = one.clone();
    other.pieces[0].caption = "Thursday".into();
    assert_ne!(hash, other.hash("en"));
    let mut other = one;
    other.lead.clear();
    assert_ne!(hash, other.hash("en"));
}

#[test]
fn what_is_frozen_shows_no_number_even_when_formatting_hides_it() {
    let mut typed = content("Thread");
    typed.lede = "Call 0991 000 111.".into();
    typed.source = "Ring 0991 **000** 222 at night.".into();
    let edition = Edition::of("s", "en", &typed, None, NOW);
    let said = format!("{:?}", edition.content);
    assert!(!said.contains("111") && !said.contains("222"), "{said}");
}

#[test]
fn a_slip_is_small_and_a_new_sentence_a_new_title_or_picture_is_not() {
    let before = content("Thread");
    let mut slip = before.clone();
    slip.source = slip.source.replace("three towns", "four towns");
    assert!(is_small(&before, &slip));
    let mut longer = before.clone();
    longer
        .source
        .push_str("\n\nShe also told us much about her neighbours, whom we do not know and never asked at all.");
    assert!(!is_small(&before, &longer));
    assert!(!is_small(&before, &Content { title: "Threads".into(), ..before.clone() }));
    assert!(!is_small(&before, &Content { pieces: vec![picture("p1", "aa")], ..before.clone() }));
}

#[test]
fn reading_takes_at_least_a_minute() {
    assert_eq!(Edition::of("s", "en", &Content::default(), None, NOW).minutes(), 1);
    assert_eq!(crate::edition::minutes(181), 2);
}
