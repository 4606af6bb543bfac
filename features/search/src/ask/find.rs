//! Answers to a search and to a name being typed.

use plugs::{Found, Hit};

use super::{
    expand::{Meaning, Reach, expand},
    filter,
    gather::{Gathered, all_words, most_words},
    question::{Question, Word},
    rank::best,
    spelling,
};
use crate::index::{bits::Bits, entry::whole, view::View};

/// With fewer results, similar spellings are looked for too.
const FEW: usize = 8;
/// What matches as typed comes before what is only similar, whatever each word is worth.
const AS_TYPED: u16 = 20_000;
/// Entries of posting lists read for one answer.
const BUDGET: usize = 2_000_000;
const SUGGEST_BUDGET: usize = 200_000;

/// The things that match a question.
pub fn find(view: &View, question: &Question) -> tantivy::Result<Found> {
    let allowed = filter::allowed(view, &question.filters)?;
    let allowed = allowed.as_ref().as_ref();
    if !question.typed {
        return everything(view, question, allowed);
    }
    let (mut gathered, as_typed) = matching(view, question, allowed, false, BUDGET)?;
    let mut partial = false;
    let mut did_you_mean = None;
    if gathered.docs.is_empty() && !question.words.is_empty() {
        did_you_mean = spelling::better(view, question, allowed)?;
        if question.words.len() > 1 {
            gathered = most_words(view, &meanings(view, question, TYPED)?, allowed, BUDGET)?;
            partial = !gathered.docs.is_empty();
        }
    }
    let hits = page(view, question, &gathered)?;
    Ok(Found { hits, total: gathered.docs.len(), as_typed, at_least: gathered.cut, partial, did_you_mean })
}

/// Things whose names begin like what is being typed.
pub fn suggest(view: &View, question: &Question) -> tantivy::Result<Vec<Hit>> {
    let allowed = filter::allowed(view, &question.filters)?;
    let (gathered, _) = matching(view, question, allowed.as_ref().as_ref(), true, SUGGEST_BUDGET)?;
    page(view, question, &gathered)
}

const TYPED: Reach = Reach { prefixes: true, typos: false, names_only: false };

/// As typed, and how many those are; when they are few, similar spellings after them.
fn matching(
    view: &View,
    question: &Question,
    allowed: Option<&Bits>,
    names_only: bool,
    budget: usize,
) -> tantivy::Result<(Gathered, usize)> {
    if question.words.is_empty() {
        return Ok((Gathered::default(), 0));
    }
    let typed = Reach { names_only, ..TYPED };
    let exact = all_words(view, &meanings(view, question, typed)?, allowed, budget)?;
    let as_typed = exact.docs.len();
    if as_typed >= FEW || question.words.iter().all(|word| word.edits() == 0) {
        return Ok((exact, as_typed));
    }
    let mut wider = all_words(view, &meanings(view, question, Reach { typos: true, ..typed })?, allowed, budget)?;
    for (_, worth) in wider.docs.iter_mut().filter(|(doc, _)| exact.docs.iter().any(|(known, _)| known == doc)) {
        *worth = worth.saturating_add(AS_TYPED);
    }
    Ok((wider, as_typed))
}

fn meanings(view: &View, question: &Question, reach: Reach) -> tantivy::Result<Vec<Meaning>> {
    let tiers = view.fields.seen_by(question.filters.viewer);
    let whole = whole_name(&question.words);
    question.words.iter().map(|word| expand(view, tiers, word, &whole, reach)).collect()
}

pub fn whole_name(words: &[Word]) -> String {
    let words: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
    whole(&words.join(" "))
}

fn everything(view: &View, question: &Question, allowed: Option<&Bits>) -> tantivy::Result<Found> {
    let (total, docs): (usize, Box<dyn Iterator<Item = u32> + '_>) = match allowed {
        Some(allowed) => (allowed.count(), Box::new(allowed.iter())),
        None => (view.docs as usize, Box::new(0..view.docs)),
    };
    let found = best(view, docs.map(|doc| (doc, 0)), question.lang, question.offset, question.limit);
    Ok(Found { hits: hits(view, found)?, total, as_typed: total, ..Found::default() })
}

fn page(view: &View, question: &Question, gathered: &Gathered) -> tantivy::Result<Vec<Hit>> {
    hits(view, best(view, gathered.docs.iter().copied(), question.lang, question.offset, question.limit))
}

fn hits(view: &View, docs: Vec<(u32, u16)>) -> tantivy::Result<Vec<Hit>> {
    docs.into_iter().map(|(doc, worth)| view.hit(doc, f32::from(worth))).collect()
}
