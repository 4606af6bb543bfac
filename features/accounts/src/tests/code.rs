//! Codes: what is shown is read again, and is worth nothing elsewhere.

use std::collections::{HashMap, HashSet};

use proptest::prelude::*;

use crate::code::{Code, Kind, ON_A_CARD, card, hash_token};

const KINDS: [Kind; 4] = [Kind::Recovery, Kind::Claim, Kind::Spoken, Kind::Token];

#[test]
fn what_is_shown_is_read_again() {
    for kind in KINDS {
        let code = Code::make(kind);
        assert_eq!(Code::read(kind, &code.shown()), Some(code));
    }
}

#[test]
fn codes_look_as_they_are_printed() {
    let shape = |kind| -> String {
        let shown = Code::make(kind).shown();
        shown.chars().map(|c| if c.is_ascii_alphanumeric() { 'x' } else { c }).collect()
    };
    assert_eq!(shape(Kind::Recovery), "xxxx-xxxx-xxxx");
    assert_eq!(shape(Kind::Claim), "xxxx-xxxx-xxxx");
    assert_eq!(shape(Kind::Spoken), "xxxx xxxx");
    let token = Code::make(Kind::Token).shown();
    assert_eq!(token.len(), 43);
    assert_eq!(hash_token(&token), Code::read(Kind::Token, &token).unwrap().digest(""));
    assert!(token.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'));
}

#[test]
fn a_code_is_read_however_it_is_copied() {
    let code = Code::read(Kind::Recovery, "0123-4567-11AB").unwrap();
    for typed in ["O123 4567 ilab", " o1234567ILAB\n", "0123–4567—1l-ab", "٠١٢٣ ۴۵۶۷ 11ab", "0.1.2.3.4.5.6.7.1.1.a.b"]
    {
        assert_eq!(Code::read(Kind::Recovery, typed), Some(code.clone()), "{typed}");
    }
    assert!(Code::read(Kind::Spoken, "491 7O362").is_some());
    for (kind, typed) in [
        (Kind::Recovery, ""),
        (Kind::Recovery, "0123-4567-11A"),
        (Kind::Recovery, "0123-4567-11ABC"),
        (Kind::Recovery, "0123-4567-11AU"),
        (Kind::Recovery, "0123-4567-11Aé"),
        (Kind::Spoken, "4917 036A"),
        (Kind::Spoken, "4917 036"),
        (Kind::Token, "abc"),
        (Kind::Token, "!234567890123456789012345678901234567890123"),
    ] {
        assert_eq!(Code::read(kind, typed), None, "{typed}");
    }
    let long = format!("0123-4567-11AB{}", " ".repeat(1_000_000));
    assert_eq!(Code::read(Kind::Recovery, &long), None);
}

#[test]
fn the_kept_form_is_bound_to_kind_and_owner() {
    let recovery = Code::read(Kind::Recovery, "0123-4567-89AB").unwrap();
    let claim = Code::read(Kind::Claim, "0123-4567-89AB").unwrap();
    let kept = recovery.digest("amina");
    assert_eq!(kept.len(), 64);
    assert_eq!(kept, Code::read(Kind::Recovery, "o123 4567 89ab").unwrap().digest("amina"));
    assert_ne!(kept, recovery.digest("jean"));
    assert_ne!(kept, claim.digest("amina"));
    assert!(!format!("{recovery:?}").contains("0123"), "a secret is not printed");
}

#[test]
fn a_card_holds_eight_different_codes_from_the_whole_alphabet() {
    let mut letters = HashMap::<char, u32>::new();
    let mut seen = HashSet::new();
    for _ in 0..400 {
        let codes = card();
        assert_eq!(codes.len(), ON_A_CARD);
        for code in codes {
            assert!(seen.insert(code.digest("amina")));
            code.shown().chars().filter(|c| *c != '-').for_each(|c| *letters.entry(c).or_default() += 1);
        }
    }
    // 38,400 letters over 32: 1,200 each; six standard deviations are 205.
    assert_eq!(letters.len(), 32);
    assert!(letters.values().all(|count| count.abs_diff(1200) < 205), "{letters:?}");
}

proptest! {
    #[test]
    fn whatever_is_typed_is_a_code_or_nothing(typed in ".{0,60}") {
        for kind in KINDS {
            if let Some(code) = Code::read(kind, &typed) {
                prop_assert_eq!(Code::read(kind, &code.shown()), Some(code));
            }
        }
    }
}
