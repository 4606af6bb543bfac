//! Crafts and skills: known words ticked or typed in any of our languages, and free ones beside them.

use basics::Lang;
use web::form::Faults;

use super::{Question, Typed, Writing};
use crate::{
    Part, Text,
    vocabulary::{Entered, Family, Refused, WordField, from_form},
};

/// What stands there, as [`WordField`] sends it.
pub(super) fn kept(family: Family, part: &Part<Vec<String>>) -> Typed {
    let words = part.iter().flat_map(|shown| &shown.is);
    words.fold(Typed::default(), |typed, word| typed.with(family.code(), word))
}

pub(super) fn ask(family: Family, lang: Lang, typed: &Typed) -> Vec<Question> {
    let t = Text(lang);
    let label = if family == Family::Craft { t.part_crafts() } else { t.part_skills() };
    let Entered { words, refused } = from_form(family, typed.pairs());
    let boxes: Vec<String> = refused.into_iter().filter_map(word).collect();
    vec![Question::Words(WordField::new(lang, family, label, "", &words, &boxes))]
}

/// A word that was refused, to be put right.
fn word(refused: Refused) -> Option<String> {
    match refused {
        Refused::TooLong(word) | Refused::PersonalDetail(word) | Refused::NotHere(word) => Some(word),
        Refused::TooMany => None,
    }
}

pub(super) fn read(family: Family, writing: &Writing<'_>, faults: &mut Faults) -> Part<Vec<String>> {
    let Entered { words, refused } = from_form(family, writing.typed.pairs());
    for refused in &refused {
        faults.add(family.code(), refused.words(writing.t()));
    }
    writing.listed(words)
}
