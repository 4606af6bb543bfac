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

/// How far is looked back and on, in bytes.
const LOOK: usize = 240;

/// Compiles a pattern of this crate. Every pattern is compiled by the tests; failing open would publish details.
pub fn pattern(text: &str) -> Regex {
    match Regex::new(text) {
        Ok(pattern) => pattern,
        Err(error) => unreachable!("a pattern of this crate is wrong: {error}"),
    }
}

/// Adds each match: the group `it`, `or` or `also` when the pattern names one, else all of it.
pub fn gather(
    pattern: &Regex,
    kind: Kind,
    text: &str,
    found: &mut Vec<Detail>,
    accept: impl Fn(&str, usize, &Captures) -> bool,
) {
    let mut from = 0;
    while let Some(captures) = pattern.captures_at(text, from) {
        let named = ["it", "or", "also"].iter().find_map(|name| captures.name(name));
        let (Some(it), Some(whole)) = (named.or_else(|| captures.get(0)), captures.get(0)) else {
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

/// The end of what stands before a place: room for a few words, so that looking back takes the same time anywhere.
pub fn lead(text: &str, at: usize) -> &str {
    &text[edge(text, at.saturating_sub(LOOK))..at]
}

/// The next place at or after this one where a letter begins.
fn edge(text: &str, at: usize) -> usize {
    (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

/// Inside an address or a file's name, where digits are part of a path.
pub fn in_path(text: &str, at: usize) -> bool {
    let edge = |c: char| c.is_whitespace() || "()[]<>\"'\0".contains(c);
    let (back, on) = (lead(text, at), &text[at..self::edge(text, at + LOOK)]);
    let start = back.char_indices().rev().find(|(_, c)| edge(*c)).map_or(0, |(before, c)| before + c.len_utf8());
    let token = format!("{}{}", &back[start..], &on[..on.find(edge).unwrap_or(on.len())]);
    let token = token.trim_end_matches(['.', ',', ';']).to_lowercase();
    token.contains("://")
        || token.starts_with("www.")
        || [".jpg", ".jpeg", ".png", ".webp", ".gif", ".pdf", ".mp3", ".mp4", ".html", ".htm", ".md"]
            .iter()
            .any(|ending| token.ends_with(ending))
        || before(text, at) == Some('_')
}
