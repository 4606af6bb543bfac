//! How much memory the files that are just arriving may take together, on this node.

use std::sync::atomic::{AtomicU64, Ordering};

/// Megabytes of all files that arrive whole with forms at one time.
pub(crate) const MEGABYTES: u64 = 32;
const MOST: u64 = MEGABYTES << 20;

static TAKEN: AtomicU64 = AtomicU64::new(0);

/// A share of the memory, given back when it is dropped.
#[derive(Debug, Default)]
pub(super) struct Share(u64);

impl Share {
    /// Takes more; nothing is taken and false answered when there is not so much left.
    pub fn grow(&mut self, bytes: u64) -> bool {
        let fits = |taken: u64| (taken + bytes <= MOST).then_some(taken + bytes);
        let grown = TAKEN.fetch_update(Ordering::Relaxed, Ordering::Relaxed, fits).is_ok();
        if grown {
            self.0 += bytes;
        }
        grown
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        TAKEN.fetch_sub(self.0, Ordering::Relaxed);
    }
}
