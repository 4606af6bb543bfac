//! Who is looking, and how far they see. The comparison lives here and nowhere else.

use crate::{Audience, Capability, Level, Role, Roles};

/// A person's id as a number, so that a viewer can be copied. Ids that are no UUID are nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PersonKey(u128);

impl PersonKey {
    pub fn of(id: &str) -> Option<Self> {
        uuid::Uuid::try_parse(id).ok().map(|id| Self(id.as_u128()))
    }
}

/// Somebody signed in, as the rest of the house needs to know them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Member {
    pub person: PersonKey,
    pub level: Level,
    /// Roles that are awake: without a second step only those that need none.
    pub roles: Roles,
    /// 13 to 17 years old.
    pub minor: bool,
    accepted_by: Option<PersonKey>,
}

impl Member {
    pub fn new(person: PersonKey, level: Level, roles: Roles, minor: bool) -> Self {
        Self { person, level, roles, minor, accepted_by: None }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Viewer {
    /// Anybody on the web.
    Stranger,
    Member(Member),
    /// The person who hosts the portal, at the command line.
    Operator,
}

impl Viewer {
    /// The narrowest audience this viewer belongs to everywhere: what lists, search and counts show them.
    ///
    /// Roles add nothing beyond what vouched members see: "people I accepted" and "only me" mean it.
    pub fn reach(self) -> Audience {
        match self {
            Self::Stranger => Audience::Everyone,
            Self::Member(member) if member.level >= Level::Vouched || self.guards() => Audience::Vouched,
            Self::Member(_) => Audience::Members,
            Self::Operator => Audience::OnlyMe,
        }
    }

    /// The narrowest audience this viewer belongs to on the page of one person: all of it on their own.
    pub fn reach_to(self, person: &str) -> Audience {
        let Self::Member(member) = self else { return self.reach() };
        match PersonKey::of(person) {
            Some(key) if key == member.person => Audience::OnlyMe,
            Some(key) if member.accepted_by == Some(key) => Audience::Accepted,
            _ => self.reach(),
        }
    }

    pub fn sees(self, audience: Audience) -> bool {
        audience >= self.reach()
    }

    /// The same viewer, on the page of a person who has accepted them.
    pub fn accepted_by(self, person: &str) -> Self {
        match self {
            Self::Member(member) => Self::Member(Member { accepted_by: PersonKey::of(person), ..member }),
            other => other,
        }
    }

    pub fn member(self) -> Option<Member> {
        match self {
            Self::Member(member) => Some(member),
            _ => None,
        }
    }

    /// Whether this is the person themselves.
    pub fn is(self, person: &str) -> bool {
        self.member().is_some_and(|member| PersonKey::of(person) == Some(member.person))
    }

    /// Whether the viewer keeps others safe, and so may know that somebody hidden is here.
    pub fn guards(self) -> bool {
        match self {
            Self::Stranger => false,
            Self::Member(member) => member.roles.has(Role::Steward) || member.roles.has(Role::Admin),
            Self::Operator => true,
        }
    }

    pub fn may(self, capability: Capability) -> bool {
        self.member().is_some_and(|member| capability.held_by(member.level, member.roles, member.minor))
    }
}
