//! Jobs that come back every day. Each has one row for ever, whose time moves on when the day's work is done: nodes
//! cannot do it twice, whatever their clocks say, and a day missed while all were down is made up for once.

use basics::At;

/// A time of day in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    pub hour: u8,
    pub minute: u8,
}

/// What the id of a daily job begins with.
pub(crate) const DAILY: &str = "daily:";

pub(crate) fn id(kind: &str) -> String {
    format!("{DAILY}{kind}")
}

impl Time {
    /// The first moment after `now` at this time of day.
    pub fn after(self, now: At) -> At {
        let midnight = now.0 - now.0.rem_euclid(At::DAY);
        let today = At(midnight + (i64::from(self.hour) * 60 + i64::from(self.minute)) * At::MINUTE);
        if today > now { today } else { today.plus(At::DAY) }
    }
}
