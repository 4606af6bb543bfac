//! Links that lead to a person or a closed circle at another service.

use std::sync::LazyLock;

use regex::Regex;

use super::{gather, pattern};
use crate::find::{Detail, Kind};

static LINK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r#"(?i)(?:\bhttps?://|\b)(?:[a-z0-9\-]+\.)?\b(?:wa\.me|wa\.link|t\.me|telegram\.me|telegram\.dog|m\.me|facebook\.com|fb\.com|fb\.me|fb\.watch|instagram\.com|instagr\.am|tiktok\.com|snapchat\.com|signal\.me|signal\.group|whatsapp\.com|imo\.im|twitter\.com|x\.com|threads\.net|linkedin\.com/in|discord\.gg|discord\.com/(?:users|invite)|skype\.com|viber\.com|vk\.com)/[^\s)>\]"'»\x00…]+|\b(?:whatsapp|tg|fb|fb-messenger|instagram|snapchat|viber|skype|sgnl|imo)://?[^\s)>\]"'»\x00…]+"#,
    )
});
/// The same with gaps in them or said: `t . me / name`, `instagram dot com slash name`, and channels.
static SAID: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:t|wa|m|fb|instagram|facebook|tiktok|telegram|snapchat|twitter|x|linkedin)(?:\s?\.\s?|\s+(?:dot|point|nukta)\s+)(?:me|com|be)(?:\s?/\s?|\s+(?:slash|stroke|barre(?:\s+oblique)?|mkwaju)\s+)@?[\p{L}\p{N}][\p{L}\p{N}._\-]*|\byoutube\.com/@[\p{L}\p{N}._\-]+",
    )
});
/// Links that lead to a person elsewhere. Closing punctuation of the sentence is not part of them.
pub fn find(text: &str, found: &mut Vec<Detail>) {
    let first = found.len();
    gather(&LINK, Kind::Handle, text, found, |link, _, _| !shares(link));
    gather(&SAID, Kind::Handle, text, found, |link, _, _| !shares(link));
    for detail in &mut found[first..] {
        let link = &text[detail.start..detail.end];
        detail.end = detail.start + link.trim_end_matches(['.', ',', ';', '!', '?', '*', '_']).len();
        if link.split_once("wa.me/").is_some_and(|(_, after)| after.starts_with(|c: char| c == '+' || c.is_numeric())) {
            detail.kind = Kind::Phone;
        }
    }
}

/// Whether a link only offers to pass a page on and names nobody.
fn shares(link: &str) -> bool {
    ["/?text=", "/send?text=", "/share", "/intent/"].iter().any(|path| link.contains(path))
}
