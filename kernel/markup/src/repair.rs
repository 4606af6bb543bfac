//! The note of one thing that was read differently from how it was written.

use serde::{Deserialize, Serialize};

/// One thing that was read differently from how it was written. `line` counts from 1; 0 when the whole file is
/// meant. `field` is a path such as `seo.extra[3].value`, or `body`, or empty when the whole file is meant.
/// `read` and `stored` are short excerpts around the difference; `stored` is empty when something was removed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repair {
    pub line: usize,
    pub field: String,
    pub read: String,
    pub stored: String,
    pub why: String,
}

impl Repair {
    /// A repair that shows the two texts around their first and last difference.
    pub(crate) fn new(line: usize, field: impl Into<String>, read: &str, stored: &str, why: impl Into<String>) -> Self {
        let (read, stored) = crate::cut::around(read, stored);
        Self { line, field: field.into(), read, stored, why: why.into() }
    }
}
