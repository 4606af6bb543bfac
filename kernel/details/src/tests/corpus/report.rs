//! The tables of the README.

use super::PARTS;
use super::measure::{Count, Measure, measured};
use super::sentence::{LABELS, LANGUAGES, sentences};

/// Recall and precision per language and part; then per kind and language over all parts.
pub fn tables() -> String {
    let mut lines = vec![head("part")];
    for part in PARTS {
        lines.push(row(part, LANGUAGES.map(|lang| measured(&sentences(lang, part)).all())));
    }
    let all = LANGUAGES.map(whole);
    lines.push(row("all", all.each_ref().map(Measure::all)));
    lines.extend([String::new(), head("kind")]);
    for (place, (word, _)) in LABELS.iter().enumerate() {
        lines.push(row(word, all.each_ref().map(|measure| measure.counts[place])));
    }
    lines.join("\n")
}

/// Everything that was written in one language.
fn whole(lang: &str) -> Measure {
    measured(&PARTS.iter().flat_map(|part| sentences(lang, part)).collect::<Vec<_>>())
}

fn head(name: &str) -> String {
    let columns = LANGUAGES.map(|lang| format!(" {lang}: details | recall | precision |")).concat();
    format!("| {name} |{columns}\n|---|{}", "---|".repeat(LANGUAGES.len() * 3))
}

fn row(name: &str, counts: [Count; LANGUAGES.len()]) -> String {
    let cells =
        counts.map(|count| format!(" {} | {:.1} % | {:.1} % |", count.labels, count.recall(), count.precision()));
    format!("| {name} |{}", cells.concat())
}
