//! Parts that are chosen and not written: the relation to Dzaleka, and what one is open to.

use basics::Lang;

use super::{Question, Typed, Writing};
use crate::{Fields, Text, own::Choice, vocabulary::label};

const RELATION: &str = "relation";
const RELATIONS: [&str; 5] = ["resident", "former-resident", "diaspora-born", "host-community", "friend"];
const OPEN: &str = "open";
const OPEN_TO: [&str; 8] =
    ["collaborate", "hire-me", "mentor", "teach", "judge", "host-visitors", "volunteer", "invest"];

pub(super) fn kept_relation(fields: &Fields) -> Typed {
    Typed::default().with(RELATION, fields.relation.as_ref().map_or("", |shown| &shown.is))
}

pub(super) fn ask_relation(lang: Lang, typed: &Typed) -> Vec<Question> {
    let t = Text(lang);
    let mut choices = known(lang, RELATION, &RELATIONS, typed);
    choices.push(Choice::new("", t.own_say_nothing(), typed.first(RELATION).is_empty()));
    vec![Question::One { name: RELATION, legend: t.part_relation(), choices }]
}

pub(super) fn read_relation(writing: &Writing<'_>) -> crate::Part<String> {
    let chosen = RELATIONS.into_iter().find(|code| *code == writing.typed.first(RELATION));
    writing.shown(chosen.map(str::to_owned))
}

pub(super) fn kept_open_to(fields: &Fields) -> Typed {
    let kept = fields.open_to.iter().flat_map(|shown| &shown.is);
    kept.fold(Typed::default(), |typed, code| typed.with(OPEN, code))
}

pub(super) fn ask_open_to(lang: Lang, typed: &Typed) -> Vec<Question> {
    let choices = known(lang, OPEN, &OPEN_TO, typed);
    vec![Question::Many { name: OPEN, legend: Text(lang).part_open_to(), choices }]
}

pub(super) fn read_open_to(writing: &Writing<'_>) -> crate::Part<Vec<String>> {
    let chosen = OPEN_TO.into_iter().filter(|code| writing.typed.has(OPEN, code));
    writing.listed(chosen.map(str::to_owned).collect())
}

fn known(lang: Lang, family: &str, codes: &[&str], typed: &Typed) -> Vec<Choice> {
    let choice = |code: &&str| Choice::new(*code, label(lang, family, code).unwrap_or(code), typed.has(family, code));
    codes.iter().map(choice).collect()
}
