//! What a text loses when a story it quotes or links to is withdrawn.

use super::slug_of;

/// The text without quotes from stories with these addresses, and with links to them as plain words.
pub fn without(source: &str, gone: &[String]) -> String {
    if gone.is_empty() {
        return source.to_owned();
    }
    let is_gone = |href: &str| slug_of(href).is_some_and(|slug| gone.contains(&slug));
    let paragraphs = source.replace("\r\n", "\n");
    let kept = paragraphs.split("\n\n").filter_map(|paragraph| {
        let plain = unlinked(paragraph, &is_gone);
        let quotes = paragraph.trim_start().starts_with('>');
        (!(quotes && plain != paragraph)).then_some(plain)
    });
    kept.collect::<Vec<_>>().join("\n\n")
}

/// `[words](/stories/amina)` → `words`.
fn unlinked(text: &str, is_gone: &impl Fn(&str) -> bool) -> String {
    let (mut plain, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find("](") {
        let (before, after) = (&rest[..at], &rest[at + 2..]);
        let end = after.find(')').unwrap_or(after.len());
        let href = after[..end].split_whitespace().next().unwrap_or_default();
        match before.rfind('[').filter(|_| is_gone(href)) {
            Some(open) => {
                plain.push_str(&before[..open]);
                plain.push_str(&before[open + 1..]);
                rest = after.get(end + 1..).unwrap_or_default();
            }
            None => {
                plain.push_str(before);
                plain.push_str("](");
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    plain
}
