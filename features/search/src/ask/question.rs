//! What was asked, folded and within limits.

use basics::{Lang, Viewer, fold, fold_name, limits};
use plugs::Query;

use crate::index::entry::cut;

/// Words that are looked for; those after are passed over.
const WORDS: usize = 8;
const LIMIT: usize = 200;
const OFFSET: usize = 10_000;

#[derive(Clone, Debug)]
pub struct Question {
    pub words: Vec<Word>,
    /// Something was typed, even if it holds no letter.
    pub typed: bool,
    pub filters: Filters,
    pub lang: Option<Lang>,
    pub limit: usize,
    pub offset: usize,
}

/// Which things count at all.
#[derive(Clone, Debug)]
pub struct Filters {
    pub viewer: Viewer,
    pub kinds: Vec<String>,
    pub facets: Vec<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    pub text: String,
    /// With l/r and u/w written alike.
    pub sound: String,
    pub last: bool,
}

impl Question {
    pub fn of(query: &Query<'_>) -> Self {
        Self {
            words: words(query.text),
            typed: !query.text.trim().is_empty(),
            filters: Filters::new(query.viewer, query.kinds, query.facets),
            lang: Some(query.lang),
            limit: query.limit.min(LIMIT),
            offset: query.offset.min(OFFSET),
        }
    }

    pub fn beginning(text: &str, viewer: Viewer, kinds: &[&str], limit: usize) -> Self {
        let filters = Filters::new(viewer, kinds, &[]);
        Self { words: words(text), typed: true, filters, lang: None, limit: limit.min(LIMIT), offset: 0 }
    }
}

impl Filters {
    /// Sorted, each once: the same filters in another order are the same question.
    pub fn new(viewer: Viewer, kinds: &[&str], facets: &[String]) -> Self {
        let sorted = |mut list: Vec<String>| {
            list.sort_unstable();
            list.dedup();
            list
        };
        let kinds = sorted(kinds.iter().map(|kind| (*kind).to_owned()).collect());
        Self { viewer, kinds, facets: sorted(facets.iter().take(limits::FACETS).cloned().collect()) }
    }
}

/// The words of what was typed, each once, in order.
fn words(typed: &str) -> Vec<Word> {
    let typed: String = typed.chars().take(limits::QUERY).collect();
    let mut words: Vec<Word> = Vec::new();
    for text in cut(fold(&typed)).split(' ').filter(|text| !text.is_empty()) {
        if words.iter().all(|word| word.text != text) && words.len() < WORDS {
            words.push(Word::new(text));
        }
    }
    if let Some(last) = words.last_mut() {
        last.last = true;
    }
    words
}

impl Word {
    pub fn new(text: &str) -> Self {
        Self { text: text.to_owned(), sound: fold_name(text), last: false }
    }

    /// How many letters may be wrong: one from 4 letters, two from 8. Numbers are meant as typed.
    pub fn edits(&self) -> u8 {
        match self.text.chars().count() {
            _ if self.text.chars().all(char::is_numeric) => 0,
            0..4 => 0,
            4..8 => 1,
            _ => 2,
        }
    }

    /// Whether words that begin with this one are meant too.
    pub fn is_prefix(&self) -> bool {
        self.last || self.text.chars().count() >= 2
    }
}
