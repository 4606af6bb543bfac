//! Texts in people's own words: one line, about, offers and wants, each with the language it is written in.

use basics::{Lang, limits};
use web::form::Faults;

use super::{Question, Typed, Writing};
use crate::{Fields, Said, Shown, Text, Writing as As, own::Choice};

const FIELD: &str = "text";
const LANGUAGE: &str = "lang";
/// Offers, or wants.
const MOST_ITEMS: usize = 12;
/// Letters of a text about somebody: about five pages.
const MOST_ABOUT: usize = 10_000;

pub(super) fn kept_line(fields: &Fields, lang: Lang) -> Typed {
    kept(fields.line.as_ref(), lang)
}

pub(super) fn kept_about(fields: &Fields, lang: Lang) -> Typed {
    kept(fields.about.as_ref(), lang)
}

fn kept(part: Option<&Shown<Said>>, lang: Lang) -> Typed {
    let said = part.map(|shown| &shown.is);
    let written_in = said.and_then(|said| said.lang.as_deref()).unwrap_or(lang.tag());
    Typed::default().with(FIELD, said.map_or("", Said::as_typed)).with(LANGUAGE, written_in)
}

/// One item a line.
pub(super) fn kept_list(part: Option<&Shown<Vec<Said>>>, lang: Lang) -> Typed {
    let items = part.map_or(&[][..], |shown| &shown.is);
    let written_in = items.first().and_then(|said| said.lang.as_deref()).unwrap_or(lang.tag());
    let lines: Vec<&str> = items.iter().map(Said::as_typed).collect();
    Typed::default().with(FIELD, lines.join("\n")).with(LANGUAGE, written_in)
}

pub(super) fn ask_line(lang: Lang, typed: &Typed) -> Vec<Question> {
    let t = Text(lang);
    let (value, most) = (typed.first(FIELD).to_owned(), limits::LINE);
    let line =
        Question::Line { name: FIELD, label: t.part_line(), hint: t.own_line_most(), value, most, complete: "off" };
    vec![line, written_in(lang, typed)]
}

pub(super) fn ask_about(lang: Lang, typed: &Typed) -> Vec<Question> {
    let t = Text(lang);
    let value = typed.first(FIELD).to_owned();
    let about = Question::Text {
        name: FIELD,
        label: t.part_about(),
        hint: t.own_about_how(),
        value,
        most: MOST_ABOUT,
        rows: 10,
    };
    vec![about, written_in(lang, typed)]
}

pub(super) fn ask_list(lang: Lang, typed: &Typed) -> Vec<Question> {
    let t = Text(lang);
    let (value, most) = (typed.first(FIELD).to_owned(), MOST_ITEMS * (limits::LINE + 2));
    let list =
        Question::Text { name: FIELD, label: t.own_one_a_line(), hint: t.own_one_a_line_hint(), value, most, rows: 6 };
    vec![list, written_in(lang, typed)]
}

fn written_in(lang: Lang, typed: &Typed) -> Question {
    let chosen = typed.first(LANGUAGE);
    let mut choices: Vec<Choice> =
        words::languages(lang).into_iter().map(|(code, name)| Choice::new(code, name, code == chosen)).collect();
    choices.insert(0, Choice::new("", Text(lang).own_language_unsaid(), chosen.is_empty()));
    Question::From { name: LANGUAGE, label: Text(lang).own_written_in(), hint: "", choices }
}

/// The language that was chosen, if it is one.
fn language<'t>(writing: &'t Writing<'_>) -> Option<&'t str> {
    Some(writing.typed.first(LANGUAGE)).filter(|code| words::language_name(writing.lang, code).is_some())
}

pub(super) fn read_line(writing: &Writing<'_>, faults: &mut Faults) -> crate::Part<Said> {
    read(writing, As::Line, limits::LINE, faults)
}

pub(super) fn read_about(writing: &Writing<'_>, faults: &mut Faults) -> crate::Part<Said> {
    read(writing, As::Paragraphs, MOST_ABOUT, faults)
}

fn read(writing: &Writing<'_>, form: As, most: usize, faults: &mut Faults) -> crate::Part<Said> {
    let said = Said::checked(writing.typed.first(FIELD), language(writing), form);
    if said.as_typed().chars().count() > most {
        faults.add(FIELD, writing.t().own_too_long(most));
    }
    writing.shown((!said.text.is_empty()).then_some(said))
}

pub(super) fn read_list(writing: &Writing<'_>, faults: &mut Faults) -> crate::Part<Vec<Said>> {
    let (t, lang) = (writing.t(), language(writing));
    let lines = writing.typed.first(FIELD).lines().map(|line| Said::checked(line, lang, As::Line));
    let items: Vec<Said> = lines.filter(|said| !said.text.is_empty()).take(MOST_ITEMS + 1).collect();
    if items.len() > MOST_ITEMS {
        faults.add(FIELD, t.own_too_many(MOST_ITEMS));
    } else if let Some(long) = items.iter().find(|said| said.as_typed().chars().count() > limits::LINE) {
        let begin: String = long.text.chars().take(30).collect();
        faults.add(FIELD, t.own_item_too_long(begin, limits::LINE));
    }
    writing.listed(items)
}
