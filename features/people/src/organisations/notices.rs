//! What people are told by mail and SMS: that something waits, and nothing of what it is about.

use accounts::{Notice, Told};
use basics::Lang;

use crate::Text;

/// Where such messages are switched off.
const OFF: &str = "/me/contacts";

pub(crate) fn still_right(path: &str) -> Notice<'_> {
    Notice { topic: "organisation-check", words: &check_words, path, off: OFF }
}

pub(crate) fn invited() -> Notice<'static> {
    Notice { topic: "organisation-invitation", words: &invitation_words, path: "/me/organisations", off: OFF }
}

pub(crate) fn said_wrong(path: &str) -> Notice<'_> {
    Notice { topic: "organisation-correction", words: &correction_words, path, off: OFF }
}

fn check_words(lang: Lang) -> Told {
    let t = Text(lang);
    told(t.notice_check_subject(), t.notice_check_line(), t.notice_button())
}

fn invitation_words(lang: Lang) -> Told {
    let t = Text(lang);
    told(t.notice_invitation_subject(), t.notice_invitation_line(), t.notice_button())
}

fn correction_words(lang: Lang) -> Told {
    let t = Text(lang);
    told(t.notice_correction_subject(), t.notice_correction_line(), t.notice_button())
}

fn told(subject: &str, line: &str, button: &str) -> Told {
    Told { subject: subject.to_owned(), line: line.to_owned(), button: button.to_owned() }
}
