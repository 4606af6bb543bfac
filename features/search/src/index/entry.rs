//! A document as it is written into the index.

use std::collections::HashSet;

use basics::{Lang, fold, fold_name};
use plugs::SearchDoc;
use tantivy::{TantivyDocument, Term};
use uuid::Uuid;

use super::fields::Fields;

/// Longer words are cut, in the index and in queries alike. In characters.
const WORD: usize = 40;

/// The term by which what stood for this subject is deleted.
pub fn key(fields: &Fields, topic: &str, id: &str) -> Term {
    Term::from_field_u64(fields.key, hash(&[topic, id]))
}

/// The document for the index; `None` when no indexed audience may find it.
pub fn entry(fields: &Fields, topic: &str, doc: &SearchDoc) -> Option<TantivyDocument> {
    let everything = doc.names.iter().chain(&doc.texts).chain(&doc.facets);
    let widest = everything.map(|(audience, _)| *audience).max()?;
    fields.tiers.iter().find(|tier| tier.audience == widest)?;
    let mut entry = TantivyDocument::default();
    entry.add_u64(fields.key, hash(&[topic, &doc.id]));
    entry.add_text(fields.kind, doc.kind);
    entry.add_text(fields.id, &doc.id);
    entry.add_text(fields.seen, widest.code());
    let (order, rest) = halves(&doc.id);
    entry.add_u64(fields.order, order);
    entry.add_u64(fields.rest, rest);
    entry.add_u64(fields.lang, lang_number(doc.lang));
    add_words(fields, doc, &mut entry);
    add_facets(fields, doc, &mut entry);
    Some(entry)
}

fn add_words(fields: &Fields, doc: &SearchDoc, entry: &mut TantivyDocument) {
    for tier in &fields.tiers {
        for (_, name) in doc.names.iter().filter(|(audience, _)| *audience == tier.audience) {
            let folded = cut(fold(name));
            entry.add_text(tier.sound, fold_name(&folded));
            entry.add_text(tier.whole, whole(&folded));
            entry.add_text(tier.name, folded);
        }
        for (_, text) in doc.texts.iter().filter(|(audience, _)| *audience == tier.audience) {
            entry.add_text(tier.text, cut(fold(text)));
        }
    }
}

/// Each facet once, where it reaches furthest: counts over several audiences then add up.
fn add_facets(fields: &Fields, doc: &SearchDoc, entry: &mut TantivyDocument) {
    let mut known = HashSet::new();
    for tier in &fields.tiers {
        for (_, facet) in doc.facets.iter().filter(|(audience, _)| *audience == tier.audience) {
            if known.insert(facet) {
                entry.add_text(tier.facet, facet);
            }
        }
    }
}

/// The words of a folded text in an order of their own, each once: what an exact name is compared by.
pub fn whole(folded: &str) -> String {
    let mut words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.dedup();
    words.join(" ")
}

/// A folded text with every word within the length that is indexed.
pub fn cut(folded: String) -> String {
    if folded.split(' ').all(|word| word.len() <= WORD) {
        return folded;
    }
    let words = folded.split(' ').map(|word| word.chars().take(WORD).collect::<String>());
    words.collect::<Vec<_>>().join(" ")
}

pub fn lang_number(lang: Option<Lang>) -> u64 {
    lang.and_then(|lang| Lang::ALL.iter().position(|known| *known == lang)).map_or(0, |place| place as u64 + 1)
}

/// The halves of a UUIDv7: it begins with the moment, so that newer things come first. Anything else keeps an arbitrary,
/// steady place.
fn halves(id: &str) -> (u64, u64) {
    Uuid::try_parse(id).map_or_else(|_| (hash(&[id]), 0), |id| id.as_u64_pair())
}

/// 64 bits suffice: among a million things two share a key once in forty million indexes.
fn hash(parts: &[&str]) -> u64 {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        hasher.update(part.as_bytes()).update(&[0]);
    }
    let mut eight = [0; 8];
    eight.copy_from_slice(&hasher.finalize().as_bytes()[..8]);
    u64::from_le_bytes(eight)
}
