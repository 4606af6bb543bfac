//! The languages somebody speaks, and how well.

use basics::Lang;
use web::form::Faults;

use super::{Question, Typed, Writing, plain};
use crate::{
    Fields, Spoken, Text,
    own::{Choice, question::Field},
    vocabulary::{Family, all, code, label, language_label},
};

const LANGUAGE: &str = "language";
const LEVEL: &str = "level";
const OTHER: &str = "other";
const LEVELS: [&str; 4] = ["native", "fluent", "good", "basic"];
const MOST: usize = 12;
/// Empty rows below those that are filled.
const MORE: usize = 2;
const MOST_LETTERS: usize = 40;

pub(super) fn kept(fields: &Fields) -> Typed {
    let spoken = fields.languages.iter().flat_map(|shown| &shown.is);
    spoken.fold(Typed::default(), |typed, spoken| {
        typed.with(LANGUAGE, &spoken.code).with(LEVEL, spoken.level.clone().unwrap_or_default())
    })
}

pub(super) fn ask(lang: Lang, typed: &Typed) -> Vec<Question> {
    let t = Text(lang);
    let filled: Vec<(&str, &str)> = rows(typed).filter(|(code, _)| !code.is_empty()).collect();
    let count = (filled.len() + MORE).min(MOST);
    let rows = (0..count).map(|nth| row(lang, nth, filled.get(nth).copied().unwrap_or_default())).collect();
    vec![
        Question::Rows { name: LANGUAGE, legend: t.part_languages(), rows },
        Question::Line {
            name: OTHER,
            label: t.own_other_language(),
            hint: "",
            value: typed.first(OTHER).to_owned(),
            most: MOST_LETTERS,
            complete: "off",
        },
    ]
}

fn rows(typed: &Typed) -> impl Iterator<Item = (&str, &str)> {
    typed.all(LANGUAGE).zip(typed.all(LEVEL))
}

fn row(lang: Lang, nth: usize, (spoken, level): (&str, &str)) -> [Field; 2] {
    let t = Text(lang);
    let offered = all(lang, Family::Language).into_iter();
    let mut known: Vec<Choice> = offered.map(|(known, name)| Choice::new(&known, name, known == spoken)).collect();
    if !spoken.is_empty() && !known.iter().any(|choice| choice.chosen) {
        known.insert(0, Choice::new(spoken, language_label(lang, spoken), true));
    }
    known.insert(0, Choice::new("", "", spoken.is_empty()));
    let mut levels: Vec<Choice> = LEVELS
        .into_iter()
        .map(|known| Choice::new(known, label(lang, LEVEL, known).unwrap_or(known), known == level))
        .collect();
    levels.insert(0, Choice::new("", t.own_level_unsaid(), level.is_empty()));
    let column = |name: &'static str, label, choices| Field {
        name,
        id: format!("{name}-{}", nth + 1),
        label,
        value: String::new(),
        most: 0,
        choices,
    };
    [column(LANGUAGE, t.own_language_nth(nth + 1), known), column(LEVEL, t.own_level().to_owned(), levels)]
}

pub(super) fn read(writing: &Writing<'_>, faults: &mut Faults) -> crate::Part<Vec<Spoken>> {
    let other = plain::read(writing.t(), OTHER, writing.typed.first(OTHER), MOST_LETTERS, faults).unwrap_or_default();
    let mut spoken: Vec<Spoken> = Vec::new();
    for (written, level) in rows(writing.typed).chain([(other.as_str(), "")]) {
        let code = code(Family::Language, written);
        let level = LEVELS.into_iter().find(|known| *known == level).map(str::to_owned);
        if !code.is_empty() && written.chars().count() <= MOST_LETTERS && !spoken.iter().any(|known| known.code == code)
        {
            spoken.push(Spoken { code, level });
        }
    }
    if spoken.len() > MOST {
        faults.add(LANGUAGE, writing.t().own_too_many(MOST));
    }
    writing.listed(spoken)
}
