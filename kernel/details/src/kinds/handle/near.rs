//! Words that nobody says, near a service or a word for a name at one: `_kid.benga_`, `malkiadiane1`, `AshaWeaves`.

use std::sync::LazyLock;

use regex::Regex;

use super::{has_hump, words::SERVICES};
use crate::find::{Detail, Kind};
use crate::kinds::{in_path, pattern};

/// Most words, and most bytes, between a service and a name.
const WORDS: usize = 5;
const BYTES: usize = 48;

static WORD: LazyLock<Regex> = LazyLock::new(|| pattern(r"[0-9A-Za-zÀ-ɏ_][0-9A-Za-zÀ-ɏ_.\-]*"));
static SERVICE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        "(?i)^(?:(?:ni|tu)?{SERVICES}(?:e[rz]?)?(?:-moi|-nous|-me)?|user ?name|handle|pseudo|nickname|nick|jina|nom|dm|pm|mp|inbox|follow|suivez|abonnez-vous|nifuate|mnifuate|tufuate|fuata)$"
    ))
});
/// Endings of sites and files; a name before one is no person.
static SITE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\.(?:com|org|net|info|edu|gov|int|mw|ke|tz|ug|rw|cd|za|fr|be|uk|eu|io|app|jpe?g|png|pdf|mp[34]|html?|md|zip|apk)$",
    )
});

struct Near<'a> {
    word: &'a str,
    at: usize,
    service: bool,
    /// A sentence or line ends before this word.
    first: bool,
}

pub fn find(text: &str, found: &mut Vec<Detail>) {
    let words = words(text);
    for (place, it) in words.iter().enumerate() {
        if it.service || !is_odd(it.word) || in_path(text, it.at) {
            continue;
        }
        let back = words[..place]
            .iter()
            .enumerate()
            .rev()
            .take(WORDS + 1)
            .find(|(at, _)| words[*at + 1].first || words[*at].service);
        let on = words[place + 1..].iter().take(WORDS + 1).take_while(|next| !next.first).find(|next| next.service);
        let behind = back.is_some_and(|(at, before)| !words[at + 1].first && it.at - before.at <= BYTES);
        if behind || on.is_some_and(|next| next.at - it.at <= BYTES) {
            found.push(Detail { kind: Kind::Handle, start: it.at, end: it.at + it.word.len() });
        }
    }
}

fn words(text: &str) -> Vec<Near<'_>> {
    let mut end = 0;
    let words = WORD.find_iter(text).map(|found| {
        let word = found.as_str().trim_end_matches(['.', '-']);
        let gap = &text[end..found.start()];
        let first = gap.contains(['\n', '!', '?', ';', '…', '\0']) || gap.contains(". ");
        end = found.start() + word.len();
        let service = (word != "x") && SERVICE.is_match(word);
        Near { word, at: found.start(), service, first }
    });
    words.collect()
}

/// Brands and short forms with capitals inside.
const BRANDS: [&str; 16] = [
    "WhatsApp",
    "YouTube",
    "TikTok",
    "LinkedIn",
    "PayPal",
    "iPhone",
    "WiFi",
    "GitHub",
    "SoundCloud",
    "OpenStreetMap",
    "PowerPoint",
    "CapCut",
    "SnapChat",
    "FaceBook",
    "InShot",
    "WordPress",
];

/// With a line, a dot or a digit among letters, or a capital in the middle.
fn is_odd(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    if letters < 3 || word.starts_with(|c: char| c.is_numeric()) || SITE.is_match(word) {
        return false;
    }
    let lined = word.contains('_');
    let dotted = word.split('.').all(|part| part.chars().count() >= 2) && word.contains('.');
    let numbered = letters >= 4 && !word.contains('-') && word.ends_with(|c: char| c.is_numeric());
    let brand = BRANDS.iter().any(|brand| word.starts_with(brand));
    lined || dotted || numbered || (has_hump(word) && letters >= 6 && !brand && !word.contains('-'))
}
