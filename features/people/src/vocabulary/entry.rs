//! What somebody enters into a list of words, and what of it may be kept.

use basics::slug;

use super::{Family, added, code, own_code};
use crate::Text;

/// Words in one list, and characters in one word.
pub const WORDS: usize = 30;
pub const WORD: usize = 60;
/// What separates words that are typed into one box.
const BETWEEN: [char; 6] = [',', ';', '\n', '\r', '،', '፣'];

/// A list of words as entered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entered {
    /// What is kept: codes of known words, other words as typed; none twice, in the order of the form.
    pub words: Vec<String>,
    pub refused: Vec<Refused>,
}

/// Why a word is not kept.
#[derive(Clone, Debug, PartialEq)]
pub enum Refused {
    TooLong(String),
    TooMany,
    /// A phone number, an address, a name at another service.
    PersonalDetail(String),
    /// Stewards decided that nobody is to read it.
    NotHere(String),
}

/// Reads the fields of a [`super::WordField`] out of a form: boxes ticked (`skill`) and words typed (`skill_more`).
pub fn from_form(family: Family, form: &[(String, String)]) -> Entered {
    let more = format!("{}_more", family.code());
    let fields = form.iter().filter(|(name, _)| name == family.code() || *name == more);
    let mut entered = Entered::default();
    for written in fields.flat_map(|(_, value)| value.split(BETWEEN)) {
        entered.add(family, written);
    }
    entered
}

impl Entered {
    fn add(&mut self, family: Family, written: &str) {
        let written = clean(written);
        if slug(&written).is_empty() {
            return;
        }
        let means = code(family, &written);
        if self.words.iter().any(|known| code(family, known) == means) {
            return;
        }
        match refusal(family, &written, &means) {
            Some(refused) => self.refused.push(refused),
            None if self.words.len() < WORDS => self.words.push(kept(family, written)),
            None if self.refused.contains(&Refused::TooMany) => {}
            None => self.refused.push(Refused::TooMany),
        }
    }
}

fn refusal(family: Family, written: &str, means: &str) -> Option<Refused> {
    if written.chars().count() > WORD {
        Some(Refused::TooLong(written.chars().take(WORD).collect()))
    } else if !details::find(written).is_empty() {
        Some(Refused::PersonalDetail(written.to_owned()))
    } else if added::known().is_hidden(family, means) {
        Some(Refused::NotHere(written.to_owned()))
    } else {
        None
    }
}

/// A known word is kept as its code, so that every reader has it in their language.
fn kept(family: Family, written: String) -> String {
    let own = own_code(family, &written);
    if own == slug(&written) && super::built_in::code_of(family, &written).is_none() {
        written
    } else {
        own.into_owned()
    }
}

/// Without what nobody sees: control characters, marks of direction, spaces of no width.
fn clean(written: &str) -> String {
    let seen = |c: &char| !matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}');
    let visible: String = written.chars().filter(seen).map(|c| if c.is_control() { ' ' } else { c }).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Refused {
    /// What to do about it, in the reader's words.
    pub fn words(&self, t: Text) -> String {
        match self {
            Self::TooLong(word) => t.word_too_long(word, WORD.to_string()),
            Self::TooMany => t.word_too_many(WORDS),
            Self::PersonalDetail(word) => t.word_detail(word),
            Self::NotHere(word) => t.word_not_here(word),
        }
    }
}
