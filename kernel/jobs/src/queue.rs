//! How work gets into the queue, and what is still in it.

use basics::{At, Id};
use db::{Db, Error, Result, Tx};

use crate::{Job, store};

/// Puts a job into the queue, to run at `run_at` or soon after, when the caller's transaction commits.
pub async fn enqueue<J: Job>(tx: &mut Tx, job: &J, run_at: At, now: At) -> Result<()> {
    let payload =
        serde_json::to_string(job).map_err(|error| Error::Other(format!("a job cannot be written: {error}")))?;
    store::insert(tx, Id::<J>::new().as_str(), J::KIND, &payload, run_at, now).await
}

/// A job that is not done.
#[derive(Clone, Debug, PartialEq)]
pub struct Leftover {
    pub kind: String,
    pub run_at: At,
    /// How often it was begun.
    pub attempts: i64,
    /// When it was given up.
    pub failed_at: Option<At>,
}

/// What waits, runs or was given up, oldest first, at most 1,000; without the daily jobs. For tests and `doctor`.
pub async fn leftovers(db: &Db) -> Result<Vec<Leftover>> {
    store::list_once(db).await
}
