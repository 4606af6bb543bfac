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

/// Ids put into one statement.
pub(crate) const AT_ONCE: usize = 100;

/// A word of an enum that the database must hold.
pub(crate) fn word<T>(found: Option<T>, column: &str) -> db::Result<T> {
    found.ok_or_else(|| db::Error::Other(format!("{column} holds a word that this release does not know")))
}
