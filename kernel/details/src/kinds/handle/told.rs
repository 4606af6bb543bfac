//! Names told in a sentence: “on insta I am solabraids”, “mon snap c'est reine”, “nitafute fb Riziki Msusi”.

use std::sync::LazyLock;

use regex::Regex;

use super::words::{AS, ASK, CALLED, FIND, IS, ME, NAMES, ON, OWN, OWNED, SEEK, SERVICES, SOCIAL, SURE, WORD};
use super::{ends, is_made, ordinary::is_ordinary};
use crate::find::{Detail, Kind};
use crate::kinds::{gather, pattern};

fn frame(frame: &str) -> Regex {
    pattern(&format!("(?i){frame}"))
}

/// The name at the end: `find me on insta as …`, `on TikTok I am …`, `my snap …`, `jina la insta …`.
static BEHIND: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let name = format!(r"(?P<it>@?(?:{NAMES}|{WORD}))");
    let service = format!(r"(?:{ON}\s+)?(?:{OWN}\s+)?{SERVICES}\b(?:\s+{OWNED}\b)?");
    let frames = [
        format!(
            r"\b(?:{FIND}|{ASK})[\s,]+{service}(?:\s+{CALLED}\b)?[\s,:;>–—(@-]{{1,4}}(?:{AS}\b[\s:,]+){{0,3}}{name}"
        ),
        format!(r#"\b{SERVICES}\s?[(,:–—-]{{0,2}}\s*{SEEK}\s+["“«]?\s?{name}"#),
        format!(r"\b(?:{OWN}\s+{SERVICES}|{SERVICES}\s+{OWNED})(?:\s+[A-Za-zÀ-ɏ]+){{1,2}}\s+{IS}\s*{name}"),
        format!(
            r"\b(?:like|follow|join|visit|aime[rz]|suive[rz]|rejoigne[rz]|fuata|jiunge(?: na)?)\s+{OWN}\s+(?:{SERVICES}\s+)?{CALLED}\s+(?P<it>{NAMES})"
        ),
        format!(r"\b{SERVICES}\s+(?:me|us|moi|nous)[\s,:]+(?:(?:{AS}|at)\b[\s:,]+){{0,3}}{name}"),
        format!(r"\b(?:{SERVICES}|{SOCIAL})\b[\s,:–—-]{{1,3}}{ME}[\s,:]+(?:{AS}\b[\s:,]+){{0,3}}{name}"),
        format!(r"\b{ME}[\s,]+(?:{ON}\s+)?(?:{SERVICES}|{SOCIAL})[\s,:]+(?:{AS}\b[\s:,]+){{1,3}}{name}"),
        format!(
            r"\b(?:{OWN}\s+{SERVICES}(?:['’]?s)?|{SERVICES}\s+{OWNED})\b(?:\s+{CALLED})?[\s,:?]+(?:(?:{IS}|{AS}\b)[\s:]*){{0,3}}{name}"
        ),
        format!(
            r"\b(?:{SERVICES}\s+{CALLED}(?:['’]s)?|{CALLED}\s+(?:(?:of|on|for|de|sur|pour|la|ya|wa|{ON}|{OWN}|{OWNED})\s+){{0,3}}{SERVICES})\b(?:\s+{OWNED}\b)?[\s,:]+(?:(?:{IS}|{AS}\b)[\s:]*){{0,3}}{name}"
        ),
        format!(r"\b{SERVICES}\b[\s,:–—-]{{1,3}}(?:{AS}\b[\s:,]+){{2,4}}{name}"),
        format!(
            r"(?:['’]s|\b(?:is|are|am|est|suis|sont|sommes|yuko|yupo|niko|nipo|tuko|tupo))\s+(?:{ON}\s+)?{SERVICES}\s+(?:{AS}\b[\s:,]+){{1,3}}{name}"
        ),
        format!(
            r"\b(?:{SURE}|facebook|whats ?app|twitter|signal yangu)\b(?:[ ,'’]+[A-Za-zÀ-ɏ]+){{0,3}}\s*(?:[:=→⇒➔]|[-=]?>+|\s[-–—]\s)\s*{name}"
        ),
        format!(
            r"\b(?:my|our|mes|mon|ma|notre|nos|yangu|yetu|zangu|zetu)\b[^.!?\n\x00…]{{1,30}}\b{SERVICES}\s+(?:{AS}\b\s*){{1,3}}{name}"
        ),
        format!(
            r"(?:^|[\n|,;:/•·(]|\b(?:and|et|na|or|ou|au)\s)\s*(?:{SURE}(?:\s?[/&+]\s?{SERVICES}){{0,3}}\s*[:=,-]?\s+|(?:{SURE}|facebook|messenger)\s?[/@]\s?){name}"
        ),
        format!(r"(?:^|[\n|,;•·(]|\b(?:and|et|na|or|ou|au)\s)\s*messenger\s*[:=,-]?\s+(?P<it>{NAMES})"),
    ];
    frames.iter().map(|it| frame(it)).collect()
});
/// The name before the service: `I'm solabraids on TikTok`, `ajoutez solatresses sur snap`, `solabraids is my IG`.
static BEFORE: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let name = format!(r"(?P<it>@?(?:{NAMES}|{WORD}))");
    let first = r"(?:^|[\n|;:•(]|[^\p{L}\p{N}\s\x00…]\s|\b(?:dm|pm|mp)\s)\s*";
    let frames = [
        format!(
            r"\b(?:{ME}|{SEEK}|i use|(?:{FIND}|{ASK})\s+(?:at|to|as|[àa]|kwa))\s+(?:{AS}\b\s+){{0,3}}{name}(?:\s(?:stp|svp|please|pl[sz]|tafadhali))?[\s,(]+(?:(?:{ON}|{AS})\s+)?(?:{OWN}\s+)?(?:{SERVICES}|{SOCIAL})\b"
        ),
        format!(r"{first}{name}\s+{ON}\s+(?:{OWN}\s+)?{SERVICES}\b(?:\s?[^:(\s]|\s*$)"),
        format!(r"{first}{name}\s*\(\s*(?:{ON}\s+)?{SERVICES}\s*\)"),
        format!(
            r"\b{name},?\s+(?:(?:is|est|c['’]est)\s+{OWN}\s+{SERVICES}|(?:ni|ndi[yo]{{1,2}})\s+{SERVICES}\s+{OWNED})\b"
        ),
        format!(r"\b(?:{OWN}\s+{CALLED}|{CALLED}\s+{OWNED})\s+{IS}\s*{name}\s+(?:{ON}\s+)?{SERVICES}\b"),
    ];
    frames.iter().map(|it| frame(it)).collect()
});
/// What somebody says under their picture is no name.
static STATUS: LazyLock<Regex> = LazyLock::new(|| frame(r"\b(?:status|statut|stor(?:y|ies))\b"));
/// What stands in a frame and is no name itself: a service, or the words around it.
static NONE: LazyLock<Regex> = LazyLock::new(|| {
    frame(&format!(
        r"^(?:(?:{ME}|{FIND}|{ASK}|{SEEK}|{CALLED}|{OWN}|{OWNED}|{AS}|{SOCIAL}|j['’]?suis|.*[- ](?:moi|nous|toi|vous|me|us))$|(?:.*\s)?{SERVICES}(?:\s.*)?$)"
    ))
});

