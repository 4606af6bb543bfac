//! The marks inside a paragraph: who speaks, and pictures and recordings by name.

use super::Said;

/// A speaker's name is no longer than this, in characters: then it is a sentence.
const NAME: usize = 60;

/// `Q (Neema): How did you begin?` → question, `Neema`, `How did you begin?`
pub(super) fn spoken(paragraph: &str) -> Option<(Said, String, &str)> {
    let (mark, words) = paragraph.split_once(':')?;
    let (letter, name) = match mark.split_once('(') {
        Some((letter, rest)) => (letter.trim(), rest.strip_suffix(')')?.trim()),
        None => (mark.trim(), ""),
    };
    let said = match letter {
        "Q" | "S" => Said::Question,
        "A" | "J" | "R" => Said::Answer,
        _ => return None,
    };
    (name.chars().count() <= NAME).then(|| (said, name.to_owned(), words.trim_start()))
}

/// The names in a paragraph that is nothing but `![](p1)`.
pub(super) fn pieces_alone(paragraph: &str) -> Option<Vec<String>> {
    let (rest, names) = without_pieces(paragraph);
    (rest.trim().is_empty() && !names.is_empty()).then_some(names)
}

/// A paragraph without its lines that are `![](p1)`, and those names.
pub(super) fn without_pieces(paragraph: &str) -> (String, Vec<String>) {
    let (mut words, mut names) = (Vec::new(), Vec::new());
    for line in paragraph.lines() {
        match line.split_whitespace().map(piece).collect::<Option<Vec<_>>>() {
            Some(found) if !found.is_empty() => names.extend(found),
            _ => words.push(line),
        }
    }
    (words.join("\n"), names)
}

/// `![](p1)` → `p1`.
fn piece(word: &str) -> Option<String> {
    let name = word.strip_prefix("![](")?.strip_suffix(')')?;
    let (letter, number) = name.split_at_checked(1)?;
    (matches!(letter, "p" | "s") && !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit()))
        .then(|| name.to_owned())
}
