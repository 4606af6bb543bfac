//! One file for each kind of detail, and the small things their patterns share.

pub mod amount;
pub mod birth;
pub mod date;
pub mod email;
pub mod handle;
pub mod household;
pub mod link;
pub mod number;
pub mod payment;
pub mod phone;
pub mod place;
pub mod spoken;
pub mod street;

use regex::{Captures, Regex};

use crate::find::{Detail, Kind};

/// What may stand between the digits of one number: spaces of any width, brackets, dots, dashes, slashes.
pub const GAP: &str = r"[ \t\u{A0}\u{2000}-\u{200D}\u{202F}\u{2060}\u{FEFF}().\-‐‑‒–—−/·]";
/// What may stand between a telling word and its number: not a digit, line end, or mask.
pub const NEAR: &str = r"[^\d\n\x00…]";

/// Compiles a pattern of this crate. Every pattern is compiled by the tests; failing open would publish details.
pub fn pattern(text: &str) -> Regex {
    match Regex::new(text) {
        Ok(pattern) => pattern,
        Err(error) => unreachable!("a pattern of this crate is wrong: {error}"),
    }
}

/// Adds each match: the group `it` when the pattern names one, else all of it.
pub fn gather(
    pattern: &Regex,
    kind: Kind,
    text: &str,
    found: &mut Vec<Detail>,
    accept: impl Fn(&str, usize, &Captures) -> bool,
) {
    let mut from = 0;
    while let Some(captures) = pattern.captures_at(text, from) {
        let (Some(it), Some(whole)) = (captures.name("it").or_else(|| captures.get(0)), captures.get(0)) else {
            return;
        };
        if accept(it.as_str(), it.start(), &captures) {
            found.push(Detail { kind, start: it.start(), end: it.start() + it.as_str().trim_end().len() });
            from = whole.end().max(from + 1);
        } else {
            from = next_start(text, it.start(), whole.start().max(from));
        }
        while from < text.len() && !text.is_char_boundary(from) {
            from += 1;
        }
        if from > text.len() {
            return;
        }
    }
}

/// After a refused match: go on behind the first run of letters or digits of it, so that what it hid is still seen.
fn next_start(text: &str, it: usize, start: usize) -> usize {
    let it = it.max(start);
    let run = text[it..].find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len() - it);
    it + run.max(1)
}

pub fn digits(text: &str) -> usize {
    text.chars().filter(|c| c.is_numeric()).count()
}

/// The character before a place.
pub fn before(text: &str, at: usize) -> Option<char> {
    text[..at].chars().next_back()
}

/// Inside an address or a file's name, where digits are part of a path.
pub fn in_path(text: &str, at: usize) -> bool {
    let edge = |c: char| c.is_whitespace() || "()[]<>\"'\0".contains(c);
    let start = text[..at].rfind(edge).map_or(0, |before| before + 1);
    let end = text[at..].find(edge).map_or(text.len(), |after| at + after);
    let start = (start..=at).find(|start| text.is_char_boundary(*start)).unwrap_or(at);
    let token = text[start..end].trim_end_matches(['.', ',', ';']).to_lowercase();
    token.contains("://")
        || token.starts_with("www.")
        || [".jpg", ".jpeg", ".png", ".webp", ".gif", ".pdf", ".mp3", ".mp4", ".html", ".htm", ".md"]
            .iter()
            .any(|ending| token.ends_with(ending))
        || before(text, at) == Some('_')
}
