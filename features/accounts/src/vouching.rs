//! Vouching: how members become known. The rules, over a graph in memory; who keeps the graph is not their concern.
//!
//! **Levels.** Everybody starts as a member. Two independent vouches that count make *vouched*. A steward makes
//! *trusted* out of somebody vouched for 90 days, and takes it away again; the operator may set any level by hand, which
//! is how the first people get theirs. Whoever is banned, gone or under review stands as a member.
//!
//! **Giving.** Who stands as vouched or more may vouch, but minors may not. 3 vouches a calendar month (UTC), 6 for the
//! trusted; those taken back are counted. Nothing is given while either side is under review, banned or gone.
//!
//! **Counting.** A vouch counts unless it was taken back or its giver is banned. A giver who left still counts, and so
//! does one who has fallen back to member: they were vouched for when they gave it. A ban therefore reaches those the
//! banned person vouched for, and no further. While a giver is under review, their vouch counts only for receivers who
//! were vouched for before the review began: nobody loses by a review of somebody else, and nobody gains.
//!
//! **Independence.** Two givers are independent unless
//! - one of them has ever vouched for the other, or
//! - they are of one branch: somebody has vouched for both of them, and the younger of those two vouches is less than 30
//!   days old.
//!
//! Vouches that were taken back, and those of banned people, still tie givers together: nobody becomes independent by
//! covering tracks. Time does it: a pair of one branch begins to count 30 days later by itself.
//!
//! **Why puppets gain nothing.** A vouch needs a giver who is vouched for, so a ring of ten new accounts cannot even
//! begin. One vouched account gone bad can put one vouch on each of three puppets a month; each lacks a second one, for
//! ever, as puppets at one vouch cannot give. Two independent accounts gone bad make three puppets in the first month;
//! all of them share both givers and are tied to those givers, so no two of the five lift a fourth before 30 days have
//! passed: time for people to notice, and one ban of a root takes the whole first generation down.

mod giving;
mod levels;

use std::collections::HashMap;

use basics::{At, Level};

pub use giving::{TrustRefusal, VouchRefusal};

/// How long a common giver makes two people one branch.
const BRANCH: i64 = 30 * At::DAY;

/// How somebody knows the person they vouch for. Never shown to anybody but the two of them and stewards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KnownFrom {
    Family,
    Neighbour,
    Work,
    School,
    /// A group of any kind: choir, club, congregation. Which one is not asked.
    Community,
    Other,
}

impl KnownFrom {
    pub const ALL: [Self; 6] = [Self::Family, Self::Neighbour, Self::Work, Self::School, Self::Community, Self::Other];

    pub fn code(self) -> &'static str {
        match self {
            Self::Family => "family",
            Self::Neighbour => "neighbour",
            Self::Work => "work",
            Self::School => "school",
            Self::Community => "community",
            Self::Other => "other",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|from| from.code() == code)
    }
}

/// What the rules need to know of somebody beside vouches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// What a steward or the operator has given; `Member` is nothing.
    pub by_hand: Level,
    /// Since when their level has been vouched or more, reviews aside; see [`Graph::vouched_since`].
    pub vouched_since: Option<At>,
    pub under_review_since: Option<At>,
    pub banned: bool,
    /// Deleted their account, of their own will.
    pub left: bool,
    /// 13 to 17 years old.
    pub minor: bool,
}

/// What one person has said for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vouch {
    pub given_at: At,
    pub withdrawn: bool,
}

/// People by id, and who vouches for whom. It may hold everybody, or only those around somebody: for a level that is the
/// person, their givers, and the vouches that those received; for giving, both sides so and all that the giver gave.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    people: HashMap<String, Person>,
}

#[derive(Clone, Debug, Default)]
struct Person {
    /// Absent for somebody who is only known as one end of a vouch: theirs do not count.
    standing: Option<Standing>,
    received: HashMap<String, Vouch>,
    given: HashMap<String, At>,
}

impl Graph {
    /// Puts somebody in, or replaces their standing.
    pub fn put(&mut self, who: &str, standing: Standing) {
        self.person(who).standing = Some(standing);
    }

    pub fn standing(&self, who: &str) -> Option<&Standing> {
        self.people.get(who)?.standing.as_ref()
    }

    /// Puts in a vouch as it was written down, without asking the rules.
    pub fn put_vouch(&mut self, giver: &str, receiver: &str, vouch: Vouch) {
        self.person(receiver).received.insert(giver.to_owned(), vouch);
        self.person(giver).given.insert(receiver.to_owned(), vouch.given_at);
    }

    /// Takes a vouch back. False when there is none in force.
    pub fn withdraw(&mut self, giver: &str, receiver: &str) -> bool {
        let vouch = self.people.get_mut(receiver).and_then(|person| person.received.get_mut(giver));
        vouch.is_some_and(|vouch| !std::mem::replace(&mut vouch.withdrawn, true))
    }

    fn person(&mut self, who: &str) -> &mut Person {
        self.people.entry(who.to_owned()).or_default()
    }

    /// Every vouch somebody ever received, by giver.
    fn received(&self, who: &str) -> impl Iterator<Item = (&str, Vouch)> {
        let received = self.people.get(who).into_iter().flat_map(|person| &person.received);
        received.map(|(giver, vouch)| (giver.as_str(), *vouch))
    }

    fn vouch(&self, giver: &str, receiver: &str) -> Option<Vouch> {
        self.people.get(receiver)?.received.get(giver).copied()
    }
}
