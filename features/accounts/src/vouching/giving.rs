//! Who may vouch for whom, and who may be trusted.

use basics::{At, Level};
use jiff::{civil::Date, tz::TimeZone};

use super::{Graph, Standing, Vouch};

/// Vouches in a calendar month.
const A_MONTH: usize = 3;
const A_MONTH_TRUSTED: usize = 6;
/// Somebody is vouched for so long before they can be trusted.
const BEFORE_TRUST: i64 = 90 * At::DAY;

/// Why a vouch cannot be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VouchRefusal {
    /// For oneself.
    Own,
    /// One of the two is unknown, banned or gone.
    NotHere,
    /// A steward looks into one of the two. To be worded so that it does not tell into whom.
    UnderReview,
    /// Minors are vouched for, they do not vouch.
    Minor,
    /// The giver is not vouched for.
    NotVouched,
    /// It is given already, or was given and taken back this month.
    Already,
    /// The month's vouches are used up; there are new ones at this moment.
    Limit(At),
}

/// Why somebody cannot be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrustRefusal {
    /// Unknown, banned or gone.
    NotHere,
    UnderReview,
    Minor,
    /// Not vouched for.
    NotVouched,
    /// They are already.
    Already,
    /// Not vouched for long enough; at this moment they will be.
    TooSoon(At),
}

impl Graph {
    /// Whether one person may vouch for another at this moment.
    ///
    /// # Errors
    /// The first rule against it.
    pub fn may_vouch(&self, giver: &str, receiver: &str, at: At) -> Result<(), VouchRefusal> {
        if giver == receiver {
            return Err(VouchRefusal::Own);
        }
        let (Some(from), Some(to)) = (self.present(giver), self.present(receiver)) else {
            return Err(VouchRefusal::NotHere);
        };
        if from.under_review_since.or(to.under_review_since).is_some() {
            return Err(VouchRefusal::UnderReview);
        }
        if from.minor {
            return Err(VouchRefusal::Minor);
        }
        let most = match self.level(giver, at) {
            Level::Member => return Err(VouchRefusal::NotVouched),
            Level::Vouched => A_MONTH,
            Level::Trusted => A_MONTH_TRUSTED,
        };
        let before = self.vouch(giver, receiver);
        if before.is_some_and(|vouch| !vouch.withdrawn || month_of(vouch.given_at) >= month_of(at)) {
            return Err(VouchRefusal::Already);
        }
        if self.given_in_month_of(giver, at) < most { Ok(()) } else { Err(VouchRefusal::Limit(next_month(at))) }
    }

    /// Vouches, if the rules allow it.
    ///
    /// # Errors
    /// As [`Graph::may_vouch`].
    pub fn give(&mut self, giver: &str, receiver: &str, at: At) -> Result<(), VouchRefusal> {
        self.may_vouch(giver, receiver, at)?;
        self.put_vouch(giver, receiver, Vouch { given_at: at, withdrawn: false });
        Ok(())
    }

    /// Whether a steward may trust somebody at this moment.
    ///
    /// # Errors
    /// The first rule against it.
    pub fn may_trust(&self, who: &str, at: At) -> Result<(), TrustRefusal> {
        let standing = self.present(who).ok_or(TrustRefusal::NotHere)?;
        if standing.under_review_since.is_some() {
            return Err(TrustRefusal::UnderReview);
        }
        if standing.minor {
            return Err(TrustRefusal::Minor);
        }
        match self.level(who, at) {
            Level::Member => return Err(TrustRefusal::NotVouched),
            Level::Vouched => {}
            Level::Trusted => return Err(TrustRefusal::Already),
        }
        let long_enough_at = standing.vouched_since.unwrap_or(at).plus(BEFORE_TRUST);
        if at < long_enough_at { Err(TrustRefusal::TooSoon(long_enough_at)) } else { Ok(()) }
    }

    fn present(&self, who: &str) -> Option<&Standing> {
        self.standing(who).filter(|standing| !standing.banned && !standing.left)
    }

    /// Later ones count too: a clock that was set back gives no second helping.
    fn given_in_month_of(&self, giver: &str, at: At) -> usize {
        let given = self.people.get(giver).into_iter().flat_map(|person| person.given.values());
        given.filter(|given_at| month_of(**given_at) >= month_of(at)).count()
    }
}

/// The first day of the month of a moment, in UTC.
fn month_of(at: At) -> Date {
    at.timestamp().to_zoned(TimeZone::UTC).date().first_of_month()
}

fn next_month(at: At) -> At {
    At::midnight(month_of(at).last_of_month().saturating_add(jiff::Span::new().days(1)))
}
