//! An account: who signs in, and how they stand. It acts as one person.

use basics::{At, Id, Lang, Level, Roles};

/// Whether an account can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Active,
    /// Asked to be deleted; erased when `leaves_at` has come, unless the person changes their mind.
    Leaving,
    /// Not used for a year: out of sight until the person comes back, and erased after another.
    Asleep,
    /// Ended by a steward.
    Banned,
}

impl State {
    pub fn code(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Leaving => "leaving",
            Self::Asleep => "asleep",
            Self::Banned => "banned",
        }
    }

    /// An unknown state lets nobody in.
    pub fn from_code(code: &str) -> Self {
        match code {
            "active" => Self::Active,
            "leaving" => Self::Leaving,
            "asleep" => Self::Asleep,
            _ => Self::Banned,
        }
    }
}

/// What signs somebody in, as kept: hashes only.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Secrets {
    /// Argon2id, as a PHC string.
    pub passphrase: Option<String>,
    /// Six digits, only on a phone that is known; argon2id, as a PHC string.
    pub pin: Option<String>,
    /// The key of the second step, in base32.
    pub totp: Option<String>,
    /// The last time step a second step was used in: no code works twice.
    pub totp_step: i64,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    pub id: Id<Account>,
    /// Id of the person this account acts as.
    pub person: String,
    pub handle: String,
    /// What look-alikes of the handle share.
    pub handle_key: String,
    pub secrets: Secrets,
    pub lang: Lang,
    /// Year of birth, when told.
    pub born: Option<i16>,
    pub level: Level,
    /// The level a steward or the operator gave; vouches do not take it away.
    pub by_hand: Level,
    /// Who gave it.
    pub trusted_by: Option<String>,
    pub roles: Roles,
    pub state: State,
    /// Since when a steward looks into this account: nothing is vouched meanwhile.
    pub review_since: Option<At>,
    /// Since when the account is vouched for.
    pub vouched_at: Option<At>,
    pub leaves_at: Option<At>,
    /// The helper who registered the person.
    pub made_by: Option<String>,
    /// The member who invited the person.
    pub invited_by: Option<String>,
    pub shared_by_default: bool,
    /// Helpers may act for this person when they are present.
    pub takes_help: bool,
    /// Minutes of the day in Africa/Blantyre between which nothing is sent.
    pub quiet: Option<(i64, i64)>,
    pub created_at: At,
    /// The day of the last visit, as midnight UTC; never the moment.
    pub seen_on: At,
}

impl Account {
    pub fn new(person: String, handle: &str, handle_key: &str, lang: Lang, now: At) -> Self {
        Self {
            id: Id::new(),
            person,
            handle: handle.into(),
            handle_key: handle_key.into(),
            secrets: Secrets::default(),
            lang,
            born: None,
            level: Level::Member,
            by_hand: Level::Member,
            trusted_by: None,
            roles: Roles::default(),
            state: State::Active,
            review_since: None,
            vouched_at: None,
            leaves_at: None,
            made_by: None,
            invited_by: None,
            shared_by_default: false,
            takes_help: true,
            quiet: None,
            created_at: now,
            seen_on: day_of(now),
        }
    }

    /// 13 to 17 years old.
    pub fn is_minor(&self, now: At) -> bool {
        self.born.is_some_and(|year| crate::birth::protected_until(year) > now)
    }

    /// The level that counts: under review everybody is a plain member.
    pub fn standing(&self) -> Level {
        if self.review_since.is_some() { Level::Member } else { self.level }
    }

    pub fn has_second_step(&self) -> bool {
        self.secrets.totp.is_some()
    }
}

/// Midnight UTC of the day of a moment.
pub fn day_of(at: At) -> At {
    At(at.0 - at.0.rem_euclid(At::DAY))
}
