//! Words that begin as typed: of the reader's language first, then known by another way of writing them, then what several
//! people here wrote.

use basics::{Lang, fold};

use super::{Family, added, all, built_in, own_code, word};

/// Words suggested at once.
const MOST: usize = 8;

/// `written`: words of this family that several people here use, by code, most used first.
pub(crate) fn suggest(lang: Lang, family: Family, typed: &str, written: &[&str]) -> Vec<String> {
    let typed = fold(typed);
    if typed.is_empty() {
        return Vec::new();
    }
    let added = added::known();
    let known = all(lang, family);
    let inner = format!(" {typed}");
    let begins = |label: &str| fold(label).starts_with(&typed) || fold(label).contains(&inner);
    let otherwise = |code: &str| {
        let mut languages = Lang::ALL.into_iter().filter_map(|lang| built_in::word(lang, family, code));
        languages.any(|label| fold(label).starts_with(&typed))
            || built_in::other(family, code).any(|way| way.starts_with(&typed))
            || added.begins(family, code, &typed)
    };
    let free = written.iter().filter(|code| {
        let fresh = !known.iter().any(|(known, _)| known == *code) && own_code(family, code) == **code;
        fresh && added.merged(family, code).is_none() && !added.is_hidden(family, code)
    });
    let mut found: Vec<String> = Vec::new();
    let first = known.iter().filter(|(_, label)| fold(label).starts_with(&typed)).map(|(_, label)| label.clone());
    let inside = known.iter().filter(|(_, label)| begins(label)).map(|(_, label)| label.clone());
    let other = known.iter().filter(|(code, _)| otherwise(code)).map(|(_, label)| label.clone());
    let free = free.map(|code| word(lang, family, code)).filter(|label| begins(label));
    for label in first.chain(inside).chain(other).chain(free) {
        if !found.contains(&label) {
            found.push(label);
        }
        if found.len() == MOST {
            break;
        }
    }
    found
}
