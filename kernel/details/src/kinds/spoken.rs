//! Numbers spelled out in words: seven digits or more, in English, French or Kiswahili.

use std::sync::LazyLock;

use regex::Regex;

use super::{gather, pattern};
use crate::find::{Detail, Kind};

const WORD: &str = r"(?:zeros?|oh|o|nought|nil|one|two|three|four|five|six|seven|eight|nine|double|triple|z[ée]ros?|une?|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante|sifuri|ziro|moja|mbili|tatu|nne|tano|sita|saba|nane|tisa)";

static SPOKEN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)(?:\bplus\s+)?\b(?:{WORD}|\d{{1,3}})(?:[\s,.\-–—/]+(?:(?:et|na|and)\s+)?(?:{WORD}|\d{{1,3}})\b){{6,}}"
    ))
});
static ONE: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"(?i)\b{WORD}\b")));

pub fn find(text: &str, found: &mut Vec<Detail>) {
    gather(&SPOKEN, Kind::Phone, text, found, |it, _, _| ONE.find_iter(it).count() >= 4);
}
