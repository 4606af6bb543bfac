//! Telephone numbers spelled out in words, also mixed with digits and across languages: "zero double nine one, triple
//! zero, five five two", "zéro neuf, quatre-vingt-onze, …", "sifuri tisa mara mbili …".

mod run;
mod token;
mod words;

use crate::find::{Detail, Kind};
use run::Run;
use token::tokens;

/// A short run that begins with zero is the front of a number when the rest of it stands this near, in bytes.
const NEAR: usize = 60;
/// And so many runs away at most.
const NEAREST: usize = 5;

/// Whether a word stands for a digit.
pub fn is_number(word: &str) -> bool {
    matches!(words::word(&basics::fold(word)), Some(words::Word::Unit(_)))
}

pub fn find(text: &str, found: &mut Vec<Detail>) {
    let runs = Run::all(&tokens(text));
    for (at, run) in runs.iter().enumerate() {
        let around = &runs[at.saturating_sub(NEAREST)..runs.len().min(at + NEAREST + 1)];
        let front = || run.may_be_front() && around.iter().any(|it| it.is_number() && run.distance(it) <= NEAR);
        let pieces = pieces(&runs[at..]).max(usize::from(run.is_number() || front()));
        found.extend(runs[at..at + pieces].iter().map(|it| Detail { kind: Kind::Phone, start: it.start, end: it.end }));
    }
}

/// How many runs from the first on, each near the one before, make one number: nine or ten digits beginning with zero.
fn pieces(runs: &[Run]) -> usize {
    if !runs[0].may_begin() {
        return 0;
    }
    let mut digits = runs[0].digits;
    for (place, pair) in runs.windows(2).enumerate().take(NEAREST) {
        digits += pair[1].digits;
        if digits > 10 || pair[0].distance(&pair[1]) > NEAR {
            return 0;
        }
        if digits >= 9 {
            return place + 2;
        }
    }
    0
}
