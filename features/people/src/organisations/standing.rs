//! What somebody may do in an organisation.

use serde::{Deserialize, Serialize};

/// Each step includes the ones before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// Belongs to it, and changes nothing.
    #[default]
    Member,
    /// Edits its page.
    Editor,
    /// Also says who belongs to it, and how they stand.
    Owner,
}

impl Standing {
    pub const ALL: [Self; 3] = [Self::Member, Self::Editor, Self::Owner];

    pub fn code(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Editor => "editor",
            Self::Owner => "owner",
        }
    }

    /// The standing with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standing| standing.code() == code)
    }

    /// Whether they may change the organisation's page.
    pub fn edits(self) -> bool {
        self >= Self::Editor
    }
}
