//! How many things carry each facet, among those that pass the filters.

use plugs::Counts;
use tantivy::columnar::StrColumn;

use super::{filter, question::Filters};
use crate::index::{bits::Bits, fields::Tier, view::View};

/// So many things or fewer are named one by one.
const FEW: usize = 400;
/// A set this many times smaller than the index is looked at document by document.
const SMALL: usize = 8;

pub fn count(view: &View, filters: &Filters) -> tantivy::Result<Counts> {
    let allowed = filter::allowed(view, filters)?;
    let allowed = allowed.as_ref().as_ref();
    let total = allowed.map_or(view.docs as usize, Bits::count);
    let mut counts = Counts { total: total as u64, ..Counts::default() };
    for (nth, tier) in view.fields.seen_by(filters.viewer).iter().enumerate() {
        for (segment, part) in view.segments.iter().enumerate() {
            match (allowed, &part.facets[nth]) {
                (Some(allowed), Some(facets)) if total * SMALL < view.docs as usize => {
                    let docs = allowed.range(part.base..part.base + part.reader.max_doc());
                    by_document(facets, docs.map(|doc| doc - part.base), &mut counts)?;
                }
                _ => by_facet(view, segment, tier, allowed, &mut counts)?,
            }
        }
    }
    if let Some(allowed) = allowed.filter(|_| total <= FEW) {
        counts.few = Some(allowed.iter().map(|doc| view.id(doc)).collect::<tantivy::Result<_>>()?);
    }
    Ok(counts)
}

/// Asks each document what it carries.
fn by_document(facets: &StrColumn, docs: impl Iterator<Item = u32>, counts: &mut Counts) -> tantivy::Result<()> {
    let mut carriers = vec![0; facets.num_terms()];
    for facet in docs.flat_map(|doc| facets.term_ords(doc)) {
        carriers[facet as usize] += 1;
    }
    let (carried, mut carriers): (Vec<u64>, Vec<u64>) =
        (0..).zip(carriers).filter(|(_, carriers)| *carriers > 0).unzip();
    let mut carriers = carriers.drain(..);
    facets.dictionary().sorted_ords_to_term_cb(&carried, |facet| {
        add(counts, facet, carriers.next().unwrap_or_default());
    })?;
    Ok(())
}

/// Asks for each facet which documents carry it.
fn by_facet(
    view: &View,
    segment: usize,
    tier: &Tier,
    allowed: Option<&Bits>,
    counts: &mut Counts,
) -> tantivy::Result<()> {
    let index = view.segments[segment].reader.inverted_index(tier.facet)?;
    let mut terms = index.terms().stream()?;
    while let Some((facet, info)) = terms.next() {
        let mut carriers = u64::from(info.doc_freq);
        if let Some(allowed) = allowed {
            carriers = 0;
            view.each(segment, tier.facet, info, |doc| carriers += u64::from(allowed.contains(doc)))?;
        }
        if carriers > 0 {
            add(counts, facet, carriers);
        }
    }
    Ok(())
}

fn add(counts: &mut Counts, facet: &[u8], carriers: u64) {
    *counts.by_facet.entry(String::from_utf8_lossy(facet).into_owned()).or_default() += carriers;
}