pub fn find(text: &str, found: &mut Vec<Detail>) {
    for shape in &*BEHIND {
        gather(shape, Kind::Handle, text, found, |it, at, parts| {
            let whole = parts.get(0).map_or("", |whole| whole.as_str());
            is_name(it, &text[at + it.len()..]) && !STATUS.is_match(whole)
        });
    }
    for shape in &*BEFORE {
        gather(shape, Kind::Handle, text, found, |it, _, parts| {
            is_name(it, parts.get(0).map_or("", |whole| &text[whole.end()..]))
        });
    }
}

/// A made word; or names in capitals or one word that nobody says otherwise, where the sentence or a part of it ends.
fn is_name(it: &str, after: &str) -> bool {
    if is_made(it) {
        return !NONE.is_match(it);
    }
    let ends = ends(after) || after.trim_start().starts_with(['|', '/', '-', '–', '—', '(', ':']) || goes_on(after);
    ends && (it.contains(' ') || !is_ordinary(it)) && !NONE.is_match(it)
}

/// The words after a name that are not part of it.
fn goes_on(after: &str) -> bool {
    let next = after.trim_start().split(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    const NEXT: [&str; 40] = [
        "and",
        "or",
        "on",
        "for",
        "to",
        "if",
        "i",
        "with",
        "too",
        "you",
        "where",
        "we",
        "search",
        "et",
        "ou",
        "sur",
        "pour",
        "si",
        "aussi",
        "avec",
        "tu",
        "vous",
        "je",
        "on",
        "merci",
        "na",
        "au",
        "kwa",
        "kwenye",
        "kama",
        "pia",
        "ukitaka",
        "utaniona",
        "utanipata",
        "utanikuta",
        "mtaniona",
        "nitakujibu",
        "tuongee",
        "asante",
        "thanks",
    ];
    after.starts_with(' ') && NEXT.contains(&next.as_str())
}
