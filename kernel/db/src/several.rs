//! Several values in one statement: `WHERE id IN ($3, $4, $5)`.

use crate::Value;

/// `$3, $4, $5`: the marks of three values (`count`) that follow two others (`before`).
pub fn marks(before: usize, count: usize) -> String {
    (before + 1..=before + count).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ")
}

/// Ids, or any other words, as the values that those marks stand for.
pub fn values<T: AsRef<str>>(words: impl IntoIterator<Item = T>) -> Vec<Value> {
    words.into_iter().map(|word| Value::from(word.as_ref())).collect()
}
