//! All findings of a text, in order and without overlaps.

use crate::kinds::{birth, email, handle, household, link, payment, phone, place, spoken, street};
use crate::plain::Plain;

/// What a personal detail is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    Phone,
    Email,
    Payment,
    BirthDate,
    /// Size of a family; case, ration and registration numbers.
    Household,
    /// House, block, zone, street address, coordinates.
    Place,
    /// A name or link at another service.
    Handle,
    /// Only of fields: nationality, ethnicity, religion, status, kin. There is no field for these.
    Sensitive,
}

/// One personal detail: `text[start..end]`, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Detail {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
}

/// Stands for what is already found while the rest is searched; no pattern reads across it or the mask.
const FOUND: u8 = 0;
const PASSES: usize = 8;

type Finder = fn(&str, &mut Vec<Detail>);

/// In order of weight: of two findings at one place the earlier kind stays.
const FINDERS: [Finder; 10] = [
    link::find,
    email::find,
    payment::find,
    household::find,
    birth::find,
    phone::find,
    place::find,
    street::find,
    spoken::find,
    handle::find,
];

/// The personal details of a text, by place, never overlapping. Masking them leaves none to be found.
pub fn find(text: &str) -> Vec<Detail> {
    let Plain { text: mut rest, places } = Plain::of(text);
    let mut details = Vec::new();
    for _ in 0..PASSES {
        let mut found = Vec::new();
        for finder in FINDERS {
            finder(&rest, &mut found);
        }
        let found: Vec<Detail> = merged(found).into_iter().map(|detail| widened(&rest, detail)).collect();
        if found.is_empty() {
            break;
        }
        rest = blanked(rest, &found);
        details.extend(found);
    }
    let typed = |detail: Detail| Detail { start: places.typed(detail.start), end: places.typed(detail.end), ..detail };
    merged(details.into_iter().map(typed).collect())
}

/// Joins what overlaps; the kind is that of the finding that came first in `details`.
fn merged(details: Vec<Detail>) -> Vec<Detail> {
    let mut ranked: Vec<(usize, Detail)> = details.into_iter().enumerate().collect();
    ranked.sort_by_key(|(_, detail)| (detail.start, detail.end));
    let mut kept: Vec<(usize, Detail)> = Vec::with_capacity(ranked.len());
    for (rank, detail) in ranked {
        match kept.last_mut() {
            Some((last_rank, last)) if detail.start < last.end => {
                last.end = last.end.max(detail.end);
                if rank < *last_rank {
                    (*last_rank, last.kind) = (rank, detail.kind);
                }
            }
            _ => kept.push((rank, detail)),
        }
    }
    kept.into_iter().map(|(_, detail)| detail).collect()
}

/// Takes the brackets of a Markdown link or autolink along, so that no link to the mask is left.
fn widened(text: &str, detail: Detail) -> Detail {
    let (before, after) = (&text[..detail.start], &text[detail.end..]);
    let link = before.ends_with("](") && after.starts_with(')');
    let auto = before.ends_with('<') && after.starts_with('>');
    if link || auto { Detail { start: detail.start - 1, end: detail.end + 1, ..detail } } else { detail }
}

fn blanked(text: String, found: &[Detail]) -> String {
    let mut bytes = text.into_bytes();
    for detail in found {
        bytes[detail.start..detail.end].fill(FOUND);
    }
    String::from_utf8(bytes).unwrap_or_default()
}
