//! Short plain strings: names, towns, labels. What is personal in them cannot be covered, so it is refused.

use basics::tidy_line;
use web::form::Faults;

use crate::{Text, kinds};

/// What was typed, tidy; nothing when it is empty. What is wrong with it goes to `faults`.
pub(super) fn read(t: Text, field: &'static str, typed: &str, most: usize, faults: &mut Faults) -> Option<String> {
    let plain = tidy_line(typed);
    if plain.chars().count() > most {
        faults.add(field, t.own_too_long(most));
    } else if !kinds(&plain).is_empty() {
        faults.add(field, t.own_detail_refused());
    }
    (!plain.is_empty()).then_some(plain)
}
