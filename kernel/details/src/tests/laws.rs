//! Laws for any text.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use crate::{Kind, find, mask};

/// For 100 kB, unoptimised and on a busy machine; what is quadratic takes minutes.
const LONGEST: Duration = Duration::from_secs(10);

/// Text out of the pieces that details are made of, and anything else.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("phone".to_owned()),
        Just("WhatsApp: ".to_owned()),
        Just("maria_arts".to_owned()),
        Just("@".to_owned()),
        Just(" at example dot com ".to_owned()),
        Just("born ".to_owned()),
        Just("zero nine ".to_owned()),
        Just("tisa, mara mbili ".to_owned()),
        Just("Facebook: Ab Cd".to_owned()),
        Just("section ".to_owned()),
        Just(" kumi na ".to_owned()),
        Just("passport ".to_owned()),
        Just("house one".to_owned()),
        Just("block ".to_owned()),
        Just("find me on insta ".to_owned()),
        Just("IG / ".to_owned()),
        Just("my snap is ".to_owned()),
        Just(" arobase ".to_owned()),
        Just("line 4, house 2".to_owned()),
        Just("０９９1\u{20E3}".to_owned()),
        Just("zer0 O99l ".to_owned()),
        Just("t . me / ".to_owned()),
        Just("\n0 9".to_owned()),
        Just("](".to_owned()),
        Just("…".to_owned()),
        "[0-9 .()+/-]{1,14}",
        "[a-zé]{1,6}",
        "\\PC{0,4}",
    ];
    prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn details_are_in_order_apart_and_on_letters_edges(text in text()) {
        let mut last = 0;
        for detail in find(&text) {
            prop_assert!(detail.start >= last && detail.end > detail.start);
            prop_assert!(text.get(detail.start..detail.end).is_some());
            last = detail.end;
        }
    }

    #[test]
    fn masking_a_masked_text_changes_nothing(text in text()) {
        let (once, _) = mask(&text);
        let (twice, found) = mask(&once);
        prop_assert_eq!(&once, &twice, "{:?}", found);
    }

    #[test]
    fn any_malawian_number_in_any_grouping_is_found(
        digits in "[89][0-9]{8}", gaps in prop::collection::vec(prop_oneof![Just(""), Just(" "), Just("-"), Just(".")], 9),
        prefix in prop_oneof![Just("0"), Just("+265"), Just("+265 "), Just("00265 "), Just("+265 (0)"), Just("265-")],
        around in "[a-z]{0,8}",
    ) {
        let number: String = digits.chars().zip(&gaps).map(|(digit, gap)| format!("{gap}{digit}")).collect();
        let text = format!("{around} {prefix}{number}, {around}");
        let found = find(&text);
        prop_assert!(found.iter().any(|detail| detail.kind == Kind::Phone), "{}", text);
        prop_assert!(!mask(&text).0.contains(char::is_numeric), "{}", text);
    }

    #[test]
    fn years_alone_are_never_found(from in 1900..2100u16, to in 1900..2100u16, between in prop_oneof![Just("-"), Just(" - "), Just("–"), Just(" and "), Just("/")]) {
        let text = format!("from {from}{between}{to}.");
        prop_assert!(find(&text).is_empty(), "{}", text);
    }
}

#[test]
fn what_lies_on_both_sides_of_something_found_never_becomes_one_number() {
    let (masked, _) = mask("zer0 O99l phone at example dot com Facebook: Ab Cd at example dot com zer0 O99l passport ");
    assert_eq!(mask(&masked).0, masked);
}

/// Texts made to cost as much as they can, 100 kB each.
fn hostile() -> Vec<(&'static str, String)> {
    const PIECES: [&str; 40] = [
        "call 0991 000 001 or a@b.cd, block B, zone 3, zero one two ",
        "a",
        "a ",
        "a.",
        "0",
        "0 ",
        "1-",
        "0-1.",
        "+",
        "@",
        "@a",
        "a@a.",
        "a at ",
        "a dot ",
        "a underscore ",
        "zero",
        "zero ",
        "zero nine nine x ",
        "double ",
        "un deux, ",
        "whatsapp ",
        "Facebook: A A A A ",
        "born ",
        "house one ",
        "section 4 of ",
        "\u{FE0F}\u{20E3}",
        "f a b ",
        "a . ",
        "zer0 ",
        "0a9b",
        "0 9\n",
        "0991 ",
        "0991 a 00 b ",
        "IG a / ",
        "my insta ",
        "find me on ig a ",
        "a_b insta ",
        "line 4 of ",
        "block B, house 1 in ",
        "a underscore b at c dot ",
    ];
    PIECES.iter().map(|piece| (*piece, piece.repeat(100_000 / piece.len()))).collect()
}

#[test]
fn no_text_takes_longer_than_its_length_allows() {
    for (piece, text) in hostile() {
        let begun = Instant::now();
        let (masked, _) = mask(&text);
        let took = begun.elapsed();
        println!("{:>6} ms {:?}", took.as_millis(), piece);
        assert!(took < LONGEST, "{took:?} for {:?}", piece);
        assert!(masked.len() <= text.len() * 3);
    }
}

#[test]
fn a_long_text_loses_all_its_details() {
    let (_, text) = &hostile()[0];
    let (masked, details) = mask(text);
    assert!(details.len() >= 6_000, "{}", details.len());
    assert!(!masked.contains("0991"));
}
