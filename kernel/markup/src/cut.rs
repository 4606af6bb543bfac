//! Short excerpts: around a difference for reports, at a word for readers.

const CONTEXT: usize = 24;
const LONGEST: usize = 160;

/// Both texts around what differs, with a little of what they share, each at most about 200 characters.
pub(crate) fn around(before: &str, after: &str) -> (String, String) {
    let (old, new): (Vec<char>, Vec<char>) = (before.chars().collect(), after.chars().collect());
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let room = old.len().min(new.len()) - head;
    let tail = old.iter().rev().zip(new.iter().rev()).take(room).take_while(|(a, b)| a == b).count();
    (window(&old, head, tail), window(&new, head, tail))
}

fn window(text: &[char], head: usize, tail: usize) -> String {
    let from = head.saturating_sub(CONTEXT);
    let to = (text.len() - tail.saturating_sub(CONTEXT)).min(from + LONGEST).max(from);
    let mut cut: String = text[from..to].iter().collect();
    if from > 0 {
        cut.insert(0, '…');
    }
    if to < text.len() {
        cut.push('…');
    }
    cut.trim_matches('\n').to_owned()
}

/// The text, or its start up to a word's end with `…`, at most `max_chars` characters in all.
pub(crate) fn at_word(text: &str, max_chars: usize) -> String {
    if text.chars().count() <= max_chars {
        return text.to_owned();
    }
    let room = max_chars.saturating_sub(1);
    let start: String = text.chars().take(room).collect();
    let whole = text.chars().nth(room).is_some_and(char::is_whitespace);
    let kept = match start.rfind(char::is_whitespace) {
        Some(at) if !whole && at > 0 => &start[..at],
        _ => &start,
    };
    let mut cut = kept.trim_end_matches(|c: char| c.is_whitespace() || ",;:–—-".contains(c)).to_owned();
    if max_chars > 0 {
        cut.push('…');
    }
    cut
}
