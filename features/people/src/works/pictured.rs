//! Who can be recognised in a work, and what they agreed to. Kept for the owner; others never read it.

use serde::{Deserialize, Serialize};

/// Who can be recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Who {
    Nobody,
    /// Grown-up people, who agreed.
    Adults,
    /// Somebody under 18: never for everybody (safety.md 4).
    Minors,
}

impl Who {
    pub const ALL: [Self; 3] = [Self::Nobody, Self::Adults, Self::Minors];

    pub fn code(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::Adults => "adults",
            Self::Minors => "minors",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|who| who.code() == code)
    }
}

/// How people agreed: `spoken`, `written`, `recorded`.
pub const WAYS: [&str; 3] = ["spoken", "written", "recorded"];

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pictured {
    pub who: Who,
    /// What the people agreed to; none where nobody can be recognised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed: Option<Agreed>,
}

/// People in a picture who agreed that it is shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Agreed {
    /// Their names, as the owner knows them.
    pub names: String,
    /// One of [`WAYS`].
    pub how: String,
    /// The day, `2026-11-02`.
    pub on: String,
}
