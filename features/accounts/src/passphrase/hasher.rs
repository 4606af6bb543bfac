//! Argon2id in a bounded pool: as many hashes at a time as there are cores, a queue with an end, memory used again.
//!
//! 19 MiB for one hash would be 19 GiB for a wave of a thousand. Here a wave waits, and who finds the queue full is told
//! so at once. Checking the passphrase of nobody costs what checking somebody's does.

use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicUsize, Ordering},
};

use argon2::{
    Algorithm, Argon2, Block, Params, PasswordHash, Version,
    password_hash::phc::{Output, ParamsString, Salt},
};
use tokio::sync::Semaphore;

use crate::code::random;

const SALT: usize = 16;
const OUTPUT: usize = 32;
/// Kept hashes that ask for more memory than this were not made here.
const MOST_BLOCKS: usize = 64 * 1024;

/// What one hash costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// In KiB.
    pub memory: u32,
    pub passes: u32,
    pub lanes: u32,
}

impl Default for Cost {
    /// 19 MiB, two passes, one lane: the least that safety.md allows.
    fn default() -> Self {
        Self { memory: 19 * 1024, passes: 2, lanes: 1 }
    }
}

/// Too many wait already. Trying again in a few seconds helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Busy;

/// Argon2 refuses such a cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSuchCost;

/// The pool. Cheap to clone.
#[derive(Clone)]
pub struct Hasher(Arc<Pool>);

struct Pool {
    cost: Params,
    permits: Arc<Semaphore>,
    waiting: AtomicUsize,
    most_waiting: usize,
    /// Memory between two hashes; never more pieces than permits.
    benches: Mutex<Vec<Vec<Block>>>,
    nobody: Task,
}

/// What goes into a hash beside the secret.
#[derive(Clone)]
struct Task {
    cost: Params,
    salt: Vec<u8>,
}

/// Who may wait for a hash in the default pool: about ten seconds of work on two slow cores.
const WAITING: usize = 400;

impl Default for Hasher {
    /// A pool at the default cost that keeps every core of this machine but one busy at most.
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Self::with(Params::default(), cores.saturating_sub(1).max(1), WAITING)
    }
}

impl Hasher {
    /// A pool that hashes `at_once` and lets `most_waiting` wait.
    ///
    /// # Errors
    /// For a cost that Argon2 does not know.
    pub fn new(cost: Cost, at_once: usize, most_waiting: usize) -> Result<Self, NoSuchCost> {
        let cost = Params::new(cost.memory, cost.passes, cost.lanes, Some(OUTPUT)).map_err(|_| NoSuchCost)?;
        Ok(Self::with(cost, at_once, most_waiting))
    }

    fn with(cost: Params, at_once: usize, most_waiting: usize) -> Self {
        let nobody = Task { cost: cost.clone(), salt: random::<SALT>().to_vec() };
        let permits = Arc::new(Semaphore::new(at_once.max(1)));
        let (waiting, benches) = (AtomicUsize::new(0), Mutex::default());
        Self(Arc::new(Pool { cost, permits, waiting, most_waiting, benches, nobody }))
    }

    /// Hashes a new secret; the answer is a PHC string (`$argon2id$v=19$…`) of under 100 characters.
    ///
    /// # Errors
    /// [`Busy`].
    pub async fn hash(&self, secret: impl AsRef<[u8]>) -> Result<String, Busy> {
        let task = Task { cost: self.0.cost.clone(), salt: random::<SALT>().to_vec() };
        let output = self.run(secret.as_ref().to_vec(), task.clone()).await?;
        task.phc(&output).ok_or(Busy)
    }

