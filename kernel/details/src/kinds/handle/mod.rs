//! Names at other services.

mod near;
mod ordinary;
mod patterns;
mod told;
mod words;

use crate::find::Detail;

pub fn find(text: &str, found: &mut Vec<Detail>) {
    patterns::find(text, found);
    told::find(text, found);
    near::find(text, found);
}

/// A word that reads like a handle: with a digit, dot, line or capital inside.
fn is_made(it: &str) -> bool {
    let it = it.trim_end_matches(['.', '-', ':']);
    it.starts_with('@') || has_hump(it) || it.contains(|c: char| c.is_numeric() || matches!(c, '_' | '.'))
}

/// Whether a capital follows a small letter: `amaniPots`.
fn has_hump(word: &str) -> bool {
    word.chars().zip(word.chars().skip(1)).any(|(one, next)| one.is_lowercase() && next.is_uppercase())
}

/// Whether a sentence or its part ends here.
fn ends(after: &str) -> bool {
    let after = after.trim_start_matches([' ', '\t']);
    let stop = after.strip_prefix('.').is_none_or(|rest| !rest.starts_with(char::is_alphanumeric));
    after.trim().is_empty() || (stop && after.starts_with(['\n', '.', ',', ';', ')', '!', '?']))
}
