//! Opening pictures side by side: never more at once than memory and cores allow. Whoever comes when too many wait is
//! asked to come again in a moment.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        LazyLock,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use bytes::Bytes;
use tokio::sync::{Semaphore, SemaphorePermit, oneshot};

use crate::{Cut, Refused, cut::cut_before, header};

/// What all pictures together may hold while they are opened, in megabytes: enough for an ordinary JPEG of 40 million
/// pixels. With the files that are just arriving ([`crate::upload::memory`]) and the program itself it stays below 256 MB.
pub(crate) const MEGABYTES: u32 = 140;
/// Held by each picture beside its pixels: its bytes, the half-way size and what is being encoded.
const BESIDE: u64 = 24;

/// Whether a picture that holds so many bytes while it is decoded can ever have its turn.
pub(crate) fn fits(memory: u64) -> bool {
    memory.div_ceil(1 << 20) + BESIDE <= u64::from(MEGABYTES)
}

/// How many may wait for their turn, and how long.
const WAITING: usize = 24;
const PATIENCE: Duration = Duration::from_secs(30);
/// How long one picture may take.
const LONGEST: Duration = Duration::from_secs(20);

static MEMORY: Semaphore = Semaphore::const_new(MEGABYTES as usize);
/// The threads that open pictures. Few, and always the same: each thread that ever held a large picture keeps some of that
/// memory, and the threads of a server are many.
static OPENERS: LazyLock<Option<rayon::ThreadPool>> = LazyLock::new(|| {
    let named = |nth| format!("pictures-{nth}");
    rayon::ThreadPoolBuilder::new().num_threads(spare_cores()).thread_name(named).build().ok()
});
static WAIT: AtomicUsize = AtomicUsize::new(0);
/// One core is left to those who read pages. A picture that needs little memory still takes its share of the cores.
static SHARE: LazyLock<u32> = LazyLock::new(|| MEGABYTES / u32::try_from(spare_cores()).unwrap_or(1));

fn spare_cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from).saturating_sub(1).max(1)
}

/// When work on a picture is given up.
pub(crate) struct Deadline(Option<Instant>);

impl Deadline {
    pub fn never() -> Self {
        Self(None)
    }

    /// # Errors
    /// [`Refused::TooSlow`] once the time is over.
    pub fn check(&self) -> Result<(), Refused> {
        if self.0.is_some_and(|until| Instant::now() > until) { Err(Refused::TooSlow) } else { Ok(()) }
    }
}

/// [`crate::cut`], away from the threads that answer requests, when memory and a core are free for it.
///
/// # Errors
/// [`Refused`]: also [`Refused::Busy`] when too many wait already, and [`Refused::TooSlow`].
pub async fn cut_aside(bytes: Bytes) -> Result<Cut, Refused> {
    let memory = header::look(&bytes)?.memory;
    in_turn(memory, move |deadline| cut_before(&bytes, deadline)).await
}

/// Work on pixels that holds so many bytes, when it is its turn.
pub(crate) async fn in_turn<T: Send + 'static>(
    memory: u64,
    work: impl FnOnce(&Deadline) -> Result<T, Refused> + Send + 'static,
) -> Result<T, Refused> {
    let place = place(memory).await?;
    let work = move || {
        let deadline = Deadline(Some(Instant::now() + LONGEST));
        let done = catch_unwind(AssertUnwindSafe(|| work(&deadline)));
        // The place is free only when the work has ended, however long somebody waits for it.
        drop(place);
        done.unwrap_or_else(|_| Err(Refused::broken("it cannot be read")))
    };
    let openers = OPENERS.as_ref().ok_or(Refused::Busy)?;
    let (say, said) = oneshot::channel();
    openers.spawn(move || drop(say.send(work())));
    match tokio::time::timeout(LONGEST * 2, said).await {
        Ok(done) => done.map_err(Refused::broken)?,
        Err(_) => Err(Refused::TooSlow),
    }
}

/// A place in the pool for a picture that needs so many bytes.
async fn place(memory: u64) -> Result<SemaphorePermit<'static>, Refused> {
    let needed = u32::try_from(memory.div_ceil(1 << 20) + BESIDE).unwrap_or(MEGABYTES);
    let needed = needed.max(*SHARE).min(MEGABYTES);
    let waiting = Waiting::join()?;
    let place = tokio::time::timeout(PATIENCE, MEMORY.acquire_many(needed)).await;
    drop(waiting);
    place.ok().and_then(Result::ok).ok_or(Refused::Busy)
}

/// Somebody in the queue.
struct Waiting;

impl Waiting {
    fn join() -> Result<Self, Refused> {
        let before = WAIT.fetch_add(1, Ordering::Relaxed);
        let waiting = Self;
        if before < WAITING { Ok(waiting) } else { Err(Refused::Busy) }
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        WAIT.fetch_sub(1, Ordering::Relaxed);
    }
}
