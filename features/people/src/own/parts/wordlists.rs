//! Crafts and skills.

use basics::Lang;
use web::form::Faults;

use super::{Question, Typed, Writing, plain};
use crate::{
    Fields, Text,
    own::Choice,
    vocabulary::{craft_code, crafts, free_label},
};

const CRAFT: &str = "craft";
const SKILL: &str = "skill";
const MORE: &str = "more";
const MOST: usize = 20;
const MOST_LETTERS: usize = 60;

pub(super) fn kept_crafts(fields: &Fields) -> Typed {
    let kept = fields.crafts.iter().flat_map(|shown| &shown.is);
    kept.fold(Typed::default(), |typed, code| typed.with(CRAFT, code))
}

pub(super) fn ask_crafts(lang: Lang, typed: &Typed) -> Vec<Question> {
    let t = Text(lang);
    let mut choices: Vec<Choice> =
        crafts(lang).into_iter().map(|(code, word)| Choice::new(&code, word, typed.has(CRAFT, &code))).collect();
    let free = typed.all(CRAFT).filter(|code| !choices.iter().any(|known| known.value == **code));
    let free: Vec<Choice> = free.map(|code| Choice::new(code, free_label(code), true)).collect();
    choices.extend(free);
    vec![more(t, typed), Question::Many { name: CRAFT, legend: t.part_crafts(), choices }]
}

fn more(t: Text, typed: &Typed) -> Question {
    let (value, most) = (typed.first(MORE).to_owned(), MOST * MOST_LETTERS);
    Question::Text { name: MORE, label: t.own_one_a_line(), hint: "", value, most, rows: 3 }
}

pub(super) fn read_crafts(writing: &Writing<'_>, faults: &mut Faults) -> crate::Part<Vec<String>> {
    let codes = read(writing, CRAFT, faults);
    let mut crafts: Vec<String> = Vec::new();
    for code in codes.iter().map(|word| craft_code(word)) {
        if !code.is_empty() && !crafts.contains(&code) {
            crafts.push(code);
        }
    }
    writing.listed(crafts)
}

pub(super) fn kept_skills(fields: &Fields) -> Typed {
    let kept: Vec<&str> = fields.skills.iter().flat_map(|shown| &shown.is).map(String::as_str).collect();
    Typed::default().with(MORE, kept.join("\n"))
}

pub(super) fn ask_skills(lang: Lang, typed: &Typed) -> Vec<Question> {
    vec![more(Text(lang), typed)]
}

pub(super) fn read_skills(writing: &Writing<'_>, faults: &mut Faults) -> crate::Part<Vec<String>> {
    writing.listed(read(writing, SKILL, faults))
}

/// Words that were ticked, then those that were typed, none twice.
fn read(writing: &Writing<'_>, ticked: &str, faults: &mut Faults) -> Vec<String> {
    let t = writing.t();
    let typed = writing.typed.first(MORE).split(['\n', ',', ';']);
    let mut words: Vec<String> = Vec::new();
    for written in writing.typed.all(ticked).chain(typed) {
        let word = plain::read(t, MORE, written, MOST_LETTERS, faults);
        words.extend(word.filter(|word| !words.contains(word)));
    }
    if words.len() > MOST {
        faults.add(MORE, t.own_too_many(MOST));
    }
    words
}
