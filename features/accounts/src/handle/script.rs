//! Which characters a handle may hold, and whether they belong together.

use unicode_normalization::char::is_combining_mark;
use unicode_security::{GeneralSecurityProfile, MixedScript, general_security_profile::IdentifierType, skeleton};

use super::{Handle, HandleRefusal};

/// Marks that may stand on one letter: an open vowel with its tone needs one, a pointed Arabic letter two.
const MARKS: usize = 2;

/// Whether a character cannot be seen, or changes how its neighbours are: refused before anything is folded away.
pub(crate) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c.identifier_type(), None | Some(IdentifierType::Default_Ignorable))
        || skeleton(&c.to_string()).next().is_none()
}

/// Letters, digits, marks on letters, single separators between.
pub(super) fn check_characters(folded: &str) -> Result<(), HandleRefusal> {
    let (mut before, mut marks) = ('-', 0);
    for c in folded.chars() {
        if is_separator(c) {
            if is_separator(before) {
                return Err(HandleRefusal::Separators);
            }
        } else if is_combining_mark(c) {
            marks += 1;
            if is_separator(before) || before.is_numeric() || marks > MARKS || !is_used(c) {
                return Err(HandleRefusal::Character(c));
            }
            continue;
        } else if !c.is_alphanumeric() || !is_used(c) {
            return Err(HandleRefusal::Character(c));
        }
        (before, marks) = (c, 0);
    }
    if is_separator(before) && !folded.is_empty() { Err(HandleRefusal::Separators) } else { Ok(()) }
}

fn is_separator(c: char) -> bool {
    matches!(c, '-' | '.')
}

/// Letters that people write with today. `Limited_Use` is what Unicode calls N'Ko, Adlam, Tifinagh and Vai.
fn is_used(c: char) -> bool {
    c.identifier_allowed() || c.identifier_type() == Some(IdentifierType::Limited_Use)
}

/// Whether one script, or the scripts of one language (kana and kanji), holds every letter.
pub(super) fn is_one(folded: &str) -> bool {
    folded.is_single_script()
}

/// The same to the eye, in Latin letters; nothing when some letter has no Latin double.
pub(super) fn in_latin(folded: &str) -> Option<Handle> {
    let mut latin = String::with_capacity(folded.len());
    for c in folded.chars() {
        if c.is_ascii() {
            latin.push(c);
        } else {
            latin.extend(skeleton(c.encode_utf8(&mut [0; 4])));
        }
    }
    latin.is_ascii().then(|| Handle::parse(&latin).ok()).flatten()
}
