//! Names told in a sentence: “on insta I am solabraids”, “mon snap c'est reine”, “nitafute fb Riziki Msusi”.

use std::sync::LazyLock;

use regex::Regex;

use super::words::{AS, CALLED, FIND, IS, ME, NAMES, ON, OWN, OWNED, SEEK, SERVICES, SURE, WORD};
use super::{ends, is_made, ordinary::is_ordinary};
use crate::find::{Detail, Kind};
use crate::kinds::{gather, pattern};

fn frame(frame: &str) -> Regex {
    pattern(&format!("(?i){frame}"))
}

/// The name at the end: `find me on insta as …`, `on TikTok I am …`, `my snap …`, `jina la insta …`.
static BEHIND: LazyLock<[Regex; 5]> = LazyLock::new(|| {
    let name = format!(r"(?P<it>@?(?:{NAMES}|{WORD}))");
    [
        frame(&format!(
            r"\b{FIND}[\s,]+(?:{ON}\s+)?(?:{OWN}\s+)?{SERVICES}\b(?:\s+{OWNED}\b)?(?:\s+{CALLED}\b)?[\s,:;>–—(-]{{1,4}}(?:{AS}\b[\s:,]+){{0,3}}{name}"
        )),
        frame(&format!(r"\b{SERVICES}\b[\s,:–—-]{{1,3}}{ME}[\s,:]+(?:{AS}\b[\s:,]+){{0,3}}{name}")),
        frame(&format!(
            r"\b(?:{OWN}\s+{SERVICES}(?:['’]?s)?|{SERVICES}\s+{OWNED})\b(?:\s+{CALLED})?[\s,:]+(?:(?:{IS}|{AS}\b)[\s:]*){{0,3}}{name}"
        )),
        frame(&format!(
            r"\b(?:{SERVICES}\s+{CALLED}|{CALLED}\s+(?:(?:of|on|de|sur|la|ya|{OWN}|{OWNED})\s+){{0,2}}{SERVICES})\b(?:\s+{OWNED}\b)?[\s,:]+(?:(?:{IS}|{AS}\b)[\s:]*){{0,3}}{name}"
        )),
        frame(&format!(r"\b{SERVICES}\b[\s,:–—-]{{1,3}}(?:{AS}\b[\s:,]+){{2,4}}{name}")),
    ]
});
/// The name before the service: `I'm solabraids on TikTok`, `ajoutez solatresses sur snap`.
static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    frame(&format!(
        r"\b(?:{ME}|{SEEK})\s+(?:{AS}\b\s+){{0,3}}(?P<it>@?(?:{NAMES}|{WORD}))[\s,(]+(?:{ON}\s+)?(?:{OWN}\s+)?{SERVICES}\b"
    ))
});
/// Nothing but service and name between two stops: `IG solabraids | TikTok solamoves`, `fb Ntambwe Wa Benga`.
static BARE: LazyLock<Regex> = LazyLock::new(|| {
    frame(&format!(r"(?:^|[\n|,;/•·(]|\b(?:and|et|na|or|ou|au)\s)\s*{SURE}\s*[:=-]?\s+(?P<it>{NAMES}|{WORD})"))
});

pub fn find(text: &str, found: &mut Vec<Detail>) {
    for shape in &*BEHIND {
        gather(shape, Kind::Handle, text, found, |it, at, _| is_name(it, &text[at + it.len()..]));
    }
    gather(&BEFORE, Kind::Handle, text, found, |it, _, parts| {
        let after = parts.get(0).map_or("", |whole| &text[whole.end()..]);
        is_made(it) || ((it.contains(' ') || !is_ordinary(it)) && (ends(after) || goes_on(after)))
    });
    gather(&BARE, Kind::Handle, text, found, |it, at, _| {
        let after = &text[at + it.len()..];
        ends(after) && is_name(it, after) || after.starts_with([' ']) && after.trim_start().starts_with(['|', '/', '-'])
    });
}

/// A made word; or names in capitals or one word that nobody says otherwise, where the sentence or a part of it ends.
fn is_name(it: &str, after: &str) -> bool {
    if is_made(it) {
        return true;
    }
    let ends = ends(after) || after.trim_start().starts_with(['|', '/', '-', '(', ':']) || goes_on(after);
    ends && (it.contains(' ') || !is_ordinary(it))
}

/// The words after a name that are not part of it.
fn goes_on(after: &str) -> bool {
    let next = after.trim_start().split(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    const NEXT: [&str; 24] = [
        "and", "or", "on", "for", "to", "if", "i", "with", "too", "et", "ou", "sur", "pour", "si", "aussi", "avec",
        "na", "au", "kwa", "kwenye", "kama", "pia", "ukitaka", "where",
    ];
    after.starts_with(' ') && NEXT.contains(&next.as_str())
}
