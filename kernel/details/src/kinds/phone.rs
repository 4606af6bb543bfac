//! Telephone numbers in digits.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::amount::is_amount;
use super::{GAP, NEAR, date, digits, gather, in_path, lead, pattern};
use crate::find::{Detail, Kind};

/// Country codes seen here, written without `+`.
const CODES: &str = "26[0-9]|25[0-9]|24[0-9]|23[0-9]|27|61|64|44|33|32|31|49|46|47|45|41|39|34|90|91|971|966|965";

/// What may stand between digits that somebody hides.
const WIDE: &str =
    r#"[ \t\u{A0}\u{2000}-\u{200D}\u{202F}\u{2060}\u{FEFF}().\-‐‑‒–—−/·*_,\\|~'’;+=#\[\]{}<>"!?&^%:\p{So}]"#;

const WORDS: &str = r"(?:tele?phone?s?|t[ée]l[ée]phones?|phones?|tel|t[ée]l|mobiles?|cell?|cellphone|cellulaire|portable|contacts?|contactez|call|calling|ring|dial|sms|text me|whats?app|imo|viber|signal|telegram|number is|my number|hotline|num[ée]ro|appell?e[rz]?|joindre|joignable|simu|nambari|namba|piga|pigia|nipigie|tupigie|mawasiliano|wasiliana|bujumbura|buja|gitega|burundi)";

