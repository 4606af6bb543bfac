//! Names and links at other services.

use std::sync::LazyLock;

use regex::Regex;

use super::{NEAR, gather, in_path, pattern};
use crate::find::{Detail, Kind};

const SERVICES: &str = r"(?:whats?[ -]?app|telegram|signal|instagram|insta|ig|facebook|fb|messenger|imo|tik[ -]?tok|snap(?:chat)?|viber|we ?chat|discord|skype|twitter|threads|x)";

static LINK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r#"(?i)(?:\bhttps?://|\b)(?:[a-z0-9\-]+\.)?\b(?:wa\.me|wa\.link|t\.me|telegram\.me|telegram\.dog|m\.me|facebook\.com|fb\.com|fb\.me|fb\.watch|instagram\.com|instagr\.am|tiktok\.com|snapchat\.com|signal\.me|signal\.group|whatsapp\.com|imo\.im|twitter\.com|x\.com|threads\.net|linkedin\.com/in|discord\.gg|discord\.com/(?:users|invite)|skype\.com|viber\.com|vk\.com)/[^\s)>\]"'»\x00…]+|\b(?:whatsapp|tg|fb|fb-messenger|instagram|snapchat|viber|skype|sgnl|imo)://?[^\s)>\]"'»\x00…]+"#,
    )
});
static AT: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:^|[\s(\[:;,/>*_“«])(?P<it>[@＠][\p{L}\p{N}][\p{L}\p{N}._]{1,29})"));
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b{SERVICES}\b(?:\s*\([^)\x00…]{{0,20}}\))?\s*(?:(?:user ?name|handle|account|profile|page|name|id|number|compte|profil|pseudo|akaunti|jina|namba)\s*)?(?:(?:yangu|yake|yetu|la|ya)\s+)?(?:[:=]|is\b|as\b|ni\b|est\b|under\b|sous\b|comme\b|kwa jina(?: la)?)\s*[:=]?\s*(?P<it>[@＠]?[\p{{L}}\p{{N}}][\p{{L}}\p{{N}}._\-]{{2,40}})"
    ))
});
static ON: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)(?P<it>\b[\p{{L}}\p{{N}}]+[._\d][\p{{L}}\p{{N}}._]*)\s+(?:on|sur|kwenye|katika)\s+{SERVICES}\b"
    ))
});
static AFTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(r"(?i)\b{SERVICES}\b{NEAR}{{0,20}}?(?P<it>\b[\p{{L}}]+[_.][\p{{L}}\p{{N}}_.]*[\p{{L}}\p{{N}}_])"))
});

/// Links that lead to a person elsewhere. Closing punctuation of the sentence is not part of them.
pub fn find_links(text: &str, found: &mut Vec<Detail>) {
    let first = found.len();
    gather(&LINK, Kind::Handle, text, found, |link, _, _| !shares(link));
    for detail in &mut found[first..] {
        let link = &text[detail.start..detail.end];
        detail.end = detail.start + link.trim_end_matches(['.', ',', ';', '!', '?', '*', '_']).len();
        if link.contains("wa.me/") && link.contains(|c: char| c.is_numeric()) {
            detail.kind = Kind::Phone;
        }
    }
}

/// Whether a link only offers to pass a page on and names nobody.
fn shares(link: &str) -> bool {
    ["/?text=", "/send?text=", "/share", "/intent/"].iter().any(|path| link.contains(path))
}

/// Names: after `@`, or after the word for a service.
pub fn find_names(text: &str, found: &mut Vec<Detail>) {
    if text.contains(['@', '＠']) {
        gather(&AT, Kind::Handle, text, found, |_, _, _| true);
    }
    gather(&NAMED, Kind::Handle, text, found, |it, at, _| is_name(it, &text[at + it.len()..]));
    gather(&ON, Kind::Handle, text, found, |it, _, _| !it.ends_with('.') && it.contains(char::is_alphabetic));
    gather(&AFTER, Kind::Handle, text, found, |it, at, _| {
        !in_path(text, at) && (it.contains('_') || !it.contains(char::is_uppercase))
    });
}

/// A word that reads like a handle: with a digit, dot or underline inside, or the last before a stop.
fn is_name(it: &str, after: &str) -> bool {
    let it = it.trim_end_matches(['.', '-', '_']);
    let made = it.starts_with(['@', '＠']) || it.contains(|c: char| c.is_numeric() || matches!(c, '_' | '.'));
    made || after.trim_start_matches([' ', '\t']).starts_with(['\n', '.', ',', ';', ')']) || after.trim().is_empty()
}
