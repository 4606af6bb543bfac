//! The name to show: any name, or none for the handle.

use basics::{Lang, limits};
use web::form::Faults;

use super::{Question, Typed, Writing, plain};
use crate::{Fields, Text};

const FIELD: &str = "name";

pub(super) fn kept(fields: &Fields) -> Typed {
    Typed::default().with(FIELD, fields.name.as_ref().map_or("", |name| &name.is))
}

pub(super) fn ask(lang: Lang, typed: &Typed) -> Vec<Question> {
    vec![Question::Line {
        name: FIELD,
        label: Text(lang).part_name(),
        hint: "",
        value: typed.first(FIELD).to_owned(),
        most: limits::NAME,
        complete: "nickname",
    }]
}

pub(super) fn read(writing: &Writing<'_>, faults: &mut Faults) -> crate::Part<String> {
    writing.shown(plain::read(writing.t(), FIELD, writing.typed.first(FIELD), limits::NAME, faults))
}
