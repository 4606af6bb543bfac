//! What people type into the pages of works: short lines that hold no personal details, and texts in which they are
//! covered.

use basics::tidy_line;
use web::form::Faults;

use super::Work;
use crate::{
    Text,
    said::{Said, Writing, kinds},
};

/// Longest text of a work, in characters.
pub(crate) const TEXT: usize = 20_000;

/// A short line, tidy. Too long, or with a personal detail in it, it is a fault: what stands in names and titles is
/// never covered.
pub(crate) fn line(t: Text, field: &'static str, typed: &str, most: usize, faults: &mut Faults) -> String {
    let line = tidy_line(typed);
    if line.chars().count() > most {
        faults.add(field, t.work_too_long(most as u64));
    } else if !kinds(&line).is_empty() {
        faults.add(field, t.work_has_details());
    }
    line
}

/// The same where nothing may be said: `None`.
pub(crate) fn some(t: Text, field: &'static str, typed: &str, most: usize, faults: &mut Faults) -> Option<String> {
    Some(line(t, field, typed, most, faults)).filter(|line| !line.is_empty())
}

impl Work {
    /// Takes a text as typed: what others read has its personal details covered.
    pub(crate) fn say(&mut self, typed: &str) {
        let said = Said::checked(typed, self.lang.as_deref(), Writing::Paragraphs);
        self.typed = said.typed;
        self.text = Some(said.text).filter(|text| !text.is_empty());
    }
}
