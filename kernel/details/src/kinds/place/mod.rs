//! Exact places within a camp or town: house, block, zone with their numbers. A city or the camp's name is none.

mod grammar;

use std::sync::LazyLock;

use regex::Regex;

use super::{gather, lead, number, pattern};
use crate::find::{Detail, Kind};
use grammar::{BLOCKS, HOUSES, NUMBER_WORD, QUARTERS};

static HOUSE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?P<it>{HOUSES}(?:\s+(?:yangu|yake|yetu|yao))?\s*(?:{NUMBER_WORD}\s*){{0,3}}(?-i:[A-Z])?-?\d{{1,4}}(?-i:[A-Za-z]|\s(?:bis|ter))?\b(?:[/-]\d{{1,4}})?(?:,?\s+case\s+\d{{1,4}})?)"
    ))
});
static BLOCK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r#"(?i)\b(?P<it>(?:{BLOCKS}|{QUARTERS})\s*(?:{NUMBER_WORD}\s*){{0,2}}(?:(?-i:[A-Z]{{0,2}})-?\d{{1,3}}(?-i:[A-Za-z])?(?:\s?[/-]\s?\d{{1,4}})?|(?-i:I{{1,3}}|IV|VI{{0,3}}|IX|X))\b|{BLOCKS}[\s-]*(?:{NUMBER_WORD}\s*){{0,2}}["“«'(]?\s?(?-i:[A-Z])\b(?:\s+\d{{1,4}}\b|\s*(?:/|-|{NUMBER_WORD}|,?\s*(?:room|chambre|chumba))\s*\d{{1,4}}[A-Za-z]?\b)?|(?-i:H\.?\s?\d{{1,3}},?\s+(?:Blk|Block|Bl|Bloc|Zone)\.?\s?[A-Z\d]{{1,2}})\b|(?-i:[HB]-?\s?\d{{1,3}})[,/ -]{{1,2}}{QUARTERS}\s*\d\b|z(?:one)?\s?\d{{1,2}}[ ,/-]{{0,2}}[hmn](?:se|ouse|aison|yumba)?\.?\s?\d{{1,3}}\b|{BLOCKS}\s?\d{{1,3}}{HOUSES}\s?\d{{1,4}}\b|(?-i:B\s?\d{{1,2}}[ ,/-]{{0,2}}H\s?\d{{1,3}})\b|(?-i:[HMN]\s?\d{{1,3}}[ ,/-]{{0,2}}(?:B(?:lk?)?|Z)\.?\s?\d{{1,2}})\b)"#
    ))
});
/// `number 52 in block F`, `3e maison du bloc E`.
static WITHIN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?P<it>(?:(?:number|no\.|num[ée]ro|n[°º]|namba)\s*(?:\d{{1,4}}|{words})|\d{{1,3}}(?:st|nd|rd|th|re|e|er|[eè]me)?\s+(?:house|tent|maison|tente|case))(?:\s+(?:in|of|du|de la|dans (?:le|la)|wa|ya|katika|kwenye)\s+|,\s*|\s+)(?:{BLOCKS}|{QUARTERS}|section)\s*(?:{NUMBER_WORD}\s*){{0,2}}(?:\d{{1,3}}\b|(?-i:[A-Z])\b|{words}))",
        words = format!("(?:{}|pili\\b)", number::in_words())
    ))
});
static BESIDE: LazyLock<Regex> = LazyLock::new(|| pattern(&grammar::beside()));
/// A line of a text or table rather than a row of houses.
static LINED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^(?:line|ligne|mstari)\b.*\b(?:section|sehemu|safu|column|colonne|page|ukurasa)\b"));
static LARGE: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"(?i)\b(?:{HOUSES}|{BLOCKS})")));
/// Parts that books and laws have too.
static WRITTEN: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)^(?:section|sehemu|line|ligne|mstari)\b"));
/// A part of the camp; laws and books have sections too.
static SECTION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?P<it>(?:section\s*(?:{NUMBER_WORD}\s*){{0,2}}|sehemu\s+(?:{NUMBER_WORD}\s*){{1,2}})(?:\d{{1,2}}|(?-i:[A-Z]))\b)"
    ))
});
static TEXT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:see|read|under|in|of|law|act|articles?|chapter|voir|lire|lisez|selon|loi|livre|tazama|soma|kifungu|sheria|kitabu)\s+(?:the\s+|la\s+|de\s+|l['’])?$",
    )
});
static OF: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\s*(?:(?:of|du|des?|d['’]|ya|za|cha|la|explains|says|explique|inaeleza)\b|\(|,\s*(?:sub|para|art|al[ií]n|fungu|kifungu))",
    )
});
static WORDS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?P<it>(?:{HOUSES}|{BLOCKS}|{QUARTERS})\s+(?:{NUMBER_WORD}\s*){{0,2}}{})",
        number::in_words()
    ))
});
/// What follows a number that names a place; what is counted is followed by other words.
static STOP: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^\s*(?:$|[,.;:!?)\]/\x00\[\n-]|(?:next|near|behind|beside|opposite|by|with|at|in|on|and|or|à|au|pr[èe]s|derri[èe]re|devant|dans|chez|et|ou|kando|karibu|nyuma|mbele|kwa|katika|au|section|{HOUSES}|{BLOCKS}|{QUARTERS})(?:\W|$))"
    ))
});
/// "One house", not a house of that number: in French and Kiswahili the words are the same.
static SINGLE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:maison|tente|parcelle|zone|bloc|nyumba|hema|chumba|kibanda|banda|zoni|bloki|kiwanja|mtaa|quartier|case|abri)\s(?:une?|moja)$",
    )
});
/// What stands before a place rather than before something counted.
static LEADING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:\b(?:behind|at|in|from|to|of|near|live|stay|come|derri[èe]re|[àa]u?|dans|chez|habite|nyuma ya|katika|njoo|kwenye|karibu na|kutoka|uliza|ni)\s+(?:the\s+|la\s+|le\s+)?|\p{L},\s)$",
    )
});
static MEASURE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\s*(?:%|metres?|meters?|m[èe]tres?|m²|m2|km|families|familles|familia|people|persons|personnes|watu|hours?|heures?|years?|rooms?|pi[èe]ces?|chambres?|[ée]tages?|women|men|children|enfants|\.\d|kati ya \d|out of\b|sur \d|live\b|am\b|was\b|have\b|built\b|love\b|call\b|times\b|fois\b|z[aio]\p{L}*|hiz[io]|mpya\b|kubwa\b|nzuri\b)",
    )
});

