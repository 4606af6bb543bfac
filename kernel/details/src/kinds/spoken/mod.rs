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

pub fn find(text: &str, found: &mut Vec<Detail>) {
    let runs = Run::all(&tokens(text));
    for run in &runs {
        let front = || run.may_be_front() && runs.iter().any(|other| other.is_number() && run.distance(other) <= NEAR);
        if run.is_number() || front() {
            found.push(Detail { kind: Kind::Phone, start: run.start, end: run.end });
        }
    }
}
