//! Levels and roles, and THE TABLE of what they allow. A route asks for a capability, never for a level or role.

use std::fmt;

use serde::{Deserialize, Serialize};

/// How well a member is known; each step includes the ones before it. Everybody starts at the lowest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    #[default]
    Member,
    /// Two members who are independent of each other know this person.
    Vouched,
    /// A steward has given more trust to somebody vouched for.
    Trusted,
}

impl Level {
    pub const ALL: [Self; 3] = [Self::Member, Self::Vouched, Self::Trusted];

    /// The number kept in the database: 0 (member) to 2 (trusted).
    pub fn rank(self) -> i64 {
        self as i64
    }

    /// The level with this number; an unknown number is the lowest.
    pub fn from_rank(rank: i64) -> Self {
        Self::ALL.into_iter().find(|level| level.rank() == rank).unwrap_or_default()
    }

    pub fn code(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Vouched => "vouched",
            Self::Trusted => "trusted",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.code() == code)
    }
}

/// A task in the team, given by an administrator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Registers and acts for people who are present.
    Helper,
    /// Works with members' texts.
    Editor,
    /// Judges entries of competitions.
    Judge,
    /// Keeps people safe: reports, vouches, accounts.
    Steward,
    /// Hosts the portal.
    Admin,
}

impl Role {
    pub const ALL: [Self; 5] = [Self::Helper, Self::Editor, Self::Judge, Self::Steward, Self::Admin];

    pub fn code(self) -> &'static str {
        match self {
            Self::Helper => "helper",
            Self::Editor => "editor",
            Self::Judge => "judge",
            Self::Steward => "steward",
            Self::Admin => "admin",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }

    /// Whether the role sleeps until its holder signs in with a second step (safety.md, *Accounts*).
    pub fn wants_second_step(self) -> bool {
        self != Self::Helper
    }
}

/// The roles of one account, kept as one number in the database.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Roles(u8);

impl Roles {
    pub fn with(self, role: Role) -> Self {
        Self(self.0 | 1 << role as u8)
    }

    pub fn without(self, role: Role) -> Self {
        Self(self.0 & !(1 << role as u8))
    }

    pub fn has(self, role: Role) -> bool {
        self.0 & 1 << role as u8 != 0
    }

    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub fn iter(self) -> impl Iterator<Item = Role> {
        Role::ALL.into_iter().filter(move |role| self.has(*role))
    }

    /// The roles that work without a second step.
    pub fn awake(self) -> Self {
        self.iter().filter(|role| !role.wants_second_step()).fold(Self::default(), Self::with)
    }

    /// The number kept in the database.
    pub fn bits(self) -> i64 {
        self.0.into()
    }

    /// Unknown bits are dropped.
    pub fn from_bits(bits: i64) -> Self {
        Role::ALL.into_iter().filter(|role| bits & (1 << *role as u8) != 0).fold(Self::default(), Self::with)
    }
}

impl fmt::Debug for Roles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

/// Something that not every member may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Capability {
    /// Say "I know this person".
    Vouch,
    /// Ask somebody new in.
    Invite,
    /// Register and act for people who are present.
    Help,
    /// Say what may be public of people who were imported.
    Release,
    /// See how an account stands.
    SeeAccounts,
    /// Put accounts under review, end them, give and take trust.
    Steward,
    /// Give and take roles.
    GiveRoles,
    /// Read and print messages that wait because no mail is set up.
    ReadOutbox,
    /// Read the log of security events.
    ReadAudit,
    /// Look after the words of crafts, skills and languages.
    Curate,
    /// Work on stories with the people in them.
    Edit,
}

impl Capability {
    pub const ALL: [Self; 11] = [
        Self::Vouch,
        Self::Invite,
        Self::Help,
        Self::Release,
        Self::SeeAccounts,
        Self::Steward,
        Self::GiveRoles,
        Self::ReadOutbox,
        Self::ReadAudit,
        Self::Curate,
        Self::Edit,
    ];

    /// THE TABLE: the lowest level that brings this capability, and the roles that do.
    pub fn needs(self) -> (Option<Level>, &'static [Role]) {
        match self {
            Self::Vouch => (Some(Level::Vouched), &[]),
            Self::Invite => (Some(Level::Vouched), &[Role::Helper, Role::Steward, Role::Admin]),
            Self::Help => (None, &[Role::Helper]),
            Self::Release | Self::Curate => (None, &[Role::Editor, Role::Steward]),
            Self::Edit => (None, &[Role::Editor]),
            Self::SeeAccounts => (None, &[Role::Steward, Role::Admin]),
            Self::Steward => (None, &[Role::Steward]),
            Self::GiveRoles | Self::ReadOutbox | Self::ReadAudit => (None, &[Role::Admin]),
        }
    }

    pub fn code(self) -> &'static str {
        match self {
            Self::Vouch => "vouch",
            Self::Invite => "invite",
            Self::Help => "help",
            Self::Release => "release",
            Self::SeeAccounts => "see-accounts",
            Self::Steward => "steward",
            Self::GiveRoles => "give-roles",
            Self::ReadOutbox => "read-outbox",
            Self::ReadAudit => "read-audit",
            Self::Curate => "curate",
            Self::Edit => "edit",
        }
    }

    /// Whether this level and these roles bring it. Minors hold none: they are protected, and protect nobody.
    pub fn held_by(self, level: Level, roles: Roles, minor: bool) -> bool {
        let (from, by) = self.needs();
        !minor && (from.is_some_and(|from| level >= from) || by.iter().any(|role| roles.has(*role)))
    }
}
