//! E-mail addresses, plain and disguised.

mod grammar;

use std::sync::LazyLock;

use regex::Regex;

use super::{gather, pattern};
use crate::find::{Detail, Kind};
use grammar::{AT, DOT, ENDING, LEAD, NAME, PART, PROVIDERS, dot, said_dot, said_name, sure_sign};

/// What every address has somewhere; most texts have none of it and need no further look.
static HINT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)@|mailto|arob|arrob|sign|commercial|(?-i:AT)\s|[^0-9a-z\s]\s?(?:a|at|à|et|chez|kwa|katika)\s?[^0-9a-z\s]|_at_|{DOT}\b|{PROVIDERS}\b"
    ))
});
/// Words that stand before `dot` in a sentence, not in an address.
const STOPS: [&str; 16] =
    ["the", "this", "that", "a", "an", "one", "le", "la", "les", "ce", "cette", "un", "une", "mfano", "red", "every"];

static PLAIN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)(?:mailto:\s*)?{NAME}\s?@+\s?{PART}(?:\s?[.]\s?[0-9A-Za-zÀ-ɏ\-]{{2,}})+(?:\?[a-z]+=[^\s\x00…]*)?"
    ))
});
static ENDED: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"(?i)\.{ENDING}$")));
static MAILTO: LazyLock<Regex> = LazyLock::new(|| pattern(r#"(?i)\bmailto:[^\s)>"'\x00]+"#));
/// Letters with spaces between them: `m a r i a @ example . org`.
static SPACED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?:[0-9A-Za-zÀ-ɏ_][ .\-]){{2,40}}[0-9A-Za-zÀ-ɏ](?:{sign}|\s+{AT}\s+)(?:[0-9A-Za-zÀ-ɏ](?:[ \-][0-9A-Za-zÀ-ɏ]\b){{1,30}}|{PART})(?:{dot}(?:[a-z](?:[ \-][a-z]\b){{1,10}}|{PART})){{1,3}}",
        sign = sure_sign(),
        dot = dot()
    ))
});
/// A sign that is nothing else, and a domain with its dots.
static SIGNED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b{name}{sign}{LEAD}?{PART}(?:{dot}{PART}){{0,2}}(?:{dot}{ENDING}\b|{said}{PART})|\b{name}{sign}{PROVIDERS}\b",
        name = said_name(),
        sign = sure_sign(),
        dot = dot(),
        said = said_dot()
    ))
});
/// `at` in the sentence, its dot in words.
static WORDS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b{name}[\s,]+{AT}[\s,]+{LEAD}?(?P<domain>{PART})(?:{dot}{PART}){{0,2}}{dot}{ENDING}\b",
        name = said_name(),
        dot = said_dot()
    ))
});
static PROVIDER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(r"(?i)\b{}\s+{AT}\s+{PROVIDERS}{}[a-z]{{2,4}}(?:\.[a-z]{{2}})?\b", said_name(), dot()))
});
/// The sign as a word in capitals, the dot as it is: `name AT example.org`.
static HALF: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"(?i){NAME}\s+(?-i:AT)\s+{PART}(?:\.{PART})*\.{ENDING}\b")));
/// Without an ending, as people say it.
static BARE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)(?P<local>{name})\s+(?:at|kwenye|sur|on)\s+(?:gmail|g-mail|googlemail|yahoo|ymail|hotmail|outlook|icloud|protonmail)\b|[0-9A-Za-zÀ-ɏ._]*[A-Za-zÀ-ɏ][0-9A-Za-zÀ-ɏ._]*@[A-Za-zÀ-ɏ][0-9A-Za-zÀ-ɏ\-]{{2,}}(?:,{ENDING}\b)?",
        name = said_name()
    ))
});
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:gmail|yahoo|hotmail|outlook|icloud|proton ?mail)(?:\s+(?:yangu|yake|address|account|adresse|name))?\s*(?::|=|->|→|\bis\b|\best\b|\bni\b|\bc['’]est\b|\bas\b)\s*(?P<it>[0-9A-Za-zÀ-ɏ]+[._\d][0-9A-Za-zÀ-ɏ._\-]*[0-9A-Za-zÀ-ɏ])",
    )
});

pub fn find(text: &str, found: &mut Vec<Detail>) {
    if text.contains('@') {
        // With a gap before the sign alone it may be a handle behind a word: `visit @dz.radio`.
        let apart = |it: &str| it.contains(" @") && !it.contains("@ ");
        gather(&PLAIN, Kind::Email, text, found, |it, _, _| !apart(it) || ENDED.is_match(it));
    }
    if !HINT.is_match(text) {
        return;
    }
    for disguise in [&*MAILTO, &*SPACED, &*SIGNED, &*HALF, &*PROVIDER, &*NAMED] {
        gather(disguise, Kind::Email, text, found, |_, _, _| true);
    }
    gather(&WORDS, Kind::Email, text, found, |_, _, parts| {
        parts.name("domain").is_some_and(|domain| !STOPS.contains(&domain.as_str().to_lowercase().as_str()))
    });
    gather(&BARE, Kind::Email, text, found, |it, _, parts| {
        it.contains('@') || parts.name("local").is_some_and(|local| is_made(local.as_str()))
    });
}

/// A word that is rather somebody's address than a word of the sentence.
fn is_made(name: &str) -> bool {
    name.chars().count() >= 8 || name.contains(|c: char| c.is_numeric() || matches!(c, '.' | '_'))
}
