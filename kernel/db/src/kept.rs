//! What is kept as JSON in a column of text. Never asked for inside a statement.

use serde::{Serialize, de::DeserializeOwned};

use crate::{Error, Result};

/// Reads what is kept in a column.
///
/// # Errors
/// [`Error::Other`] when it is not what this release writes there.
pub fn json<T: DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|error| Error::Other(format!("kept JSON cannot be read: {error}")))
}

/// What is to be kept, as the text of a column.
///
/// # Errors
/// [`Error::Other`] when it cannot be written as JSON.
pub fn text(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|error| Error::Other(format!("JSON cannot be written: {error}")))
}
