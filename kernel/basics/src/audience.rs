//! How far a field reaches.

use serde::{Deserialize, Serialize};

/// How far a field reaches; each step includes the ones before it. New fields start at `OnlyMe`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    #[default]
    OnlyMe,
    Accepted,
    Vouched,
    Members,
    Everyone,
}

impl Audience {
    pub const ALL: [Self; 5] = [Self::OnlyMe, Self::Accepted, Self::Vouched, Self::Members, Self::Everyone];

    /// The number kept in the database: 0 (only me) to 4 (everyone).
    pub fn rank(self) -> i64 {
        self as i64
    }

    /// The audience with this number; an unknown number is the narrowest.
    pub fn from_rank(rank: i64) -> Self {
        Self::ALL.into_iter().find(|audience| audience.rank() == rank).unwrap_or_default()
    }

    pub fn code(self) -> &'static str {
        match self {
            Self::OnlyMe => "only-me",
            Self::Accepted => "accepted",
            Self::Vouched => "vouched",
            Self::Members => "members",
            Self::Everyone => "everyone",
        }
    }
}