static PLUS: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"[+＋]{GAP}?\(?\d(?:{GAP}{{0,4}}\d){{6,14}}")));
static DOUBLE_ZERO: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"\b00{GAP}?[1-9](?:{GAP}{{0,4}}\d){{7,13}}\b")));
static ZERO: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"(?:\(0\d{{0,4}}\)|\b0){GAP}{{0,3}}[1-9](?:{GAP}{{0,3}}\d){{5,10}}\b")));
/// Between the digits anything that is no letter, and `O` for zero: `0*9*9*1…`, `0️⃣9️⃣…`, `O991 OOO…`.
static HIDDEN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?:^|[^\p{{L}}\p{{N}}])(?P<it>[0oO０٠۰]{WIDE}{{0,4}}[1-9oO１-９١-٩۱-۹](?:{WIDE}{{0,4}}[\doO]){{6,10}}[\u{{FE0F}}\u{{20E3}}]*)(?:[^\p{{L}}\p{{N}}]|$)"
    ))
});
/// Over several lines: `0991`, `000`, `001`.
static LINES: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:\+\d{1,3}|\b00[1-9]\d{0,2}|\b0[ .\-]?[1-9])(?:[ .\-]{0,2}\n?[ \-]?\d){7,11}\b"));
static BROKEN: LazyLock<Regex> = LazyLock::new(|| pattern(r"\d[ .\-]*\n[ .\-]*\d"));
/// A prefix, and the rest a few words on.
static SPLIT: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b0[1789]\d{1,3}\b[^\d\n\x00…]{1,40}\b\d{2,6}\b(?:[^\d\n\x00…]{1,25}\b\d{2,6}\b){0,2}"));
/// Between letters: `0991000001whatsapp`, `0a9b9c1d…`.
static STUCK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?P<also>0(?:\p{L}\d){9})\b|(?:\p{L}(?P<it>0[1789]\d{8}|265\d{9})(?:\D|$)|(?:^|[^\p{N}])(?P<or>0[1789]\d{8}|\+?265\d{9})\p{L})",
    )
});
static CODE: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"\(?\b(?:{CODES})\)?(?:{GAP}{{0,3}}\d){{8,10}}\b")));
static GROUPS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:\b1[ .\-])?(?:\(\d{3}\) ?|\b\d{3}[ .\-‑–])\d{3}[ .\-‑–]\d{4}\b|\b\d{3}[ .\-‑–]\d{2}[ .\-‑–]\d{2}[ .\-‑–]\d{2,3}\b",
    )
});
static LOCAL: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"\b[789]\d(?:{GAP}?\d){{7}}\b")));
static LONG: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b\d{10,12}\b"));
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(r"(?i)\b{WORDS}(?:\b{NEAR}{{0,25}}?)?(?P<it>\+?\(?\d(?:{GAP}{{0,3}}\d){{5,14}})\b"))
});
/// Groups of digits that are no thousands: `1234 000 567`.
static MANY: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b\d{1,6}(?:[ \-]\d{1,6}){1,5}\b"));
static LINK: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\b(?:tel|sms|callto):(?://)?\+?[\d().\- %]{5,}\d"));
static BOOK: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)(?:\b(?:isbn|issn|doi|orcid)(?:[- ]?1[03])?\s*[:#]?\s*)$"));

pub fn find(text: &str, found: &mut Vec<Detail>) {
    if !text.contains(char::is_numeric) {
        return;
    }
    gather(&LINK, Kind::Phone, text, found, |_, _, _| true);
    gather(&PLUS, Kind::Phone, text, found, |_, _, _| true);
    gather(&DOUBLE_ZERO, Kind::Phone, text, found, |it, at, _| alone(text, at, it));
    gather(&ZERO, Kind::Phone, text, found, |it, at, _| alone(text, at, it) && !date::is_time(it));
    gather(&HIDDEN, Kind::Phone, text, found, |it, at, _| is_hidden(text, at, it));
    if BROKEN.is_match(text) {
        gather(&LINES, Kind::Phone, text, found, |it, at, _| {
            it.contains('\n') && (9..=13).contains(&digits(it)) && alone(text, at, it) && !date::is_time(it)
        });
    }
    gather(&STUCK, Kind::Phone, text, found, |_, at, _| !in_path(text, at));
    split(text, found);
    gather(&GROUPS, Kind::Phone, text, found, |it, at, _| unitless(text, at, it) && !in_path(text, at));
    gather(&MANY, Kind::Phone, text, found, |it, at, _| {
        (9..=16).contains(&digits(it)) && uneven(it) && unitless(text, at, it) && !in_path(text, at)
    });
    for shape in [&*CODE, &*LOCAL, &*LONG] {
        gather(shape, Kind::Phone, text, found, |it, at, _| unitless(text, at, it) && !in_path(text, at));
    }
    gather(&NAMED, Kind::Phone, text, found, |it, at, _: &Captures| unitless(text, at, it) && !is_decimal(it));
}

/// Nine to twelve digits, most of them digits indeed, and no list of numbers.
fn is_hidden(text: &str, at: usize, it: &str) -> bool {
    let zeros = it.chars().filter(|c| matches!(c, 'o' | 'O')).count();
    let next = text[at + it.len()..].chars().next();
    let whole = !next.is_some_and(char::is_alphanumeric) && (9..=12).contains(&(digits(it) + zeros));
    whole && digits(it) >= 4 && !is_list(it) && alone(text, at, it) && !date::is_time(it) && !in_path(text, at)
}

/// Small numbers one after the other, with commas, colons or equals signs.
fn is_list(it: &str) -> bool {
    let small = |sign: &str, least: usize| it.contains(sign) && it.split(sign).any(|part| digits(part) < least);
    small(", ", 2) || small(":", 3) || small("=", 3)
}

/// The digits of a number told in two or three pieces; the words between them stay.
fn split(text: &str, found: &mut Vec<Detail>) {
    for whole in SPLIT.find_iter(text) {
        if digits(whole.as_str()) != 10 || !alone(text, whole.start(), whole.as_str()) {
            continue;
        }
        let pieces = whole.as_str().split(|c: char| !c.is_ascii_digit()).filter(|piece| !piece.is_empty());
        found.extend(pieces.map(|piece| {
            let start = piece.as_ptr() as usize - text.as_ptr() as usize;
            Detail { kind: Kind::Phone, start, end: start + piece.len() }
        }));
    }
}

/// Groups of different lengths, the first longer than a thousands' group would be, or one of three within; no years.
fn uneven(it: &str) -> bool {
    let lengths: Vec<usize> = it.split([' ', '-']).map(str::len).collect();
    let thousands = lengths[0] <= 3 && lengths[1..].iter().all(|length| *length == 3);
    let same = lengths.iter().all(|length| *length == lengths[0]);
    !thousands && !same && lengths.iter().any(|length| *length >= 3)
}

/// Three digits, a point, three digits.
fn is_decimal(it: &str) -> bool {
    it.split_once(['.', ',']).is_some_and(|(whole, part)| {
        [whole, part].iter().all(|half| half.len() <= 3 && half.bytes().all(|b| b.is_ascii_digit()))
    })
}

/// Not the tail of a longer number, a decimal or a book's number.
fn alone(text: &str, at: usize, it: &str) -> bool {
    let mut back = text[..at].chars().rev();
    let tail = match (back.next(), back.next()) {
        (Some('.' | ',' | '/' | ':' | '-' | '_'), Some(digit)) => digit.is_numeric(),
        (Some(first), _) => first.is_numeric() || first == '_',
        _ => false,
    };
    let bits = digits(it) == 8 && it.bytes().all(|b| matches!(b, b'0' | b'1'));
    let decimal = digits(it) < 9 && it.strip_prefix("0.").is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()));
    !tail && !bits && !decimal && !BOOK.is_match(lead(text, at))
}

/// A number that is no price, amount, day, year or book.
fn unitless(text: &str, at: usize, it: &str) -> bool {
    let count = digits(it);
    let grouped =
        text[at + it.len()..].strip_prefix(',').is_some_and(|rest| rest.starts_with(|c: char| c.is_numeric()));
    (6..=15).contains(&count) && alone(text, at, it) && !grouped && !date::is_time(it) && !is_amount(text, at, it)
}
