//! The index of this node: a folder inside the data folder that follows the change feed and can be deleted at any time.

pub mod bits;
pub mod check;
pub mod entry;
pub mod fields;
mod folder;
pub mod view;
pub mod writer;

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc, PoisonError, RwLock,
        atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering},
    },
};

use anyhow::Context;
use plugs::Counts;
use tantivy::IndexReader;
use tokio::sync::{Notify, Semaphore};

use fields::Fields;
pub use folder::Mark;
use view::View;

/// Answers to `counts` that are kept.
const KEPT_COUNTS: u64 = 128;

/// The position of an index that does not hold every document yet: it differs from that of any complete one, so
/// nothing made from such answers is kept.
pub(crate) const FILLING: i64 = -1;

/// An open index. Shared by the follower, which writes, and by every query.
pub struct Index {
    folder: PathBuf,
    /// Which database it was made from.
    origin: String,
    pub(crate) fields: Fields,
    store: RwLock<Store>,
    view: RwLock<Arc<View>>,
    generation: AtomicU64,
    position: AtomicI64,
    /// Whether every document was there at the last commit.
    complete: AtomicBool,
    broken: Notify,
    pub(crate) counts: moka::sync::Cache<String, Arc<Counts>>,
    /// How many queries run at once.
    pub(crate) turns: Arc<Semaphore>,
}

/// The files, as the search library knows them.
#[derive(Clone)]
struct Store {
    index: tantivy::Index,
    reader: IndexReader,
}

impl Index {
    /// Opens the index in the data folder. One that is missing, damaged, of another version or made from another
    /// database (`origin` differs) is replaced by an empty one, to be filled by [`crate::follow`].
    ///
    /// # Errors
    /// When the folder can neither be read nor written.
    pub fn open(data: &Path, origin: &str) -> anyhow::Result<Arc<Self>> {
        let fields = Fields::new();
        let folder = folder::path(data);
        folder::remove_other_versions(data);
        let (store, mark) = folder::open_or_create(&folder, &fields, origin)?;
        let view = View::open(&store.reader, &fields, 0).context("the search index cannot be read")?;
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Ok(Arc::new(Self {
            folder,
            origin: origin.to_owned(),
            fields,
            store: RwLock::new(store),
            view: RwLock::new(Arc::new(view)),
            generation: AtomicU64::new(0),
            position: AtomicI64::new(mark.as_ref().map_or(FILLING, |mark| mark.position)),
            complete: AtomicBool::new(mark.is_some_and(|mark| mark.complete)),
            broken: Notify::new(),
            counts: moka::sync::Cache::new(KEPT_COUNTS),
            turns: Arc::new(Semaphore::new(cores.max(2))),
        }))
    }

    /// The last change of the feed that answers reflect; -1 until every document is in it.
    pub fn position(&self) -> i64 {
        self.position.load(Ordering::Acquire)
    }

    /// Whether every document is in it. Until then answers are true but may be short.
    pub fn is_complete(&self) -> bool {
        self.complete.load(Ordering::Acquire)
    }

    /// How many things can be found by somebody.
    pub fn documents(&self) -> u64 {
        self.view().len()
    }

    /// Where its files lie.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub(crate) fn view(&self) -> Arc<View> {
        Arc::clone(&self.view.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Says that a query met damaged files: the follower builds the index anew.
    pub(crate) fn report_broken(&self) {
        self.complete.store(false, Ordering::Release);
        self.broken.notify_one();
    }

    pub(crate) async fn broken(&self) {
        self.broken.notified().await;
    }

    /// Throws the files away and starts with none. Call it with no writer open.
    pub(crate) fn start_over(&self) -> anyhow::Result<()> {
        self.complete.store(false, Ordering::Release);
        self.reached(FILLING);
        let store = folder::create(&self.folder, &self.fields)?;
        *self.store.write().unwrap_or_else(PoisonError::into_inner) = store;
        self.show(None)
    }

    /// Shows what was committed last to every query from now on.
    pub(crate) fn show(&self, mark: Option<&Mark>) -> anyhow::Result<()> {
        let store = self.store.read().unwrap_or_else(PoisonError::into_inner).clone();
        store.reader.reload()?;
        let generation = self.generation.fetch_add(1, Ordering::AcqRel) + 1;
        let view = View::open(&store.reader, &self.fields, generation)?;
        *self.view.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(view);
        if let Some(mark) = mark {
            self.complete.store(mark.complete, Ordering::Release);
            self.reached(mark.position);
        }
        Ok(())
    }

    /// Changes up to `position` that touched nothing in the index need no commit.
    pub(crate) fn reached(&self, position: i64) {
        self.position.store(position, Ordering::Release);
    }

    /// Removes files that nothing knows of; says whether only those are left that answer now.
    pub(crate) fn tidied(&self) -> anyhow::Result<bool> {
        let living: Vec<String> =
            self.files().searchable_segment_ids()?.iter().map(tantivy::index::SegmentId::uuid_string).collect();
        folder::tidied(&self.folder, &living)
    }

    fn files(&self) -> tantivy::Index {
        self.store.read().unwrap_or_else(PoisonError::into_inner).index.clone()
    }
}
