//! The words profiles are made of: crafts, skills, languages, what people are open to, relations. A known word is kept as
//! its code and shown in the reader's language; a free one is kept as typed and shown so. What stewards make of free
//! words (`added`) counts as if it had been known all along, and nobody's profile is rewritten for it.

pub mod added;
mod built_in;
mod decide;
mod entry;
mod family;
pub mod field;
mod mentioned;
mod suggest;

use std::borrow::Cow;

use basics::{Lang, fold, slug};

use crate::{Fields, Text};

pub use added::Added;
pub use built_in::{COVERAGE, code_in};
pub use decide::{Decision, Refusal, Rewrite, decide, rewrite};
pub use entry::{Entered, Refused, WORD, WORDS, from_form};
pub use family::Family;
pub use field::WordField;
pub(crate) use mentioned::mentioned;
pub(crate) use suggest::suggest;

/// The text of a code of a fixed list (`relation`, `open`, `kind`, `level`, `role`) in the reader's words.
pub fn label(lang: Lang, family: &str, code: &str) -> Option<&'static str> {
    Text(lang).by_key(&format!("{family}_{}", code.replace('-', "_")))
}

/// A craft in the reader's words; a free craft as it was written.
pub fn craft_label(lang: Lang, written: &str) -> String {
    word(lang, Family::Craft, written)
}

/// A skill in the reader's words; a free skill as it was written.
pub fn skill_label(lang: Lang, written: &str) -> String {
    word(lang, Family::Skill, written)
}

/// A language in the reader's words; one we have no word for as it was written.
pub fn language_label(lang: Lang, written: &str) -> String {
    word(lang, Family::Language, written)
}

/// A word in the reader's language, by its code or by what somebody wrote.
pub fn word(lang: Lang, family: Family, written: &str) -> String {
    let added = added::known();
    let code = resolve(&added, family, written);
    match added.word(lang, family, &code).or_else(|| built_in::word(lang, family, &code)) {
        Some(named) => named.to_owned(),
        None if code == slug(written) => free_label(written),
        None => free_label(&code),
    }
}

/// A free word made readable: `pit-firing` → `Pit firing`. What is no code stays as typed.
pub fn free_label(written: &str) -> String {
    let mut letters = written.chars();
    let words =
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect::<String>());
    if slug(written) == written { words.replace('-', " ") } else { words }
}

/// The code of what somebody wrote in any of our languages: that of a known word or of the word it was merged into; a
/// new word becomes a code of its own.
pub fn code(family: Family, written: &str) -> String {
    resolve(&added::known(), family, written).into_owned()
}

/// [`code`] of a craft.
pub fn craft_code(written: &str) -> String {
    code(Family::Craft, written)
}

/// [`code`] before stewards' merges: for what looks those up itself.
pub(crate) fn own_code(family: Family, written: &str) -> Cow<'static, str> {
    built_in::code_of(family, written).map_or_else(|| slug(written).into(), Cow::Borrowed)
}

fn resolve<'a>(added: &'a Added, family: Family, written: &str) -> Cow<'a, str> {
    let own = own_code(family, written);
    added.merged(family, &own).map_or(own, Cow::Borrowed)
}

/// Every way in which a word of this code is said or written, in all languages: what it is found by.
pub(crate) fn ways(family: Family, written: &str) -> Vec<String> {
    let added = added::known();
    let code = resolve(&added, family, written);
    let built_in = Lang::ALL.into_iter().filter_map(|lang| built_in::word(lang, family, &code));
    let mut ways: Vec<String> = built_in.map(str::to_owned).collect();
    if ways.is_empty() {
        ways.push(free_label(&code));
    }
    ways.push(free_label(written));
    ways.extend(built_in::other(family, &code).map(str::to_owned));
    ways.extend(added.ways(family, &code).map(str::to_owned));
    ways.sort();
    ways.dedup();
    ways
}

/// Every craft we have a word for: its code and its word, in the order of the words.
pub fn crafts(lang: Lang) -> Vec<(String, String)> {
    all(lang, Family::Craft)
}

/// Every word of a family that can be chosen from a list: its code and its word, in the order of the words.
pub fn all(lang: Lang, family: Family) -> Vec<(String, String)> {
    let added = added::known();
    let codes = built_in::codes(family).into_iter().map(str::to_owned).chain(added.curated(family));
    let offered = codes.filter(|code| added.merged(family, code).is_none() && !added.is_hidden(family, code));
    let mut words: Vec<(String, String)> = offered.map(|code| (code.clone(), word(lang, family, &code))).collect();
    words.sort_by_cached_key(|(code, label)| (fold(label), code.clone()));
    words.dedup_by(|a, b| a.0 == b.0);
    words
}

/// Takes out words that stewards decided nobody is to read.
pub(crate) fn leave_out_hidden(fields: &mut Fields) {
    let added = added::known();
    let read = |family: Family, word: &str| !added.is_hidden(family, &resolve(&added, family, word));
    if let Some(crafts) = &mut fields.crafts {
        crafts.is.retain(|word| read(Family::Craft, word));
    }
    if let Some(skills) = &mut fields.skills {
        skills.is.retain(|word| read(Family::Skill, word));
    }
    if let Some(languages) = &mut fields.languages {
        languages.is.retain(|spoken| read(Family::Language, &spoken.code));
    }
}
