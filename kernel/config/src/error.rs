//! What is wrong with the settings, all of it at once, in words for the person who hosts the portal.

use std::{fmt, path::PathBuf};

use crate::origin::Origin;

#[derive(Debug)]
pub struct ConfigError(pub Vec<Problem>);

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// A name that is no setting, and the one that may have been meant.
    Unknown { name: String, origin: Origin, meant: Option<String> },
    /// A value that cannot be used; `value` is empty when it is secret.
    Wrong { key: &'static str, value: String, origin: Origin, expected: &'static str },
    /// Settings that do not go together.
    Together(String),
    /// A file that cannot be read, and why.
    File { path: PathBuf, why: String },
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.as_slice() {
            [only] => write!(f, "the settings cannot be used: {only}"),
            problems => {
                write!(f, "the settings cannot be used, for {} reasons:", problems.len())?;
                problems.iter().try_for_each(|problem| write!(f, "\n  - {problem}"))
            }
        }
    }
}

impl std::error::Error for ConfigError {}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown { name, origin, meant } => {
                write!(f, "{origin}: there is no setting `{name}`")?;
                meant.iter().try_for_each(|meant| write!(f, "; did you mean `{meant}`?"))
            }
            Self::Wrong { key, value, origin, expected } if value.is_empty() => {
                write!(f, "{origin}: `{key}` cannot be this; it must be {expected}")
            }
            Self::Wrong { key, value, origin, expected } => {
                write!(f, "{origin}: `{key}` cannot be `{value}`; it must be {expected}")
            }
            Self::Together(why) => f.write_str(why),
            Self::File { path, why } => write!(f, "{}: {why}", path.display()),
        }
    }
}
