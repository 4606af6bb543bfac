//! Laws for any text.

use proptest::prelude::*;

use crate::{Kind, find, mask};

/// Text out of the pieces that details are made of, and anything else.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("phone".to_owned()),
        Just("WhatsApp: ".to_owned()),
        Just("maria_arts".to_owned()),
        Just("@".to_owned()),
        Just(" at example dot com ".to_owned()),
        Just("born ".to_owned()),
        Just("block ".to_owned()),
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
fn a_long_text_is_read_in_linear_time() {
    let text = "call 0991 000 001 or a@b.cd, block B, zone 3, zero one two ".repeat(2_000);
    let (masked, details) = mask(&text);
    assert!(details.len() >= 8_000);
    assert!(!masked.contains("0991"));
}
