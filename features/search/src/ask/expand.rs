//! From a typed word to the terms of the dictionary that it may mean, each with its weight.

use std::io;

use tantivy::{Term, postings::TermInfo, query::FuzzyTermQuery, schema::Field, termdict::TermDictionary};

use super::question::Word;
use crate::index::{fields::Tier, view::View};

/// Terms a prefix may stand for in one segment; the rarer are left out.
const PREFIX_TERMS: usize = 256;
const TYPO_TERMS: usize = 128;
/// Terms looked at in the dictionary before the rest is left unread.
const READ: usize = 20_000;

/// What a match is worth. A word in a name is worth more than in a text, an exact one more than a similar one.
mod worth {
    pub const WHOLE_NAME: u16 = 4000;
    pub const NAME: [u16; 4] = [1000, 600, 200, 120];
    pub const SOUND: [u16; 4] = [900, 550, 200, 120];
    pub const TEXT: [u16; 4] = [500, 300, 100, 60];
}
/// Places in those lists.
const EXACT: usize = 0;
const PREFIX: usize = 1;
const TYPO: usize = 2;
const LOOSE: usize = 3;

/// How far a word may be stretched.
#[derive(Clone, Copy, Debug, Default)]
pub struct Reach {
    pub prefixes: bool,
    pub typos: bool,
    pub names_only: bool,
}

/// A posting list that counts as a match of the word.
#[derive(Clone, Debug)]
pub struct Match {
    pub weight: u16,
    pub segment: usize,
    pub field: Field,
    pub info: TermInfo,
}

/// What one word may mean.
#[derive(Clone, Debug, Default)]
pub struct Meaning {
    /// Heaviest first.
    pub matches: Vec<Match>,
    /// Some rarer terms were left out.
    pub cut: bool,
}

impl Meaning {
    /// An upper bound of the documents that match.
    pub fn documents(&self) -> usize {
        self.matches.iter().map(|found| found.info.doc_freq as usize).sum()
    }
}

/// Everything the word may mean in the fields of these tiers. `whole`: all words of the question as one name.
pub fn expand(view: &View, tiers: &[Tier], word: &Word, whole: &str, reach: Reach) -> tantivy::Result<Meaning> {
    let mut meaning = Meaning::default();
    for segment in 0..view.segments.len() {
        for tier in tiers {
            let mut search = Search { view, segment, word, reach, meaning: &mut meaning };
            search.exactly(tier.whole, whole, worth::WHOLE_NAME)?;
            search.field(tier.name, &word.text, worth::NAME, false)?;
            // Similar spellings are looked for in the sounds alone: they hold every name.
            search.field(tier.sound, &word.sound, worth::SOUND, true)?;
            if !reach.names_only {
                search.field(tier.text, &word.text, worth::TEXT, true)?;
            }
        }
    }
    meaning.matches.sort_by_key(|found| std::cmp::Reverse(found.weight));
    Ok(meaning)
}

struct Search<'a> {
    view: &'a View,
    segment: usize,
    word: &'a Word,
    reach: Reach,
    meaning: &'a mut Meaning,
}

impl Search<'_> {
    fn field(&mut self, field: Field, text: &str, worth: [u16; 4], similar: bool) -> tantivy::Result<()> {
        self.exactly(field, text, worth[EXACT])?;
        if self.reach.prefixes && self.word.is_prefix() {
            self.beginning(field, text, worth[PREFIX])?;
        }
        if self.reach.typos && similar && self.word.edits() > 0 {
            self.similar(field, text, worth)?;
        }
        Ok(())
    }

    fn exactly(&mut self, field: Field, text: &str, weight: u16) -> tantivy::Result<()> {
        let index = self.view.segments[self.segment].reader.inverted_index(field)?;
        if let Some(info) = index.terms().get(text)? {
            self.take(field, vec![(weight, info)], 1);
        }
        Ok(())
    }

    fn beginning(&mut self, field: Field, text: &str, weight: u16) -> tantivy::Result<()> {
        let index = self.view.segments[self.segment].reader.inverted_index(field)?;
        let found = beginning(index.terms(), text)?.into_iter().map(|info| (weight, info)).collect();
        self.take(field, found, PREFIX_TERMS);
        Ok(())
    }

    fn similar(&mut self, field: Field, text: &str, worth: [u16; 4]) -> tantivy::Result<()> {
        let index = self.view.segments[self.segment].reader.inverted_index(field)?;
        let edits = self.word.edits();
        let found = similar(index.terms(), field, text, edits, self.reach.prefixes && self.word.last)?;
        let weigh = |(term, info): (String, TermInfo)| {
            let near = strsim::osa_distance(&term, text) <= usize::from(edits);
            (worth[if near { TYPO } else { LOOSE }], info)
        };
        self.take(field, found.into_iter().map(weigh).collect(), TYPO_TERMS);
        Ok(())
    }

    /// Keeps the terms of most weight and most documents.
    fn take(&mut self, field: Field, mut found: Vec<(u16, TermInfo)>, at_most: usize) {
        if found.len() > at_most {
            self.meaning.cut = true;
            found.sort_unstable_by_key(|(weight, info)| std::cmp::Reverse((*weight, info.doc_freq)));
            found.truncate(at_most);
        }
        let segment = self.segment;
        self.meaning.matches.extend(found.into_iter().map(|(weight, info)| Match { weight, segment, field, info }));
    }
}

/// Terms that begin with the text and are longer.
fn beginning(terms: &TermDictionary, text: &str) -> io::Result<Vec<TermInfo>> {
    // No UTF-8 text holds this byte.
    let end = [text.as_bytes(), &[0xFF]].concat();
    let mut stream = terms.range().gt(text).lt(end).without_keys().into_stream()?;
    let mut found = Vec::new();
    while found.len() < READ && stream.advance() {
        found.push(stream.value().clone());
    }
    Ok(found)
}

/// Terms within `edits` of the text (a swap of neighbours is one), or of whose beginning the text is so near.
pub fn similar(
    terms: &TermDictionary,
    field: Field,
    text: &str,
    edits: u8,
    beginnings: bool,
) -> tantivy::Result<Vec<(String, TermInfo)>> {
    let term = Term::from_field_text(field, text);
    let query =
        if beginnings { FuzzyTermQuery::new_prefix(term, edits, true) } else { FuzzyTermQuery::new(term, edits, true) };
    let automaton = query.automaton()?;
    let mut stream = terms.search(&automaton).into_stream()?;
    let mut found = Vec::new();
    while found.len() < READ
        && let Some((term, info)) = stream.next()
    {
        if term != text.as_bytes() {
            found.push((String::from_utf8_lossy(term).into_owned(), info.clone()));
        }
    }
    Ok(found)
}
