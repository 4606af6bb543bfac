//! Values that were never filled in: what a template or a form put there.

use std::sync::LazyLock;

use regex::Regex;

const WORDS: &[&str] = &[
    "todo",
    "tbd",
    "tba",
    "n/a",
    "placeholder",
    "image alt",
    "alt text",
    "your name",
    "your name here",
    "your title here",
    "your text here",
    "insert text here",
    "insert name here",
    "change me",
    "changeme",
    "fixme",
    "undefined",
    "[object object]",
];

static PATTERN: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^(?:x{3,}|lorem[ _-]?ipsum(?:[ _-]?dolor.*|[.…]*)?|<?insert .{0,40} here>?)$").ok());

/// Whether a whole value is a placeholder, whatever its case.
pub(crate) fn is_placeholder(value: &str) -> bool {
    let value = value.trim().trim_end_matches(['.', '…', ':', '!']).trim();
    if value.is_empty() || value.len() > 2000 {
        return false;
    }
    let folded = value.to_lowercase().replace('\n', " ");
    WORDS.contains(&folded.as_str())
        || PATTERN.as_ref().is_some_and(|pattern| pattern.is_match(&folded))
        || folded.starts_with("lorem ipsum dolor")
}
