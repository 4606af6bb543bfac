//! How many things carry each facet, among those that pass the filters.

use plugs::Counts;
use tantivy::schema::Field;

use super::{filter, question::Filters};
use crate::index::{bits::Bits, view::View};

pub fn count(view: &View, filters: &Filters) -> tantivy::Result<Counts> {
    let allowed = filter::allowed(view, filters)?;
    let allowed = allowed.as_ref().as_ref();
    let total = allowed.map_or(u64::from(view.docs), |allowed| allowed.count() as u64);
    let mut counts = Counts { total, ..Counts::default() };
    for tier in view.fields.seen_by(filters.viewer) {
        for segment in 0..view.segments.len() {
            count_field(view, segment, tier.facet, allowed, &mut counts)?;
        }
    }
    Ok(counts)
}

fn count_field(
    view: &View,
    segment: usize,
    field: Field,
    allowed: Option<&Bits>,
    counts: &mut Counts,
) -> tantivy::Result<()> {
    let index = view.segments[segment].reader.inverted_index(field)?;
    let mut terms = index.terms().stream()?;
    while let Some((facet, info)) = terms.next() {
        let mut carriers = u64::from(info.doc_freq);
        if let Some(allowed) = allowed {
            carriers = 0;
            view.each(segment, field, info, |doc| carriers += u64::from(allowed.contains(doc)))?;
        }
        if carriers > 0 {
            *counts.by_facet.entry(String::from_utf8_lossy(facet).into_owned()).or_default() += carriers;
        }
    }
    Ok(())
}
