//! A text as words for numbers, runs of digits, and everything else.

use basics::fold;

use super::words::{Word, glued, nearly, word};

/// Longest word read as a number.
const LONGEST: usize = 120;
/// Most signs between two parts of one number.
const GAP: usize = 6;

#[derive(Debug)]
pub enum Part {
    Word(Word),
    /// A word that may be meant for a digit, among others that are.
    Nearly(Word),
    /// Words written without gaps: their digits.
    Glued(Vec<u16>),
    /// Digits: how many, and whether the first is zero.
    Digits(usize, bool),
    Other,
}

#[derive(Debug)]
pub struct Token {
    pub part: Part,
    pub start: usize,
    pub end: usize,
    /// Only spaces and a few signs stand between this and the one before.
    pub joined: bool,
    /// Among them is a comma or another stop, so that no compound goes on.
    pub stopped: bool,
    /// Among them is something found before, or the mask: what lies on its two sides is never one number.
    pub barred: bool,
}

pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut rest = text.char_indices().peekable();
    while let Some((start, first)) = rest.next() {
        let class = class(first);
        if class == Class::Gap {
            continue;
        }
        let mut end = start + first.len_utf8();
        while let Some((at, c)) = rest.next_if(|(_, c)| self::class(*c) == class) {
            end = at + c.len_utf8();
        }
        let before = tokens.last().map_or(0, |token| token.end);
        let (joined, stopped) = gap(&text[before..start]);
        let barred = text[before..start].contains(['\0', '…']);
        tokens.push(Token { part: part(&text[start..end], class), start, end, joined, stopped, barred });
    }
    tokens
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letters,
    Digits,
    Gap,
}

fn class(c: char) -> Class {
    if c.is_numeric() {
        Class::Digits
    } else if c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36F}') {
        Class::Letters
    } else {
        Class::Gap
    }
}

/// Whether a gap joins two parts of one number, and whether it ends a compound. Line ends and the mask do not join.
fn gap(between: &str) -> (bool, bool) {
    let joins = |c: char| c.is_whitespace() && c != '\n' || ",.-‐‑–—−/\\|()*_~:;'’\"·+\u{FE0F}\u{20E3}".contains(c);
    let stops = |c: char| !c.is_whitespace() && c != '-' && c != '‐' && c != '‑';
    (between.chars().all(joins) && between.chars().count() <= GAP, between.contains(stops))
}

fn part(text: &str, class: Class) -> Part {
    if class == Class::Digits {
        let zero = text.chars().next().and_then(|c| fold(c.encode_utf8(&mut [0; 4])).chars().next());
        return Part::Digits(text.chars().count(), zero.is_some_and(|c| c.to_digit(10) == Some(0) || "٠۰".contains(c)));
    }
    if text.len() > LONGEST {
        return Part::Other;
    }
    let folded = fold(text);
    if let Some(word) = word(&folded) {
        return Part::Word(word);
    }
    if (2..=4).contains(&folded.len()) && folded.bytes().all(|letter| letter == b'o') {
        return Part::Glued(vec![0; folded.len()]);
    }
    let digits = glued(&folded);
    if digits.len() >= 4 { Part::Glued(digits) } else { nearly(&folded).map_or(Part::Other, Part::Nearly) }
}
