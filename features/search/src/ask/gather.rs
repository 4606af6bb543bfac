//! From posting lists to documents that match all words, or the most of them.

use tantivy::{DocSet, TERMINATED, schema::IndexRecordOption};

use super::expand::{Match, Meaning};
use crate::index::{bits::Bits, view::View};

/// A list this many times longer than the documents left is leapt through instead of read.
const LEAP: usize = 32;

/// The documents that match, in no order.
#[derive(Debug, Default)]
pub struct Gathered {
    pub docs: Vec<(u32, u16)>,
    /// There may be more: the budget was spent or rarer terms were left out.
    pub cut: bool,
}

struct Gather<'a> {
    view: &'a View,
    allowed: Option<&'a Bits>,
    /// For each document: the words it matches, one bit each, and what they are worth.
    words: Vec<u8>,
    worth: Vec<u16>,
    touched: Vec<u32>,
    /// Entries of posting lists that may still be read.
    budget: usize,
    cut: bool,
}

/// The documents that match every word. Reads at most `budget` entries, heaviest matches of the rarest words first.
pub fn all_words(
    view: &View,
    meanings: &[Meaning],
    allowed: Option<&Bits>,
    budget: usize,
) -> tantivy::Result<Gathered> {
    let mut gather = Gather::new(view, meanings, allowed, budget);
    let mut order: Vec<&Meaning> = meanings.iter().collect();
    order.sort_by_key(|meaning| meaning.documents());
    for (place, meaning) in order.iter().enumerate() {
        let (before, bit) = ((1 << place) - 1, 1 << place);
        gather.touched.sort_unstable();
        for found in &meaning.matches {
            if place == 0 {
                gather.first(found)?;
            } else if found.info.doc_freq as usize > gather.touched.len() * LEAP {
                gather.leap(found, before, bit)?;
            } else {
                gather.read(found, |words| words == before, bit)?;
            }
        }
        gather.keep(|words| words == before | bit);
    }
    Ok(gather.finish())
}

/// The documents that match the most words, when none matches all. At least one.
pub fn most_words(
    view: &View,
    meanings: &[Meaning],
    allowed: Option<&Bits>,
    budget: usize,
) -> tantivy::Result<Gathered> {
    let mut gather = Gather::new(view, meanings, allowed, budget);
    let mut order: Vec<&Meaning> = meanings.iter().collect();
    order.sort_by_key(|meaning| meaning.documents());
    for (place, meaning) in order.iter().enumerate() {
        for found in &meaning.matches {
            gather.read(found, |words| words & (1 << place) == 0, 1 << place)?;
        }
    }
    let most = gather.touched.iter().map(|doc| gather.words[*doc as usize].count_ones()).max().unwrap_or_default();
    gather.keep(|words| words.count_ones() == most);
    Ok(gather.finish())
}

impl<'a> Gather<'a> {
    fn new(view: &'a View, meanings: &[Meaning], allowed: Option<&'a Bits>, budget: usize) -> Self {
        let docs = view.docs as usize;
        let cut = meanings.iter().any(|meaning| meaning.cut);
        Self { view, allowed, words: vec![0; docs], worth: vec![0; docs], touched: Vec::new(), budget, cut }
    }

    fn first(&mut self, found: &Match) -> tantivy::Result<()> {
        self.read(found, |words| words == 0, 1)
    }

    /// Gives the bit to each document of the list whose words so far pass; the first, heaviest list counts.
    fn read(&mut self, found: &Match, passes: impl Fn(u8) -> bool, bit: u8) -> tantivy::Result<()> {
        if !self.spend(found.info.doc_freq as usize) {
            return Ok(());
        }
        let (view, allowed) = (self.view, self.allowed);
        view.each(found.segment, found.field, &found.info, |doc| {
            let words = &mut self.words[doc as usize];
            if passes(*words) && allowed.is_none_or(|allowed| allowed.contains(doc)) {
                if *words == 0 {
                    self.touched.push(doc);
                }
                *words |= bit;
                self.worth[doc as usize] += found.weight;
            }
        })
    }

    /// The same for few documents and a long list.
    fn leap(&mut self, found: &Match, before: u8, bit: u8) -> tantivy::Result<()> {
        if !self.spend(self.touched.len()) {
            return Ok(());
        }
        let part = &self.view.segments[found.segment];
        let index = part.reader.inverted_index(found.field)?;
        let mut postings = index.read_postings_from_terminfo(&found.info, IndexRecordOption::Basic)?;
        let start = self.touched.partition_point(|doc| *doc < part.base);
        let end = self.touched.partition_point(|doc| *doc < part.base + part.reader.max_doc());
        for doc in &self.touched[start..end] {
            let local = doc - part.base;
            if postings.doc() < local {
                postings.seek(local);
            }
            if postings.doc() == TERMINATED {
                break;
            }
            if postings.doc() == local && self.words[*doc as usize] == before {
                self.words[*doc as usize] |= bit;
                self.worth[*doc as usize] += found.weight;
            }
        }
        Ok(())
    }

    fn spend(&mut self, entries: usize) -> bool {
        let enough = self.budget > 0;
        self.budget = self.budget.saturating_sub(entries);
        self.cut |= !enough;
        enough
    }

    fn keep(&mut self, passes: impl Fn(u8) -> bool) {
        let words = &self.words;
        self.touched.retain(|doc| passes(words[*doc as usize]));
    }

    fn finish(self) -> Gathered {
        let worth = self.worth;
        let docs = self.touched.into_iter().map(|doc| (doc, worth[doc as usize])).collect();
        Gathered { docs, cut: self.cut }
    }
}
