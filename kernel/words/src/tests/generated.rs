//! What `words_build` writes, compiled and called.

mod sample {
    include!(concat!(env!("OUT_DIR"), "/sample.rs"));
}

use basics::Lang;
use sample::{COVERAGE, Text, every};

#[test]
fn a_plural_takes_the_form_of_its_language() {
    let found = |count| Lang::ALL.map(|lang| Text(lang).found(count, "Lilongwe"));
    assert_eq!(found(0), ["0 people in Lilongwe", "Watu 0 Lilongwe", "0 personne à Lilongwe"]);
    assert_eq!(found(1), ["One person in Lilongwe", "Mtu mmoja Lilongwe", "1 personne à Lilongwe"]);
    assert_eq!(found(1200)[2], "1\u{a0}200 personnes à Lilongwe");
}

#[test]
fn a_count_is_grouped_without_a_plural_too() {
    assert_eq!(Text(Lang::En).seen(1200), "Seen 1,200 times");
}

#[test]
fn quotes_and_lines_arrive_as_written() {
    assert_eq!(Text(Lang::Sw).hello("Neema"), "Sema \"habari\"\nkwa Neema");
}

#[test]
fn nothing_is_missing_where_all_is_translated() {
    assert_eq!(COVERAGE, [("en", 0, &[] as &[&str]), ("sw", 0, &[]), ("fr", 0, &[])]);
}

#[test]
fn a_text_is_found_by_its_key_when_it_takes_nothing() {
    assert_eq!(Text(Lang::Fr).by_key("title"), Some("Personnes"));
    assert_eq!(Text(Lang::Fr).by_key("hello"), None);
}

#[test]
fn the_pseudo_language_fills_in_too() {
    let texts = every(Lang::Pseudo);
    assert_eq!(texts.len(), 6);
    assert!(texts.iter().all(|(_, text)| text.starts_with('[') && text.ends_with(']')), "{texts:?}");
}
