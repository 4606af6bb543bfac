//! One line at a time for each upload on this node: whoever comes back after a cut is not kept waiting by a line that
//! the server still believes to be open, and learns exactly how much has arrived. Between nodes the database decides
//! (`store::grow`).

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use tokio::sync::{Notify, OwnedMutexGuard};

/// Longest wait for the line before to put down what it holds.
const PATIENCE: Duration = Duration::from_secs(10);

/// All lines of a node.
#[derive(Debug, Default)]
pub(crate) struct Lines(Arc<Mutex<HashMap<String, Arc<Place>>>>);

#[derive(Debug, Default)]
struct Place {
    waiting: AtomicUsize,
    came: Notify,
    free: Arc<tokio::sync::Mutex<()>>,
}

/// The one open line of an upload.
#[derive(Debug)]
pub(crate) struct Line {
    id: String,
    place: Arc<Place>,
    lines: Arc<Mutex<HashMap<String, Arc<Place>>>>,
    free: Option<OwnedMutexGuard<()>>,
}

impl Lines {
    /// Asks the line before to end, and opens one; nothing when that takes too long.
    pub async fn open(&self, id: &str) -> Option<Line> {
        let place = Arc::clone(locked(&self.0).entry(id.to_owned()).or_default());
        let mut line = Line { id: id.to_owned(), place, lines: Arc::clone(&self.0), free: None };
        line.place.waiting.fetch_add(1, Ordering::SeqCst);
        line.place.came.notify_waiters();
        let free = tokio::time::timeout(PATIENCE, Arc::clone(&line.place.free).lock_owned()).await;
        line.place.waiting.fetch_sub(1, Ordering::SeqCst);
        line.free = Some(free.ok()?);
        Some(line)
    }
}

impl Line {
    /// Resolves when somebody else wants to go on with this upload.
    pub async fn wanted(&self) {
        loop {
            let came = self.place.came.notified();
            if self.place.waiting.load(Ordering::SeqCst) > 0 {
                return;
            }
            came.await;
        }
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.free = None;
        let mut lines = locked(&self.lines);
        // This line and the list: nobody else knows the place.
        if Arc::strong_count(&self.place) == 2 {
            lines.remove(&self.id);
        }
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
