//! Numbers that count something or cost something.

use std::sync::LazyLock;

use regex::Regex;

use super::{lead, pattern};

static UNIT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\s*(?:%|people|persons?|residents?|refugees?|inhabitants|habitants|personnes|r[ée]fugi[ée]s|watu|wakimbizi|wakazi|kwacha|mwk|k\b|usd|dollars?|euros?|eur|€|\$|francs?|fcfa|fc\b|fbu|rwf|shillings?|shilingi|tsh|ksh|ugx|zar|rand|households|families|familles|m[ée]nages|km|metres|m[èe]tres|tonnes|kg|litres)",
    )
});
static PRICE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:[$€£¥]|\b(?:mwk|mk|usd|us|eur|gbp|aud|cad|zar|ksh|tsh|ugx|rwf|fbu|bif|cdf|fcfa|kwacha|francs?|shilingi|dola|dollars?))\s*$",
    )
});

/// Whether the number at `at` is a price or an amount, by the word before or after it.
pub fn is_amount(text: &str, at: usize, it: &str) -> bool {
    UNIT.is_match(&text[at + it.len()..]) || PRICE.is_match(lead(text, at))
}