    /// Whether a secret is the one that was hashed. Without `kept` (nobody has that handle) it does the same work and
    /// says no; so it does for a kept hash that is damaged.
    ///
    /// # Errors
    /// [`Busy`].
    pub async fn verify(&self, kept: Option<&str>, secret: impl AsRef<[u8]>) -> Result<bool, Busy> {
        let known = kept.and_then(Task::read);
        if kept.is_some() && known.is_none() {
            tracing::error!("a kept hash cannot be read; nobody signs in with it");
        }
        let (task, output) = known.map_or_else(|| (self.0.nobody.clone(), None), |(task, output)| (task, Some(output)));
        let found = self.run(secret.as_ref().to_vec(), task).await?;
        // `Output` compares in constant time.
        Ok(output.is_some_and(|output| Output::new(&found).is_ok_and(|found| found == output)))
    }

    /// Whether a kept hash was made at another cost: time to hash again, now that the secret is at hand.
    pub fn needs_rehash(&self, kept: &str) -> bool {
        Task::read(kept).is_none_or(|(task, _)| task.cost != self.0.cost)
    }

    /// Pieces of memory in the pool: as many as were ever in use at once.
    #[cfg(test)]
    pub(crate) fn benches(&self) -> usize {
        self.0.benches.lock().unwrap().len()
    }

    /// What is hashed with when there is nobody.
    #[cfg(test)]
    pub(crate) fn nobody(&self) -> (&Params, usize) {
        (&self.0.nobody.cost, self.0.nobody.salt.len())
    }

    async fn run(&self, secret: Vec<u8>, task: Task) -> Result<[u8; OUTPUT], Busy> {
        let permit = {
            let _place = self.take_place()?;
            Arc::clone(&self.0.permits).acquire_owned().await.map_err(|_| Busy)?
        };
        let pool = Arc::clone(&self.0);
        // The permit goes along: who hangs up frees no core that is still at work.
        let work = tokio::task::spawn_blocking(move || {
            let output = pool.fill(&secret, task);
            drop(permit);
            output
        });
        work.await.ok().flatten().ok_or(Busy)
    }

    fn take_place(&self) -> Result<Place<'_>, Busy> {
        let most = self.0.most_waiting + self.0.permits.available_permits();
        let place = Place(&self.0.waiting);
        if self.0.waiting.fetch_add(1, Ordering::Relaxed) < most { Ok(place) } else { Err(Busy) }
    }
}

/// A place in the queue, free again when it is dropped.
struct Place<'a>(&'a AtomicUsize);

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Pool {
    fn fill(&self, secret: &[u8], task: Task) -> Option<[u8; OUTPUT]> {
        let mut bench = self.benches.lock().unwrap_or_else(PoisonError::into_inner).pop().unwrap_or_default();
        let blocks = task.cost.block_count();
        if bench.len() < blocks {
            bench.resize(blocks, Block::default());
        }
        let mut output = [0; OUTPUT];
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, task.cost);
        let done = argon2.hash_password_into_with_memory(secret, &task.salt, &mut output, &mut bench[..blocks]);
        self.benches.lock().unwrap_or_else(PoisonError::into_inner).push(bench);
        done.ok().map(|()| output)
    }
}

impl Task {
    /// Reads a PHC string that [`Task::phc`] wrote, at any cost within reason.
    fn read(kept: &str) -> Option<(Self, Output)> {
        let hash = PasswordHash::new(kept).ok()?;
        let cost = Params::try_from(&hash).ok()?;
        let (salt, output) = (hash.salt?, hash.hash?);
        let ours = hash.algorithm == Algorithm::Argon2id.ident() && hash.version == Some(Version::V0x13.into());
        let within = cost.block_count() <= MOST_BLOCKS && output.len() == OUTPUT;
        (ours && within).then(|| (Self { cost, salt: salt.to_vec() }, output))
    }

    fn phc(&self, output: &[u8]) -> Option<String> {
        let hash = PasswordHash {
            algorithm: Algorithm::Argon2id.ident(),
            version: Some(Version::V0x13.into()),
            params: ParamsString::try_from(&self.cost).ok()?,
            salt: Some(Salt::new(&self.salt).ok()?),
            hash: Some(Output::new(output).ok()?),
        };
        Some(hash.to_string())
    }
}
