//! How many parts a text takes, and its cheaper spelling. Every part is paid for.

use super::alphabet;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alphabet {
    /// 160 units alone, 153 in each part of several.
    Gsm7,
    /// 70 units alone, 67 in each part of several.
    Ucs2,
}

impl Alphabet {
    fn room(self) -> (usize, usize) {
        match self {
            Self::Gsm7 => (160, 153),
            Self::Ucs2 => (70, 67),
        }
    }

    /// Units of one letter in this alphabet.
    fn units(self, letter: char) -> usize {
        match self {
            Self::Gsm7 => alphabet::units(letter).unwrap_or(1),
            Self::Ucs2 => letter.len_utf16(),
        }
    }
}

/// What sending a text takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    pub alphabet: Alphabet,
    /// Septets or UTF-16 units.
    pub units: usize,
    /// How many SMS are paid for; 1 for an empty text.
    pub parts: usize,
}

/// Plans a text as it is.
pub fn plan(text: &str) -> Plan {
    let cheap = text.chars().all(|letter| alphabet::units(letter).is_some());
    let alphabet = if cheap { Alphabet::Gsm7 } else { Alphabet::Ucs2 };
    let units = text.chars().map(|letter| alphabet.units(letter)).sum();
    let (alone, together) = alphabet.room();
    let parts = if units <= alone { 1 } else { fill(text, alphabet, together) };
    Plan { alphabet, units, parts }
}

/// Parts of `room` units; a letter of two units is never torn.
fn fill(text: &str, alphabet: Alphabet, room: usize) -> usize {
    let (parts, _) = text.chars().map(|letter| alphabet.units(letter)).fold((1, 0), |(parts, used), units| {
        if used + units > room { (parts + 1, units) } else { (parts, used + units) }
    });
    parts
}

/// The text in the spelling that costs less: curly quotes straight, accents the alphabet lacks left away. A text that
/// would not become cheaper stays as it is.
pub fn spell(text: &str) -> String {
    let latin = alphabet::latin(text);
    let (now, then) = (plan(text), plan(&latin));
    let cheaper = then.alphabet == Alphabet::Gsm7 && then.parts <= now.parts;
    if cheaper { latin } else { text.to_owned() }
}
