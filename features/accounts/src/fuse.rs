//! The fuse of addresses: the widest and last of the limits. Guesses over many accounts from one address burn it; right
//! sign-ins never do, and phones that are known pass it, since a whole camp may share one address.
//!
//! It lives in the memory of one node. Of an address only a hash is kept, keyed with what this process made up when it
//! began: nothing of it can be read back, and nothing outlives the process.

use std::{
    hash::{BuildHasher, RandomState},
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
};

use basics::At;
use moka::sync::Cache;

const HOUR: i64 = 60 * At::MINUTE;
/// Addresses that are remembered.
const REMEMBERED: u64 = 100_000;

pub struct Fuse {
    most: u32,
    key: RandomState,
    failures: Cache<u64, Arc<Mutex<Hour>>>,
}

/// Failures since the first of them, for an hour.
#[derive(Clone, Copy, Debug)]
struct Hour {
    since: At,
    failures: u32,
}

impl Fuse {
    /// Burns at more than `most` failures an hour.
    pub fn new(most: u32) -> Self {
        Self { most, key: RandomState::new(), failures: Cache::new(REMEMBERED) }
    }

    /// Until when this address has to wait; nothing while the fuse holds. Nobody waits whose address is not known.
    pub fn burnt_until(&self, sender: Option<IpAddr>, now: At) -> Option<At> {
        let hour = self.failures.get(&self.hash(sender?))?;
        let hour = *hour.lock().unwrap_or_else(PoisonError::into_inner);
        (hour.is_now(now) && hour.failures >= self.most).then(|| hour.since.plus(HOUR))
    }

    /// Counts a failure: a secret that was checked and was wrong.
    pub fn failed(&self, sender: Option<IpAddr>, now: At) {
        let Some(sender) = sender else { return };
        let new = || Arc::new(Mutex::new(Hour { since: now, failures: 0 }));
        let hour = self.failures.get_with(self.hash(sender), new);
        let mut hour = hour.lock().unwrap_or_else(PoisonError::into_inner);
        if !hour.is_now(now) {
            *hour = Hour { since: now, failures: 0 };
        }
        hour.failures = hour.failures.saturating_add(1);
    }

    /// One household has a whole /64 of IPv6.
    fn hash(&self, sender: IpAddr) -> u64 {
        match sender.to_canonical() {
            IpAddr::V4(address) => self.key.hash_one(address),
            IpAddr::V6(address) => self.key.hash_one(&address.segments()[..4]),
        }
    }
}

impl Hour {
    fn is_now(self, now: At) -> bool {
        (0..HOUR).contains(&(now.0 - self.since.0))
    }
}
