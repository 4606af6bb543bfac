//! Birth dates: a whole day after a word for birth. A year or a country alone is no finding.

use std::sync::LazyLock;

use regex::Regex;

use super::{date, gather, pattern};
use crate::find::{Detail, Kind};

const WORDS: &str = r"(?:born|came into the world|birth[ -]?days?|birth[ -]?date|date of birth|birth|d\.?o\.?b\.?|née?s?|nee? le|naissance|(?:mon|son|ton) anniversaire|alizaliwa|nilizaliwa|amezaliwa|aliyezaliwa|tulizaliwa|kuzaliwa|mzaliwa|anabadwa|kubadwa)";

static BIRTH: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"(?i)\b{WORDS}(?:[^\d\n.;\x00…]|\.\s?){{0,40}}?\b(?P<it>{})", date::day())));

pub fn find(text: &str, found: &mut Vec<Detail>) {
    gather(&BIRTH, Kind::BirthDate, text, found, |_, _, _| true);
}
