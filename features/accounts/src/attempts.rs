//! How often a secret may be tried: the rule that makes guessing hopeless without ever shutting somebody out for good.
//!
//! A log belongs to one key: an account, or an account on a device it knows (the caller decides). At most 10 attempts in
//! any hour reach the hash, right or wrong. From the tenth failure in a row on, each is followed by a pause of 1, 2, 4 …
//! at most 60 minutes. A right secret ends failures and pause; it does not empty the hour, or a guesser could wait for
//! the owner to open the door again. No wait is ever longer than an hour from now.
//!
//! Somebody who keeps guessing keeps the log of the account full. Its owner needs a second log for the devices they
//! have signed in on, which strangers do not write to.
//!
//! The clock may be set back. Attempts that then lie in the future count as made now: the wait begins anew and stays
//! under an hour, and an hour of real time never sees more than 10.

use basics::At;

/// Attempts within [`HOUR`] that reach the hash.
const MOST: usize = 10;
const HOUR: i64 = 60 * At::MINUTE;
/// From so many failures in a row on there is a pause.
const PATIENCE: u32 = 10;
/// Doubling stops here: the next step would be over an hour.
const STEPS: u32 = 6;

/// The tries on one key. Kept as text in one column ([`Log::write`]).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Log {
    /// When tries reached the hash, oldest first: the latest ten.
    tried: Vec<At>,
    /// Failures since the last right secret.
    failures: u32,
}

/// Whether an attempt may go on to the hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admission {
    Now,
    /// Refused unseen. At this moment the next one is let through, if nobody else tries before.
    NotBefore(At),
}

impl Log {
    /// Whether one more try may go on to the hash. A refusal changes the log only after the clock was set back; write
    /// it then too.
    pub fn admit(&mut self, now: At) -> Admission {
        self.settle(now);
        let free_at = self.free_at();
        if now < free_at { Admission::NotBefore(free_at) } else { Admission::Now }
    }

    /// Counts a try that was let through, as a wrong one until it is known better. To be called in the transaction
    /// that asked, before the hash: two at the same time are then two tries.
    pub fn failed(&mut self, now: At) {
        self.settle(now);
        self.tried.push(now);
        let outdated = self.tried.len().saturating_sub(MOST);
        self.tried.drain(..outdated);
        self.failures = self.failures.saturating_add(1);
    }

    /// The try was right: failures and pause are over, the hour goes on.
    pub fn succeeded(&mut self) {
        self.failures = 0;
    }

    /// The latest try never reached the hash and does not count.
    pub fn forgive(&mut self) {
        if self.tried.pop().is_some() {
            self.failures = self.failures.saturating_sub(1);
        }
    }

    /// Puts moments that lie in the future at the present.
    fn settle(&mut self, now: At) {
        for at in &mut self.tried {
            *at = now.min(*at);
        }
    }

    fn free_at(&self) -> At {
        let Some(last) = self.tried.last() else { return At(i64::MIN) };
        let full = self.tried.len() >= MOST;
        let hour = if full { self.tried[0].plus(HOUR) } else { At(i64::MIN) };
        hour.max(last.plus(self.pause()))
    }

    fn pause(&self) -> i64 {
        match self.failures.checked_sub(PATIENCE) {
            Some(over) => HOUR.min(At::MINUTE << over.min(STEPS)),
            None => 0,
        }
    }

    /// The log for its column: failures, then when each try was, in base 36; under 120 characters.
    pub fn write(&self) -> String {
        let moments = self.tried.iter().map(|at| base36(at.0));
        [self.failures.to_string()].into_iter().chain(moments).collect::<Vec<_>>().join(" ")
    }

    /// Reads a column. Text that no log wrote is a log without tries: a fault shuts nobody out.
    pub fn read(text: &str) -> Self {
        let (failures, moments) = text.split_once(' ').unwrap_or((text, ""));
        let moments =
            moments.split(' ').filter(|moment| !moment.is_empty()).map(|moment| i64::from_str_radix(moment, 36));
        let tried: Result<Vec<At>, _> = moments.map(|moment| moment.map(At)).collect();
        match (failures.parse(), tried) {
            (Ok(failures), Ok(tried)) if tried.is_sorted() && tried.len() <= MOST => Self { tried, failures },
            _ => Self::default(),
        }
    }
}

fn base36(number: i64) -> String {
    let (mut rest, mut digits) = (number.unsigned_abs(), Vec::new());
    loop {
        digits.push(char::from_digit((rest % 36) as u32, 36).unwrap_or('0'));
        rest /= 36;
        if rest == 0 {
            break;
        }
    }
    let sign = if number < 0 { "-" } else { "" };
    sign.chars().chain(digits.into_iter().rev()).collect()
}
