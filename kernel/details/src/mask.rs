//! Replaces personal details by a neutral mark.

use crate::find::{Detail, find};

/// What stands in public where a personal detail was.
pub const MASK: &str = "[…]";

/// The text with each detail replaced by [`MASK`], and the details with their places in the given text.
pub fn mask(text: &str) -> (String, Vec<Detail>) {
    let details = find(text);
    let mut masked = String::with_capacity(text.len());
    let mut at = 0;
    for detail in &details {
        masked.push_str(&text[at..detail.start]);
        masked.push_str(MASK);
        at = detail.end;
    }
    masked.push_str(&text[at..]);
    (masked, details)
}
