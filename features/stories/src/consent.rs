//! A consent: who agrees to which use of which version, until when, and how they said so.

use basics::{At, Id};
use serde::{Deserialize, Serialize};

use crate::codes::coded;

coded! {
    /// What a story may be used for. What is not granted is a place where it does not appear.
    Use {
        /// These pages. Without it nothing else counts.
        Site = "site",
        /// Previews with picture and line when its address is shared.
        Share = "share",
        /// Feeds, and the press.
        Press = "press",
        Fundraising = "fundraising",
        Print = "print",
        Exhibition = "exhibition",
    }
}

coded! {
    /// How it was given.
    How {
        /// Signed in.
        Account = "account",
        /// With the code on their paper.
        Code = "code",
        /// Through a helper beside them.
        Helper = "helper",
    }
}

coded! {
    /// Who gave it.
    Giver {
        Own = "own",
        /// A parent or guardian, for somebody under 18, beside their own.
        Guardian = "guardian",
    }
}

coded! {
    /// For how long.
    Term {
        Year = "1",
        TwoYears = "2",
        FiveYears = "5",
    }
}

impl Term {
    pub fn years(self) -> i64 {
        match self {
            Self::Year => 1,
            Self::TwoYears => 2,
            Self::FiveYears => 5,
        }
    }

    /// When a consent given now ends.
    pub fn ends_at(self, now: At) -> At {
        now.plus(self.years() * 365 * At::DAY)
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Consent {
    #[serde(skip, default = "Id::new")]
    pub id: Id<Consent>,
    /// Id of the subject, beside whom an export says it.
    #[serde(skip)]
    pub subject: String,
    pub to: Use,
    /// The version agreed to.
    pub root: String,
    /// The language it was explained in.
    pub lang: String,
    pub how: How,
    pub by: Giver,
    /// Who was there, as they are called; may be empty for somebody signed in.
    pub witness: String,
    pub given_at: At,
    pub ends_at: At,
    pub withdrawn_at: Option<At>,
}

impl Consent {
    /// Whether it counts now.
    pub fn is_live(&self, now: At) -> bool {
        self.withdrawn_at.is_none() && self.given_at <= now && now < self.ends_at
    }
}
