//! E-mail addresses, plain and disguised.

use std::sync::LazyLock;

use regex::Regex;

use super::{gather, pattern};
use crate::find::{Detail, Kind};

const NAME: &str = r"[\p{L}\p{N}][\p{L}\p{N}._%+'\-]*";
const PROVIDERS: &str =
    r"(?:gmail|g-mail|googlemail|yahoo|ymail|hotmail|outlook|live|icloud|protonmail|proton|aol|msn|mail|gmx|zoho)";
/// Endings of addresses. Some are words too: see [`STOPS`].
const ENDING: &str = r"(?:com|org|net|info|edu|gov|int|biz|museum|africa|shop|online|site|co|me|io|eu|mw|cd|cg|bi|rw|tz|ke|ug|zm|za|mz|et|so|ss|ng|gh|uk|fr|be|ch|de|nl|no|se|dk|fi|it|es|pt|us|ca|au|nz|in)";
const DOT: &str = r"(?:dot|doti|point|nukta)";
/// What is said for `@`.
const AT: &str = r"(?:at|arobase|arobaze|arobas|arrobase|alama\s+ya\s+(?:at|et)|at\s+sign|chez|kwa)";
/// Words that stand before `dot` in a sentence, not in an address.
const STOPS: [&str; 16] =
    ["the", "this", "that", "a", "an", "one", "le", "la", "les", "ce", "cette", "un", "une", "mfano", "red", "every"];

/// A name, its dots and lines said in words: `divine underscore sings`.
fn spoken_name() -> String {
    format!(
        r"{NAME}(?:\s+(?:{DOT}|underscore|under\s?score|dash|hyphen|tiret(?:\s+(?:du\s+)?(?:bas|haut|[68]|six|huit))?|(?:alama\s+ya\s+)?kistari(?:\s+(?:cha\s+)?chini)?)\s+{NAME}){{0,4}}"
    )
}

static PLAIN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)(?:mailto:\s*)?{NAME}\s?[@＠]\s?[\p{{L}}\p{{N}}\-]+(?:\s?[.．]\s?[\p{{L}}\p{{N}}\-]{{2,}})+"
    ))
});
static MAILTO: LazyLock<Regex> = LazyLock::new(|| pattern(r#"(?i)\bmailto:[^\s)>"'\x00]+"#));
static BRACKETS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i){}\s*[\(\[{{<]\s*(?:at|@|a|à|et|{AT}|katika)\s*[\)\]}}>]\s*[\p{{L}}\p{{N}}\-]+(?:\s*(?:\.|[\(\[{{<]\s*(?:{DOT}|\.)\s*[\)\]}}>]|\s{DOT}\s)\s*[\p{{L}}\p{{N}}\-]+)*",
        spoken_name()
    ))
});
static WORDS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i){}(?:\s+[-_*/]?(?:{AT}|@)[-_*/]?\s+|\s?[-_*]{AT}[-_*]\s?)(?:(?:the\s+|le\s+)?doma(?:in|ine)\s+|kikoa\s+(?:cha\s+)?)?(?P<domain>[\p{{L}}\p{{N}}\-]+)(?:(?:\s+[-_*/]?{DOT}[-_*/]?\s+|\s?[-_*]{DOT}[-_*]\s?)[\p{{L}}\p{{N}}\-]+){{0,2}}(?:\s+[-_*/]?{DOT}[-_*/]?\s+|\s?[-_*]{DOT}[-_*]\s?){ENDING}\b",
        spoken_name()
    ))
});
/// The sign in words or lines, the dot as it is: `name_at_example.org`; between spaces only for known providers.
static HALF: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)[\p{{L}}\p{{N}}.]+(?:\s?[-_*](?:at|arobase)[-_*]\s?|\.at\.|\s+(?:(?-i:AT)|(?-i:AROBASE)|arobase|arobaze|alama\s+ya\s+(?:at|et))\s+)[\p{{L}}\p{{N}}\-]+(?:\.[\p{{L}}\p{{N}}\-]+)*\.{ENDING}\b|{NAME}\s?[@＠]\s?[\p{{L}}\p{{N}}\-]+\s+{DOT}\s+{ENDING}\b"
    ))
});
static PROVIDER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i){}\s+(?:{AT}|@)\s+{PROVIDERS}(?:\s*\.\s*|\s+{DOT}\s+)[a-z]{{2,4}}(?:\.[a-z]{{2}})?\b",
        spoken_name()
    ))
});
/// Without an ending, as people say it.
static BARE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)(?P<local>{NAME})(?:\s+(?:at|arobase|arobaze|@)\s+|\s?[@＠]\s?)(?:gmail|g-mail|googlemail|yahoo|ymail|hotmail|outlook|icloud|protonmail)\b|[\p{{L}}\p{{N}}._]*\p{{L}}[\p{{L}}\p{{N}}._]*[@＠]\p{{L}}[\p{{L}}\p{{N}}\-]{{2,}}(?:,{ENDING}\b)?"
    ))
});
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:gmail|yahoo|hotmail|outlook|icloud)(?:\s+(?:yangu|address|account|adresse))?\s*(?::|=|\bis\b|\best\b|\bni\b)\s*(?P<it>[\p{L}\p{N}]+[._\d][\p{L}\p{N}._\-]*[\p{L}\p{N}])",
    )
});

pub fn find(text: &str, found: &mut Vec<Detail>) {
    if text.contains(['@', '＠']) {
        gather(&PLAIN, Kind::Email, text, found, |_, _, _| true);
    }
    for disguise in [&*MAILTO, &*BRACKETS, &*HALF, &*PROVIDER, &*NAMED] {
        gather(disguise, Kind::Email, text, found, |_, _, _| true);
    }
    gather(&WORDS, Kind::Email, text, found, |_, _, parts| {
        parts.name("domain").is_some_and(|domain| !STOPS.contains(&domain.as_str().to_lowercase().as_str()))
    });
    gather(&BARE, Kind::Email, text, found, |it, _, parts| {
        it.contains(['@', '＠']) || parts.name("local").is_some_and(|local| is_made(local.as_str()))
    });
}

/// A word that is rather somebody's address than a word of the sentence.
fn is_made(name: &str) -> bool {
    name.chars().count() >= 8 || name.contains(|c: char| c.is_numeric() || matches!(c, '.' | '_'))
}
