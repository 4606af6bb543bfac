//! What nobody sees is taken out of what people type.

use crate::{tidy_line, tidy_text};

#[test]
fn lines_have_single_spaces_and_texts_keep_their_lines() {
    assert_eq!(tidy_line("  Amina\t\n Uwase "), "Amina Uwase");
    assert_eq!(tidy_text("  one\r\n\rtwo  three\n"), "one\n\ntwo  three");
    assert_eq!(tidy_text("one\u{202e}\u{0}\u{200b} two\u{feff}"), "one two");
    assert_eq!(tidy_line("👩\u{200d}🎨"), "👩\u{200d}🎨", "joiners stay");
}

#[test]
fn what_is_tidy_stays_as_it_is() {
    for typed in ["", " a\u{200b} \u{0}b", "a \u{202e} \r\n b\t", "\u{feff} a"] {
        for tidy in [tidy_line, tidy_text] {
            let once = tidy(typed);
            assert_eq!(tidy(&once), once, "{typed:?}");
        }
    }
}
