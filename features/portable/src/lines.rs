//! Where something stands in a file, for notes to the person who keeps it.

pub(crate) struct Lines<'t> {
    text: &'t str,
}

impl<'t> Lines<'t> {
    /// The lines of a file; bytes that are no UTF-8 have no lines.
    pub fn new(bytes: &'t [u8]) -> Self {
        Self { text: std::str::from_utf8(bytes).unwrap_or_default() }
    }

    /// The line, from 1, on which the first line of `part` first stands; 0 when it is not found as it is.
    pub fn of(&self, part: &str) -> usize {
        let part = part.trim().lines().next().unwrap_or_default();
        let at = if part.is_empty() { None } else { self.text.find(part) };
        at.map_or(0, |at| 1 + self.text[..at].bytes().filter(|byte| *byte == b'\n').count())
    }
}
