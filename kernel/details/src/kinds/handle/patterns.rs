//! Names at other services, by the sign or word before them.

use std::sync::LazyLock;

use regex::Regex;

use super::ordinary::is_ordinary;
use super::words::{CALLED, IS, NAMES, ON, SERVICES};
use super::{ends, is_made};
use crate::find::{Detail, Kind};
use crate::kinds::{NEAR, gather, in_path, pattern};

static AT: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:^|[\s(\[:;,/>*_“«|])(?P<it>@ ?[\p{L}\p{N}][\p{L}\p{N}._]{1,29})"));
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b{SERVICES}\b(?:\s*\([^)\x00…]{{0,20}}\))?\s*(?P<own>(?:{CALLED}\s*)?(?:(?:yangu|yake|yetu|langu|la|ya)\s+)?)(?P<is>{IS}|[,\s]*\b(?:user ?name|handle|pseudo|name|nom|jina|id)\b)\s*[:=]?\s*(?P<it>@?[\p{{L}}\p{{N}}][\p{{L}}\p{{N}}._:\-]{{2,40}})"
    ))
});
/// `pseudo Telegram furahacoud`, `jina la Telegram fundifuraha`.
static KEYED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?:user ?name|user|handle|pseudo|nickname|jina)\s+(?:(?:on|of|sur|de|la|langu la)\s+)?{SERVICES}\s+(?P<it>[\p{{L}}\p{{N}}][\p{{L}}\p{{N}}._\-]{{3,40}})"
    ))
});
/// A name that holds everywhere: `my username everywhere: …`.
static ANYWHERE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:user ?name|user|handle|nickname|(?:stage|rap|artist|pen) name|nom (?:de sc[èe]ne|de rappeu[rs]e?|d['’]artiste)|jina (?:langu )?la (?:rap|jukwaani|sanaa)|pseudo|identifiant|same name|m[êe]me (?:nom|pseudo)|jina (?:lilelile|moja)|jina\s+(?:langu\s+)?(?:la\s+)?(?:mtandaoni|mitandaoni|mtandao))\b[^\d\n\x00….:=@]{0,25}(?:[:=]|\bis\b|\best\b|\bni\b|c['’]est)\s*(?P<it>[\p{L}\p{N}][\p{L}\p{N}._\-]{3,40})",
    )
});
static PLACED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)(?P<it>\b[\p{{L}}\p{{N}}]+[._\d][\p{{L}}\p{{N}}._]*)\s+{ON}\s+{SERVICES}\b|\b(?:user ?name|user|name|pseudo|nom|jina)\s+(?P<or>[\p{{L}}\p{{N}}]+-[\p{{L}}\p{{N}}\-]+)\s+{ON}\s+{SERVICES}\b"
    ))
});
/// Looked for under a name in quotes.
static QUOTED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r#"(?i)\b(?:search|find|look for|look up|add|type|cherche[rz]?|trouve[rz]?|retrouve[rz]?|ajoute[rz]?|tapez?|tafuta|nitafute|ongeza|niongeze|andika)\b[^"“«\n\x00…]{{0,20}}["“«]\s*(?P<it>[^"”»\n\x00…]{{3,40}}?)\s*["”»][^\n\x00…]{{0,12}}?\b{SERVICES}\b"#
    ))
});
/// A page's name in quotes beside its service.
static CITED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r#"(?i)\b(?:facebook|fb|messenger|instagram|insta|tik ?tok)\s*[:,]?\s*["'“«]\s?(?P<it>(?-i:[A-ZÀ-Þ])[^"'”»\n\x00…]{{2,40}}?)\s?["'”»]|\b{CALLED}\s*["'“«]\s?(?P<or>[^"'”»\n\x00…]{{3,40}}?)\s?["'”»]\s*(?:{ON}\s+)?{SERVICES}\b"#
    ))
});
/// The name of a person's page, in capitals: `Facebook: Gloria Sews Dzaleka`.
static PAGE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?:facebook|fb|messenger|linkedin|imo)(?:\s+(?:my name|mon nom|jina langu|jina|name|page|account|profile|yangu|yake|yetu))?\s*(?:->|=>|[:=→⇒➔]|\bis\b|\bni\b|\best\b|c['’]est|s['’]appelle|inaitwa|\bunder\b|\bsous\b|\bkwa jina(?: la)?)\s*(?P<it>{NAMES})"
    ))
});
/// A page's name in quotes, or one to look somebody up under.
static LOOKED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r#"(?i)\b(?:facebook|fb)\s+(?:page|name|account|profile|nom|compte|jina|ukurasa)\s*["“«]\s*(?P<it>[^"”»\n\x00…]{{3,40}}?)\s*["”»]|\b(?:(?:look|find|search|add|follow|reach) (?:me|us)(?: up| out)?|reach out|cherche[zr]?[- ](?:moi|nous)|retrouve[zr]?[- ](?:moi|nous)|trouve[zr]?[- ](?:moi|nous)|ajoute[zr]?[- ](?:moi|nous)|nitafute|tutafute|niongeze|nifuate)\b[^\d\n\x00…]{{0,12}}\b{SERVICES}\b[\s,:]{{1,3}}(?P<or>(?-i:\p{{Lu}})[\p{{L}}'’]*(?:\s+(?-i:\p{{Lu}})[\p{{L}}'’]*){{1,3}})|\b(?:add|find|search|ajoute[rz]?|cherche[rz]?|ongeza|tafuta)\s+(?P<also>(?-i:\p{{Lu}})[\p{{L}}'’]*(?:\s+(?-i:\p{{Lu}})[\p{{L}}'’]*){{1,3}})\s+(?:{ON}\s+)?(?:facebook|fb|imo)\b"#
    ))
});
static AFTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b{SERVICES}\b{NEAR}{{0,30}}?(?P<it>\b[\p{{L}}]+[_.][\p{{L}}\p{{N}}_.]*[\p{{L}}\p{{N}}_])|\b{SERVICES}\b(?:\s+(?:me|us|moi|yangu))?[\s:,/(]{{1,3}}(?P<or>\p{{L}}{{3,}}\d{{1,6}}\p{{L}}{{0,3}})\b"
    ))
});
static TAG: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(?P<it>[\p{L}\p{N}._]{3,32}#\d{4})\b|\blive:[\p{L}\p{N}._\-]{3,}"));
static BRACKETS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(r"(?i)\b{SERVICES}\b\s*\(\s*(?P<it>[\p{{L}}\p{{N}}][\p{{L}}\p{{N}}._\-]{{3,40}})\s*\)"))
});

