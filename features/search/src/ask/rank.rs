//! The best of many documents, one page of them.

use std::{cmp::Reverse, collections::BinaryHeap};

use basics::Lang;

use crate::index::{entry::lang_number, view::View};

/// How a document compares: in the reader's language, matching better, newer, and then any steady order.
type Rank = (bool, u16, u64, u32);

/// Documents and what they are worth, best first: `limit` of them after the first `offset`.
pub fn best(
    view: &View,
    docs: impl Iterator<Item = (u32, u16)>,
    lang: Option<Lang>,
    offset: usize,
    limit: usize,
) -> Vec<(u32, u16)> {
    let wanted = offset + limit;
    let mut heap: BinaryHeap<Reverse<Rank>> = BinaryHeap::with_capacity(wanted + 1);
    let reader = lang.map(|lang| lang_number(Some(lang)));
    for (doc, worth) in docs {
        let full = heap.len() == wanted;
        // Most documents are decided without reading columns, or by one of them.
        let too_low = |highest: Rank| full && heap.peek().is_none_or(|Reverse(lowest)| highest <= *lowest);
        if too_low((true, worth, u64::MAX, u32::MAX)) {
            continue;
        }
        let order = view.order(doc);
        if too_low((true, worth, order, doc)) {
            continue;
        }
        let lang = view.lang(doc);
        let readable = lang == 0 || reader.is_none_or(|reader| reader == lang);
        heap.push(Reverse((readable, worth, order, doc)));
        if full {
            heap.pop();
        }
    }
    let sorted = heap.into_sorted_vec().into_iter();
    sorted.skip(offset).map(|Reverse((_, worth, _, doc))| (doc, worth)).collect()
}
