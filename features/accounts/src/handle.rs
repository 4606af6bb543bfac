//! What a person is called here: a handle in any script, and the key by which look-alikes are the same.

mod key;
mod reserved;
mod script;

use std::fmt;

use unicode_normalization::UnicodeNormalization;

pub use key::key_of;
pub(crate) use script::is_hidden;

const SHORTEST: usize = 2;
const LONGEST: usize = basics::limits::HANDLE;
/// Characters that are looked at before anything is made of them; one may unfold into eighteen.
const LONGEST_TYPED: usize = 4 * LONGEST;
/// So many digits could be somebody's telephone.
const MOST_DIGITS: usize = 6;

/// A handle that keeps every rule: 2 to 40 characters, letters and digits of one script in lower case, single `-` and
/// `.` between them. What two people may not share is [`Handle::key`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Handle(String);

/// Why something cannot be a handle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HandleRefusal {
    Empty,
    TooShort,
    TooLong,
    /// A character that no handle holds, or not in this place: spaces, signs, invisible and bidirectional ones.
    Character(char),
    /// `-` or `.` at an end, or two of them together.
    Separators,
    /// No letter at all, or so many digits that it may be a telephone number.
    Digits,
    /// Letters of several scripts; with what it looks like in Latin letters, if that is a handle.
    MixedScripts {
        suggestion: Option<Handle>,
    },
    /// A word the portal keeps for itself, or one that looks like it.
    Reserved,
}

impl Handle {
    /// Reads what somebody typed: outer spaces and one `@` in front are forgiven, case and width do not matter.
    ///
    /// # Errors
    /// The first rule it breaks. What is accepted is accepted again unchanged.
    pub fn parse(typed: &str) -> Result<Self, HandleRefusal> {
        let typed = strip(typed);
        if typed.chars().nth(LONGEST_TYPED).is_some() {
            return Err(HandleRefusal::TooLong);
        }
        if let Some(hidden) = typed.chars().find(|c| script::is_hidden(*c)) {
            return Err(HandleRefusal::Character(hidden));
        }
        let folded = fold(typed);
        script::check_characters(&folded)?;
        check_length(&folded)?;
        check_digits(&folded)?;
        if !script::is_one(&folded) {
            return Err(HandleRefusal::MixedScripts { suggestion: script::in_latin(&folded) });
        }
        if reserved::is_reserved(&folded) {
            return Err(HandleRefusal::Reserved);
        }
        Ok(Self(folded))
    }

    /// The handle as it is shown and put into addresses.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What makes a handle one of its kind: handles that the eye takes for each other share it (`m` and `rn`, `o` and
    /// `0`, `l`, `i` and `1`, with and without accents, Latin and Cyrillic). Never shown. It also finds somebody who
    /// mistypes their own.
    pub fn key(&self) -> String {
        key_of(&self.0)
    }

    /// The handle without a number at its end: `amina` for `amina-12`.
    pub fn base(&self) -> &str {
        base_of(&self.0)
    }

    /// The base with another number, cut where it would be too long: `amina-2`.
    pub fn with_number(&self, number: u32) -> Self {
        let ending = format!("-{number}");
        let room = LONGEST - ending.len().min(LONGEST);
        let base: String = self.base().chars().take(room).collect();
        Self(format!("{}{ending}", base.trim_end_matches(['-', '.'])))
    }
}

impl fmt::Display for Handle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn base_of(handle: &str) -> &str {
    match handle.rsplit_once('-') {
        Some((base, number)) if !base.is_empty() && number.bytes().all(|b| b.is_ascii_digit()) => base,
        _ => handle,
    }
}

fn strip(typed: &str) -> &str {
    let typed = typed.trim();
    typed.strip_prefix('@').unwrap_or(typed)
}

/// Compatibility forms and capitals away; the dot that a Turkish capital İ leaves on its i goes too.
fn fold(typed: &str) -> String {
    let lower: String = typed.nfkc().flat_map(char::to_lowercase).nfkc().collect();
    lower.replace("i\u{307}", "i").nfkc().collect()
}

fn check_length(folded: &str) -> Result<(), HandleRefusal> {
    match folded.chars().count() {
        0 => Err(HandleRefusal::Empty),
        count if count < SHORTEST => Err(HandleRefusal::TooShort),
        count if count > LONGEST => Err(HandleRefusal::TooLong),
        _ => Ok(()),
    }
}

fn check_digits(folded: &str) -> Result<(), HandleRefusal> {
    let digits = folded.chars().filter(|c| c.is_numeric()).count();
    let letters = folded.chars().any(char::is_alphabetic);
    if letters && digits <= MOST_DIGITS { Ok(()) } else { Err(HandleRefusal::Digits) }
}
