//! What people type: everybody reads it covered, and its writer finds it whole.

use details::{Kind, MASK};
use proptest::prelude::*;

use crate::{Said, Writing, kinds};

#[test]
fn a_text_without_personal_details_stays_as_it_is() {
    let line = Said::checked("  I make\t jars \u{200B}and bowls ", Some("en"), Writing::Line);
    assert_eq!(line, Said::line("I make jars and bowls", Some("en")));
    let about = Said::checked("Clay.\r\n\r\nAnd *fire*, since 2014.", None, Writing::Paragraphs);
    assert_eq!(about, Said::paragraphs("Clay.\n\nAnd *fire*, since 2014.", None));
    assert!(about.found().is_empty() && about.as_typed() == about.text);
}

#[test]
fn personal_details_are_covered_and_their_writer_keeps_the_whole() {
    for (typed, kind) in [
        ("Call me: 0991 000 111", Kind::Phone),
        ("Write to amina@example.org", Kind::Email),
        ("oh nine nine one, zero zero zero, one one one", Kind::Phone),
    ] {
        for writing in [Writing::Line, Writing::Paragraphs] {
            let said = Said::checked(typed, Some("en"), writing);
            assert_eq!((said.as_typed(), said.typed.as_deref()), (typed, Some(typed)));
            assert_eq!(said.found(), [kind], "{typed}");
            assert!(said.text.contains(MASK) && kinds(&said.text).is_empty(), "{said:?}");
            assert!(said.html.iter().all(|html| kinds(html).is_empty()), "{said:?}");
            assert_eq!(said.clone().public(), Said { typed: None, ..said });
        }
    }
}

#[test]
fn formatting_hides_nothing() {
    for typed in [
        "Call 0991 **000** 111",
        "Call 0991<!-- x --> 000 111",
        "Call 099&#49; 000 111",
        "ami<b></b>na@example.org",
        "[me](https://wa.me/265991000111)",
    ] {
        let said = Said::checked(typed, None, Writing::Paragraphs);
        let shown = markup::plain(&said.text);
        assert!(details::find(&shown).is_empty(), "{typed}: {said:?}");
        assert_eq!(said.typed.as_deref(), Some(typed), "{said:?}");
        assert!(!said.found().is_empty(), "{typed}");
    }
}

proptest! {
    #[test]
    fn what_is_checked_once_is_checked_for_good(typed in "([a-z 0-9@.*_<>&#;\\n]|0991 000 111|amina@example\\.org){0,60}") {
        for writing in [Writing::Line, Writing::Paragraphs] {
            let said = Said::checked(&typed, Some("sw"), writing);
            prop_assert_eq!(&Said::covered(said.as_typed(), Some("sw"), writing), &said);
            prop_assert!(details::find(&said.text).is_empty());
            let again = Said::covered(&said.text, Some("sw"), writing);
            prop_assert_eq!(again.typed, None);
        }
    }
}
