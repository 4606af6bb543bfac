//! A spelling that would find something, when what was typed finds nothing.

use std::collections::HashMap;

use super::{
    expand::{Reach, expand, similar},
    find::whole_name,
    gather::all_words,
    question::{Question, Word},
};
use crate::index::{bits::Bits, fields::Tier, view::View};

/// Spellings tried for each word.
const TRIED: usize = 3;
const BUDGET: usize = 500_000;

/// The question with words of the dictionary in place of those it does not know, if something that the viewer may
/// find has them all.
pub fn better(view: &View, question: &Question, allowed: Option<&Bits>) -> tantivy::Result<Option<String>> {
    let tiers = view.fields.seen_by(question.filters.viewer);
    let mut choices = Vec::new();
    for word in &question.words {
        let known = !expand(view, tiers, word, &word.text, Reach::default())?.matches.is_empty();
        let mut spellings = if known { vec![word.text.clone()] } else { Vec::new() };
        spellings.extend(near(view, tiers, word)?);
        choices.push(spellings);
    }
    for place in 0..TRIED {
        let chosen: Option<Vec<&String>> =
            choices.iter().map(|spellings| spellings.get(place).or(spellings.first())).collect();
        let Some(chosen) = chosen else { return Ok(None) };
        let words: Vec<Word> = chosen.into_iter().map(|text| Word::new(text)).collect();
        if words.iter().zip(&question.words).any(|(new, typed)| new.text != typed.text)
            && finds(view, tiers, &words, allowed)?
        {
            return Ok(Some(words.into_iter().map(|word| word.text).collect::<Vec<_>>().join(" ")));
        }
    }
    Ok(None)
}

/// Whether something carries exactly these words. The dictionary alone would also name what was deleted.
fn finds(view: &View, tiers: &[Tier], words: &[Word], allowed: Option<&Bits>) -> tantivy::Result<bool> {
    let whole = whole_name(words);
    let meanings = words.iter().map(|word| expand(view, tiers, word, &whole, Reach::default()));
    let meanings: Vec<_> = meanings.collect::<tantivy::Result<_>>()?;
    Ok(!all_words(view, &meanings, allowed, BUDGET)?.docs.is_empty())
}

/// Words of the dictionary near this one: fewest edits first, then those of most documents.
fn near(view: &View, tiers: &[Tier], word: &Word) -> tantivy::Result<Vec<String>> {
    let edits = match word.text.chars().count() {
        0..2 => return Ok(Vec::new()),
        2..4 => 1,
        _ => 2,
    };
    let mut found: HashMap<String, u32> = HashMap::new();
    for part in &view.segments {
        for field in tiers.iter().flat_map(|tier| [tier.name, tier.text]) {
            let index = part.reader.inverted_index(field)?;
            for (term, info) in similar(index.terms(), field, &word.text, edits, false)? {
                *found.entry(term).or_default() += info.doc_freq;
            }
        }
    }
    let mut found: Vec<_> =
        found.into_iter().map(|(term, docs)| (strsim::osa_distance(&term, &word.text), docs, term)).collect();
    found.sort_unstable_by(|a, b| (a.0, b.1, &a.2).cmp(&(b.0, a.1, &b.2)));
    Ok(found.into_iter().map(|(.., term)| term).take(TRIED).collect())
}
