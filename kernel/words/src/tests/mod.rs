//! What a reader of each language sees.

mod generated;

use basics::{At, Lang};
use jiff::civil::date as civil;

use crate::*;

const NBSP: char = '\u{a0}';

#[test]
fn zero_is_singular_in_french_only() {
    assert_eq!(Lang::ALL.map(|lang| plural(lang, 0)), [Plural::Other, Plural::Other, Plural::One]);
    assert_eq!(Lang::ALL.map(|lang| plural(lang, 1)), [Plural::One; 3]);
    assert_eq!(Lang::ALL.map(|lang| plural(lang, 1_000_000)), [Plural::Other; 3]);
}

#[test]
fn languages_outside_cldr_have_their_own_rules() {
    assert_eq!(plurals::own("ny", 1), Some(true));
    assert_eq!(plurals::own("ln", 0), Some(true));
    assert_eq!(plurals::own("rn", 1), Some(false));
    assert_eq!(dates::own("rn", civil(2026, 9, 3)).unwrap(), "3 Nyakanga 2026");
    assert_eq!(dates::own("ny", civil(2026, 3, 3)).unwrap(), "3 Malichi 2026");
}

#[test]
fn numbers_are_grouped_as_readers_expect() {
    assert_eq!(number(Lang::En, 999), "999");
    assert_eq!(number(Lang::En, 1_234_567), "1,234,567");
    assert_eq!(number(Lang::Sw, 1_234), "1,234");
    assert_eq!(number(Lang::Fr, 1_234_567), format!("1{NBSP}234{NBSP}567"));
}

#[test]
fn dates_have_the_month_in_words() {
    let (second, first) = (civil(2026, 11, 21), civil(2026, 1, 1));
    assert_eq!(Lang::ALL.map(|lang| day(lang, second)), ["21 November 2026", "21 Novemba 2026", "21 novembre 2026"]);
    assert_eq!(Lang::ALL.map(|lang| day(lang, first)), ["1 January 2026", "1 Januari 2026", "1er janvier 2026"]);
}

#[test]
fn a_moment_is_dated_as_in_dzaleka() {
    let late = At::midnight(civil(2026, 11, 21)).plus(23 * 60 * At::MINUTE);
    assert_eq!(date(Lang::En, late), "22 November 2026");
}

#[test]
fn sizes_are_short() {
    assert_eq!(bytes(Lang::En, 999), "999 B");
    assert_eq!(bytes(Lang::En, 1_240), "1.2 KB");
    assert_eq!(bytes(Lang::En, 35_000), "35 KB");
    assert_eq!(bytes(Lang::En, 999_999), "1 MB");
    assert_eq!(bytes(Lang::Fr, 1_240_000), "1,2 Mo");
    assert_eq!(bytes(Lang::Sw, 1_240_000), "MB 1.2");
    assert_eq!(bytes(Lang::En, u64::MAX), "18,446,744,074 GB");
}

#[test]
fn lists_end_with_and() {
    assert_eq!(list::<&str>(Lang::En, &[]), "");
    assert_eq!(list(Lang::En, &["a"]), "a");
    assert_eq!(list(Lang::Sw, &["a", "b"]), "a na b");
    assert_eq!(list(Lang::Fr, &["a", "b", "c"]), "a, b et c");
}

#[test]
fn the_cookie_is_heard_first_then_the_browser() {
    assert_eq!(negotiate(Some("fr"), Some("sw")), Lang::Fr);
    assert_eq!(negotiate(Some("xx"), Some("sw")), Lang::Sw);
    assert_eq!(negotiate(None, None), Lang::En);
}

#[test]
fn weights_of_accept_language_are_kept() {
    for (header, lang) in [
        ("fr-CD,fr;q=0.9,en;q=0.8", Lang::Fr),
        ("en;q=0.5, sw;q=0.7", Lang::Sw),
        ("de, fr;q=0, sw;q=0.1", Lang::Sw),
        ("rn-BI, en;q=0.9", Lang::Sw),
        ("ln", Lang::Fr),
        ("ny, fr;q=0.2", Lang::En),
        ("*", Lang::En),
        ("fr;q=7, ;;;, sw;q=x", Lang::En),
    ] {
        assert_eq!(negotiate(None, Some(header)), lang, "{header}");
    }
}

#[test]
fn languages_and_countries_are_named_in_the_readers_language() {
    assert_eq!(language_name(Lang::Fr, "sw").unwrap(), "kiswahili");
    assert_eq!(country_name(Lang::Sw, "MZ").unwrap(), "Msumbiji");
    assert_eq!(country_name(Lang::En, "XX"), None);
}

#[test]
fn a_name_in_any_language_leads_to_its_code() {
    for (name, code) in
        [("Français", "fr"), ("KISWAHILI", "sw"), ("Swahili", "sw"), ("rn", "rn"), ("Ikinyarwanda", "rw")]
    {
        assert_eq!(language_code(name), Some(code), "{name}");
    }
    assert_eq!(country_code("Etats-Unis"), Some("us"));
    assert_eq!(country_code("D.R.C."), None);
    assert_eq!(country_code("DRC"), Some("cd"));
}

#[test]
fn every_text_is_translated_and_filled_in() {
    assert!(text::COVERAGE.iter().all(|(_, missing, _)| *missing == 0), "{:?}", text::COVERAGE);
    assert!(
        [Lang::En, Lang::Sw, Lang::Fr, Lang::Pseudo]
            .into_iter()
            .flat_map(text::every)
            .all(|(_, text)| !text.contains('{'))
    );
}
