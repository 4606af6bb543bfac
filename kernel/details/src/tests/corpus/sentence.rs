//! Sentences and their labels, as they stand in `corpus/*.tsv`: `Call {phone:0991 000 001} tonight.`

use std::{fs, path::Path};

use crate::Kind;

pub const LANGUAGES: [&str; 3] = ["en", "fr", "sw"];

/// The word of a label and the kind it stands for.
pub const LABELS: [(&str, Kind); 7] = [
    ("phone", Kind::Phone),
    ("email", Kind::Email),
    ("handle", Kind::Handle),
    ("place", Kind::Place),
    ("pay", Kind::Payment),
    ("birth", Kind::BirthDate),
    ("case", Kind::Household),
];

/// A sentence as a reader would see it, and what in it gives somebody away: kind, start and end in bytes.
pub struct Sentence {
    pub text: String,
    pub labels: Vec<(Kind, usize, usize)>,
}

/// The sentences of one part in one language; lines that begin with `#` are headings, `\n` is the end of a line.
pub fn sentences(lang: &str, part: &str) -> Vec<Sentence> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("corpus/{lang}.{part}.tsv"));
    let lines = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    lines.lines().filter(|line| !line.starts_with("# ")).map(|line| read(&line.replace("\\n", "\n"))).collect()
}

fn read(line: &str) -> Sentence {
    let mut sentence = Sentence { text: String::new(), labels: Vec::new() };
    let mut rest = line;
    while let Some((before, kind, within, after)) = next_label(rest) {
        sentence.text.push_str(before);
        let start = sentence.text.len();
        sentence.text.push_str(within);
        sentence.labels.push((kind, start, sentence.text.len()));
        rest = after;
    }
    sentence.text.push_str(rest);
    sentence
}

/// What stands before the next label, its kind, what it holds, and what follows.
fn next_label(text: &str) -> Option<(&str, Kind, &str, &str)> {
    let found = LABELS.iter().filter_map(|(word, kind)| {
        let mark = format!("{{{word}:");
        text.find(&mark).map(|at| (at, at + mark.len(), *kind))
    });
    let (at, inner, kind) = found.min_by_key(|(at, ..)| *at)?;
    // A disguised address may hold brackets of its own: `name{at}example`.
    let mut depth = 1;
    let end = text[inner..].char_indices().find_map(|(place, c)| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        (depth == 0).then_some(inner + place)
    });
    let end = end.unwrap_or_else(|| panic!("a label has no end: {text}"));
    Some((&text[..at], kind, &text[inner..end], &text[end + 1..]))
}
