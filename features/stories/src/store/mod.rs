//! Every SQL statement about stories, by table.

pub(crate) mod belongings;
pub mod codes;
pub mod consents;
pub mod copies;
pub mod corrections;
pub mod editions;
pub mod follow;
pub mod lists;
pub mod roles;
pub mod series;
pub mod stories;
pub mod subjects;
pub mod tellings;
pub mod whole;

use db::Value;

/// Ids put into one statement.
pub(crate) const AT_ONCE: usize = 100;

/// `$n, $n+1 …` for a list of values that follows `before` others.
pub(crate) fn marks(before: usize, count: usize) -> String {
    (before + 1..=before + count).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ")
}

pub(crate) fn values(ids: &[&str]) -> Vec<Value> {
    ids.iter().map(|id| Value::from(*id)).collect()
}

pub(crate) fn json<T: serde::de::DeserializeOwned>(text: &str) -> db::Result<T> {
    serde_json::from_str(text).map_err(|error| db::Error::Other(format!("kept JSON cannot be read: {error}")))
}

pub(crate) fn text(value: &impl serde::Serialize) -> db::Result<String> {
    serde_json::to_string(value).map_err(|error| db::Error::Other(format!("JSON cannot be written: {error}")))
}

/// A word of an enum that the database must hold.
pub(crate) fn word<T>(found: Option<T>, column: &str) -> db::Result<T> {
    found.ok_or_else(|| db::Error::Other(format!("{column} holds a word that this release does not know")))
}
