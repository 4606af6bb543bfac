//! Birth dates: a whole day after a word for birth. A year or a country alone is no finding.

use std::sync::LazyLock;

use regex::Regex;

use super::{date, gather, pattern};
use crate::find::{Detail, Kind};

const WORDS: &str = r"(?:born|came into the world|turn(?:s|ed|ing)? \d{1,2}|(?:aura|aurai|fête|fêtera) (?:ses )?\d{1,2} ans|(?:ai|a|avons|ont) eu (?:ses |mes )?\d{1,2} ans|\p{L}{0,6}timiz[ae] miaka \d{1,2}|birth[ -]?days?|b[ -]?day|anniv\b|venue?s? au monde|vu le jour|(?:f[êe]te|f[êe]terai|f[êe]tera) (?:mes|ses) \d{1,2} ans|came (?:in)?to th(?:e|is) world|mzaliwa wa|b\.|birth[ -]?date|date of birth|birth|d\.?o\.?b\.?|ddn|née?s?|nee? le|naiss(?:ance|\.)|anniversaire\s*:|anniversaire d(?:e (?:mon|ma|notre|nos|mes|son|sa)|u bébé)|(?:mon|son|ton) anniversaire|(?:a|ni|tu|wa|ame|nime|aliye|niliye|ali|nili|tuli|wali|ku|m)zaliwa|anabadwa|kubadwa)";

static BIRTH: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"(?i)\b{WORDS}(?:[^\d\n.;\x00…]|\.\s?){{0,40}}?\b(?P<it>{})", date::day())));

/// The day before the word: `2018-07-19 as the date of birth`.
static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?P<it>{})[^\d\n.;\x00…]{{1,25}}?\b(?:date of birth|d\.?o\.?b\b|(?:my|his|her|their) birthday|date de naissance|(?:mon|son) anniversaire|tarehe (?:yangu |yake )?ya kuzaliwa|siku (?:yangu|yake) ya kuzaliwa|(?:ni)?nilizaliwa|alizaliwa)",
        date::day()
    ))
});

pub fn find(text: &str, found: &mut Vec<Detail>) {
    gather(&BIRTH, Kind::BirthDate, text, found, |_, _, _| true);
    gather(&BEFORE, Kind::BirthDate, text, found, |_, _, _| true);
}