/// Its lines or dots said: `zuzu underscore plays`, `keza dot b on TikTok`.
static SAID: LazyLock<Regex> = LazyLock::new(|| {
    let word = "[0-9A-Za-zÀ-ɏ]+";
    let line = r"(?:under\s?score|tiret\s+(?:du\s+)?bas|(?:kistari|mstari)\s+(?:cha|wa)\s+chini)";
    let dot = r"(?:dot|point|nukta|dash|tiret|kistari)";
    pattern(&format!(
        r"(?i)\b(?P<it>{word}(?:\s+{line}\s+{word})+(?:\s+{dot}\s+{word})*)|\b{SERVICES}\b{NEAR}{{1,20}}?\s(?P<or>{word}(?:\s+{dot}\s+{word})+)|\b(?P<also>{word}(?:\s+{dot}\s+{word})+)\s+{ON}\s+{SERVICES}\b"
    ))
});

/// Names: after `@`, or near the word for a service.
pub fn find(text: &str, found: &mut Vec<Detail>) {
    if text.contains('@') {
        let apart = |it: &str| {
            it.strip_prefix("@ ")
                .is_some_and(|name| !is_made(name) || name.chars().filter(|c| c.is_alphabetic()).count() < 3)
        };
        gather(&AT, Kind::Handle, text, found, |it, _, _| !apart(it));
    }
    gather(&SAID, Kind::Handle, text, found, |_, _, _| true);
    gather(&TAG, Kind::Handle, text, found, |_, at, _| !in_path(text, at));
    gather(&NAMED, Kind::Handle, text, found, |it, at, parts| {
        let told = parts.name("own").is_some_and(|own| !own.as_str().trim().is_empty())
            || parts
                .name("is")
                .is_some_and(|is| !is.as_str().starts_with(char::is_alphabetic) || is.as_str().len() > 3);
        is_made(it) || (told && ends(&text[at + it.len()..]))
    });
    for named in [&*KEYED, &*ANYWHERE] {
        gather(named, Kind::Handle, text, found, |it, at, _| {
            is_made(it) || (ends(&text[at + it.len()..]) && !is_ordinary(it))
        });
    }
    gather(&PLACED, Kind::Handle, text, found, |it, _, _| !it.ends_with('.') && it.contains(char::is_alphabetic));
    gather(&CITED, Kind::Handle, text, found, |_, _, _| true);
    gather(&QUOTED, Kind::Handle, text, found, |_, _, _| true);
    gather(&PAGE, Kind::Handle, text, found, |it, at, _| ends(&text[at + it.len()..]));
    gather(&LOOKED, Kind::Handle, text, found, |_, _, _| true);
    gather(&BRACKETS, Kind::Handle, text, found, |it, _, _| is_made(it));
    gather(&AFTER, Kind::Handle, text, found, |it, at, parts| {
        let plain = it.contains('_') || !it.contains(char::is_uppercase);
        parts.name("or").is_some() || (!in_path(text, at) && plain)
    });
}
