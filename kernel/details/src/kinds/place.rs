//! Exact places: house, block, zone, street address, coordinates. A city or the camp's name is none.

use std::sync::LazyLock;

use regex::Regex;

use super::{gather, pattern};
use crate::find::{Detail, Kind};

const NUMBER_WORD: &str = r"(?:(?:no|number|num[ée]ro|nr|namba|nambari|ya|la)\b\.?|n[°ºo]\.?|#|:)";

static HOUSE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?P<it>(?:house|plot|stand|tent|shelter|compound|maison|parcelle|tente|abri|nyumba|kiwanja|hema)\s*(?:{NUMBER_WORD}\s*){{0,3}}(?-i:[A-Z])?-?\d{{1,4}}(?-i:[A-Za-z])?\b(?:[/-]\d{{1,4}})?)"
    ))
});
static BLOCK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?P<it>(?:block|bloc|blok|zone|zoni|kizuizi|kitalu|kanda|quartier|sector|secteur|kawale|likuni|lisungwi|katubza)\s*(?:{NUMBER_WORD}\s*){{0,2}}(?-i:[A-Z]{{0,2}})-?\d{{1,3}}(?-i:[A-Za-z])?\b|(?:block|bloc|blok|zone|zoni|kizuizi|kitalu|kanda)\s*(?:{NUMBER_WORD}\s*){{0,2}}(?-i:[A-Z])\b)"
    ))
});
static MEASURE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\s*(?:%|metres?|meters?|m[èe]tres?|m²|m2|km|families|familles|familia|people|persons|personnes|watu|hours?|heures?|years?|rooms?|women|men|children|\.\d|live\b|am\b|was\b|have\b|built\b|love\b|call\b)",
    )
});
static STREET: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?P<it>\d{1,5}[A-Za-z]?,?\s+(?:[A-Z][\w'’.-]*\s+){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Close|Crescent|Boulevard|Blvd|Terrace|Court)\b\.?)|\b(?P<rue>\d{1,4}(?:\s?(?:bis|ter))?,?\s+(?:rue|avenue|boulevard|chemin|all[ée]e|impasse)\s+(?:(?:de|du|des|la|le|les)\s+|d['’]|l['’]){0,2}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+){0,3})",
    )
});
static BOX: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:p\.?\s?o\.?\s*box|s\.?l\.?p\.?|bo[îi]te postale|(?-i:B\.?P\.?))\s*(?:no\.?|n°)?\s*:?\s*\d{1,6}\b",
    )
});
static SIGNED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?:[-−–]\s?\d{1,3}[.,]\d{3,}°?|\b\d{1,3}\.\d{4,}°?|\b\d{1,3}\.\d{3,}\s?°?\s?[NSEWO]\b)",
        r"\s*[,;/ ]\s*[-−–]?\d{1,3}\.\d{3,}\b(?:\s?°?\s?[NSEWO]\b)?",
        r#"|\b\d{1,3}\s?°\s?\d{1,2}\s?['′’]\s?(?:\d{1,2}(?:\.\d+)?\s?["″”]|''|)?\s?[NSEWO]?\b"#,
        r"|///\p{L}+\.\p{L}+\.\p{L}+"
    ))
});
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:gps|lat|lng|lon|latitude|longitude|coord(?:inates|onn[ée]es)?|kuratibu)\b[^\d\n\x00…]{0,20}?(?P<it>[-−–]?\d{1,3}[.,]\d{2,}(?:\s*[,;/ ]\s*[-−–]?\d{1,3}[.,]\d{2,})?)",
    )
});
static MAP: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r#"(?i)(?:https?://)?(?:www\.)?(?:maps\.app\.goo\.gl|goo\.gl/maps|maps\.google\.[a-z.]+|google\.[a-z.]+/maps|maps\.apple\.com|openstreetmap\.org|osm\.org|what3words\.com|w3w\.co|plus\.codes)/[^\s)>\]"'\x00]*"#,
    )
});

pub fn find(text: &str, found: &mut Vec<Detail>) {
    gather(&MAP, Kind::Place, text, found, |_, _, _| true);
    let unmeasured = |it: &str, at: usize| !MEASURE.is_match(&text[at + it.len()..]);
    gather(&BLOCK, Kind::Place, text, found, |it, at, _| unmeasured(it, at));
    if text.contains(char::is_numeric) {
        gather(&HOUSE, Kind::Place, text, found, |it, at, _| unmeasured(it, at));
        for shape in [&*STREET, &*BOX, &*SIGNED, &*NAMED] {
            gather(shape, Kind::Place, text, found, |_, _, _| true);
        }
    } else {
        gather(&SIGNED, Kind::Place, text, found, |_, _, _| true);
    }
}
