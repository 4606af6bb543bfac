//! Work that is done later: a queue in the database, a worker on every node, a schedule.
//!
//! A job is a serialisable struct, enqueued in the transaction that makes it necessary. It runs at least once: a node
//! that dies in the middle leaves it to another, so a handler must bear to begin again. What a job does belongs in the
//! room that owns it.

mod queue;
mod runner;
mod schedule;
mod store;
#[cfg(test)]
mod tests;

use serde::{Serialize, de::DeserializeOwned};

pub use queue::{Leftover, enqueue, leftovers};
pub use runner::{Runner, Running};
pub use schedule::Time;

/// Something to be done, with all that is needed to do it.
pub trait Job: Serialize + DeserializeOwned + Send + 'static {
    /// The name it is kept under; never changed while jobs of it wait.
    const KIND: &'static str;
}
