//! Years of birth: who may have an account, and until when somebody is protected as a minor. Never a day or a month.
//!
//! As only the year is known, each rule takes the side of the child: protection lasts until the year is over in which
//! somebody turns 18. Joining is open from the year in which they turn 13, so that nobody needs to tell their birthday.

use basics::At;
use jiff::tz::TimeZone;

/// Who turns this old this year may join.
const JOINS_AT: i16 = 13;
/// Protection ends with the year in which somebody turns this old.
const GROWN_AT: i16 = 18;
/// Nobody is older.
const OLDEST: i16 = 120;

/// Why a year of birth is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BirthRefusal {
    /// Not a year in which a living person was born.
    Implausible,
    /// They turn 12 this year, or less.
    TooYoung,
}

/// Takes a year of birth that somebody gives when they join.
///
/// # Errors
/// When nobody of that year can be alive, or they turn less than 13 this year.
pub fn check(year: i64, now: At) -> Result<i16, BirthRefusal> {
    let this = now.timestamp().to_zoned(TimeZone::UTC).year();
    let year = i16::try_from(year).map_err(|_| BirthRefusal::Implausible)?;
    if !(this - OLDEST..=this).contains(&year) {
        return Err(BirthRefusal::Implausible);
    }
    if this - year < JOINS_AT { Err(BirthRefusal::TooYoung) } else { Ok(year) }
}

/// The same for what somebody typed.
///
/// # Errors
/// As [`check`]; what is no number is implausible.
pub fn read(typed: &str, now: At) -> Result<i16, BirthRefusal> {
    check(typed.trim().parse().unwrap_or_default(), now)
}

/// The moment from which somebody of this year is an adult: midnight UTC after the last day of the year in which they
/// turn 18. Before it they are protected as a minor.
pub fn protected_until(year: i16) -> At {
    At::midnight(jiff::civil::date(year.clamp(0, 9_000) + GROWN_AT + 1, 1, 1))
}
