//! Who stands how.

use basics::{At, Level};

use super::{BRANCH, Graph, Standing, Vouch};

impl Graph {
    /// How somebody stands now. Its time grows with the vouches they received; pairs are looked at until one is
    /// independent.
    pub fn level(&self, who: &str, now: At) -> Level {
        match self.standing(who) {
            Some(standing) if standing.under_review_since.is_none() => self.base_level(who, now),
            _ => Level::Member,
        }
    }

    /// What [`Standing::vouched_since`] has to be after something changed around somebody, or time has passed.
    pub fn vouched_since(&self, who: &str, now: At) -> Option<At> {
        let standing = self.standing(who)?;
        let vouched = self.base_level(who, now) >= Level::Vouched;
        vouched.then(|| standing.vouched_since.unwrap_or(now))
    }

    /// The level as if nobody looked into this person.
    pub fn base_level(&self, who: &str, now: At) -> Level {
        let Some(standing) = self.standing(who) else { return Level::Member };
        if standing.banned || standing.left {
            Level::Member
        } else if standing.by_hand == Level::Trusted || !self.is_vouched_by_two(who, standing, now) {
            standing.by_hand
        } else {
            Level::Vouched
        }
    }

    fn is_vouched_by_two(&self, who: &str, standing: &Standing, now: At) -> bool {
        let received = self.received(who).filter(|(giver, vouch)| self.counts(giver, *vouch, standing));
        let givers: Vec<&str> = received.map(|(giver, _)| giver).collect();
        self.holds_two_voices(&givers, now)
    }

    /// Whether two of these people are independent of each other.
    pub(crate) fn holds_two_voices(&self, people: &[&str], now: At) -> bool {
        let mut pairs =
            people.iter().enumerate().flat_map(|(n, one)| people[n + 1..].iter().map(move |two| (one, two)));
        pairs.any(|(one, two)| self.are_independent(one, two, now))
    }

    /// Those of these people who are vouched for and independent of somebody, each once.
    pub(crate) fn voices_for<'a>(&self, who: &str, people: &[&'a str], now: At) -> Vec<&'a str> {
        let mut voices: Vec<&str> = Vec::new();
        for voice in people {
            let apart = *voice != who && self.are_independent(voice, who, now);
            if apart && self.level(voice, now) >= Level::Vouched && !voices.contains(voice) {
                voices.push(voice);
            }
        }
        voices
    }

    /// Whether what somebody has said for another one counts.
    pub(crate) fn speaks_for(&self, giver: &str, receiver: &str) -> bool {
        let said = self.vouch(giver, receiver).zip(self.standing(receiver));
        said.is_some_and(|(vouch, receiver)| self.counts(giver, vouch, receiver))
    }

    fn counts(&self, giver: &str, vouch: Vouch, receiver: &Standing) -> bool {
        let Some(giver) = self.standing(giver) else { return false };
        let frozen = match (giver.under_review_since, receiver.vouched_since) {
            (None, _) => false,
            (Some(review), Some(vouched)) => review < vouched,
            (Some(_), None) => true,
        };
        !vouch.withdrawn && !giver.banned && !frozen
    }

    /// Whether two people may speak for the same third one.
    fn are_independent(&self, one: &str, two: &str, now: At) -> bool {
        let tied = self.vouch(one, two).is_some() || self.vouch(two, one).is_some();
        let branch = self.received(one).any(|(giver, first)| {
            self.vouch(giver, two).is_some_and(|second| now < first.given_at.max(second.given_at).plus(BRANCH))
        });
        !tied && !branch
    }
}
