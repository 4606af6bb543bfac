//! The crafts most people have, as ways in.

use basics::Lang;
use plugs::{CardSource, Counts};

/// Chips on the home page.
const MOST: usize = 8;
/// Smaller counts could point at a person (product.md, *People*).
const LEAST: u64 = 3;

pub struct Craft {
    pub href: String,
    pub label: String,
    pub count: u64,
}

/// The most frequent crafts, most frequent first, named by the room that has them.
pub fn crafts(counts: &Counts, people: &dyn CardSource, lang: Lang) -> Vec<Craft> {
    let mut crafts: Vec<Craft> = counts
        .by_facet
        .iter()
        .filter(|(_, count)| **count >= LEAST)
        .filter_map(|(facet, count)| {
            let value = facet.strip_prefix("craft:")?;
            let label = people.facet_label(lang, facet)?;
            Some(Craft { href: web::link(lang, format_args!("/people?craft={value}")), label, count: *count })
        })
        .collect();
    crafts.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.label.cmp(&b.label)));
    crafts.truncate(MOST);
    crafts
}
