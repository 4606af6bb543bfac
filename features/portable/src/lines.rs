//! Where something stands in a file, for notes to the person who keeps it.

pub(crate) struct Lines<'t> {
    text: &'t str,
    /// Where the front matter ends.
    body: usize,
}

impl<'t> Lines<'t> {
    /// The lines of a file; bytes that are no UTF-8 have no lines.
    pub fn new(bytes: &'t [u8]) -> Self {
        let text = std::str::from_utf8(bytes).unwrap_or_default();
        let body = if text.starts_with("---") { text.find("\n---").map_or(0, |at| at + 1) } else { 0 };
        Self { text, body }
    }

    /// The line, from 1, on which the first line of `part` first stands in the body or among the fields; 0 when it is
    /// not found as it is.
    pub fn of(&self, part: &str, field: &str) -> usize {
        let part = part.trim().lines().next().unwrap_or_default();
        let from = if field == "body" { self.body } else { 0 };
        let at = if part.is_empty() { None } else { self.text[from..].find(part).map(|at| from + at) };
        at.map_or(0, |at| 1 + self.text[..at].bytes().filter(|byte| *byte == b'\n').count())
    }
}
