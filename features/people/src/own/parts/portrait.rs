//! The portrait: a picture with words for who cannot see it.

use basics::{Lang, limits};
use web::form::Faults;

use super::{Question, Typed, Writing, plain};
use crate::{Fields, Text, own::Choice};

pub(crate) const ALT: &str = "alt";
pub(crate) const REMOVE: &str = "remove";
/// Says that there is a picture already.
const THERE: &str = "there";

pub(super) fn kept(fields: &Fields) -> Typed {
    let Some(portrait) = &fields.portrait else { return Typed::default() };
    Typed::default().with(THERE, "yes").with(ALT, &portrait.is.alt)
}

pub(super) fn ask(lang: Lang, typed: &Typed) -> Vec<Question> {
    let t = Text(lang);
    let mut questions = vec![Question::Line {
        name: ALT,
        label: t.own_alt(),
        hint: t.own_alt_hint(),
        value: typed.first(ALT).to_owned(),
        most: limits::LINE,
        complete: "off",
    }];
    if typed.has(THERE, "yes") {
        let remove = Choice::new("yes", t.own_remove_picture(), typed.has(REMOVE, "yes"));
        questions.push(Question::Many { name: REMOVE, legend: t.own_remove(), choices: vec![remove] });
    }
    questions
}

/// The words and the audience of the picture that is there; taken away where that was asked for.
pub(super) fn write(writing: &Writing<'_>, fields: &mut Fields, faults: &mut Faults) {
    if writing.typed.has(REMOVE, "yes") {
        fields.portrait = None;
        return;
    }
    let alt = plain::read(writing.t(), ALT, writing.typed.first(ALT), limits::LINE, faults);
    let Some(portrait) = &mut fields.portrait else { return };
    match alt {
        Some(alt) => portrait.is.alt = alt,
        None => faults.add(ALT, writing.t().own_alt_missing()),
    }
    portrait.to = writing.to;
}