pub fn find(text: &str, found: &mut Vec<Detail>) {
    let unmeasured = |it: &str, at: usize| !MEASURE.is_match(&text[at + it.len()..]);
    gather(&BLOCK, Kind::Place, text, found, |it, at, _| unmeasured(it, at));
    gather(&WORDS, Kind::Place, text, found, |it, at, _| {
        !SINGLE.is_match(it)
            && (unmeasured(it, at) && names(it)
                || STOP.is_match(&text[at + it.len()..])
                || LEADING.is_match(lead(text, at)))
    });
    gather(&BESIDE, Kind::Place, text, found, |it, at, _| {
        unmeasured(it, at) && !WRITTEN.is_match(it)
            || LARGE.is_match(it)
            || !(LINED.is_match(it) || TEXT.is_match(lead(text, at)))
    });
    gather(&SECTION, Kind::Place, text, found, |it, at, _| {
        unmeasured(it, at) && !OF.is_match(&text[at + it.len()..]) && !TEXT.is_match(lead(text, at))
    });
    gather(&WITHIN, Kind::Place, text, found, |_, _, _| true);
    if text.contains(char::is_numeric) {
        gather(&HOUSE, Kind::Place, text, found, |it, at, _| unmeasured(it, at));
    }
}

/// Whether the number stands behind its noun as a name does: always in English and French.
fn names(place: &str) -> bool {
    place.rsplit([' ', '-']).next().is_some_and(|last| !number::COUNTING.contains(&last.to_lowercase().as_str()))
}
