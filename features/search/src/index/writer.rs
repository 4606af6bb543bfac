//! The one hand that writes the index. Blocking: call it where a thread may wait.

use std::{sync::Arc, thread, time::Duration};

use anyhow::{Context, bail};
use plugs::SearchDoc;
use tantivy::{
    IndexWriter, SegmentMeta,
    indexer::{IndexWriterOptions, LogMergePolicy, NoMergePolicy},
};

use super::{Index, Mark, entry, folder};

/// Memory for documents not yet written out, in bytes: while following, and while building.
const FOLLOWING: usize = 15_000_000;
const BUILDING: usize = 50_000_000;
/// Segments of one size before they become one.
const SEGMENTS: usize = 6;
/// Deleted documents in a segment before it is written anew.
const DELETED: f32 = 0.3;
/// How often what was erased is looked for in the files, and the pause between: a query or another merge may hold them.
const LOOKS: u32 = 600;
const LOOK_AGAIN: Duration = Duration::from_millis(100);

pub struct Writer {
    index: Arc<Index>,
    inner: IndexWriter,
}

impl Writer {
    /// A writer with little memory, for changes as they come.
    ///
    /// # Errors
    /// When another process writes the same index. The lock of a process that died does not count.
    pub fn following(index: Arc<Index>) -> anyhow::Result<Self> {
        let mut policy = LogMergePolicy::default();
        policy.set_min_num_segments(SEGMENTS);
        policy.set_del_docs_ratio_before_merge(DELETED);
        let mut writer = Self::open(index, FOLLOWING)?;
        writer.inner.set_merge_policy(Box::new(policy));
        // Whoever wrote it last may have been ended in the middle.
        if let Some(mark) = folder::mark(&writer.index.files()).ok().filter(|mark| mark.erasing) {
            writer.erase(mark.position)?;
        }
        Ok(writer)
    }

    /// A writer for everything at once: segments stay as they are until [`Self::merge`].
    pub fn building(index: Arc<Index>) -> anyhow::Result<Self> {
        let writer = Self::open(index, BUILDING)?;
        writer.inner.set_merge_policy(Box::new(NoMergePolicy));
        Ok(writer)
    }

    fn open(index: Arc<Index>, memory: usize) -> anyhow::Result<Self> {
        let options = IndexWriterOptions::builder().memory_budget_per_thread(memory).num_merge_threads(1).build();
        let inner = index
            .files()
            .writer_with_options(options)
            .context("the search index is being written by another process")?;
        Ok(Self { index, inner })
    }

    pub fn delete_all(&self) -> anyhow::Result<()> {
        self.inner.delete_all_documents()?;
        Ok(())
    }

    pub fn delete(&self, topic: &str, id: &str) {
        self.inner.delete_term(entry::key(&self.index.fields, topic, id));
    }

    /// Adds a document; nothing happens when no indexed audience may find it.
    pub fn add(&self, topic: &str, doc: &SearchDoc) -> anyhow::Result<()> {
        if let Some(entry) = entry::entry(&self.index.fields, topic, doc) {
            self.inner.add_document(entry)?;
        }
        Ok(())
    }

    /// Makes everything since the last commit durable and visible.
    pub fn commit(&mut self, position: i64, complete: bool) -> anyhow::Result<()> {
        self.mark(Mark { origin: self.index.origin.clone(), position, complete, erasing: false })
    }

    /// As [`Self::commit`]; when it returns, no file of the index holds anything of a document that was deleted, and
    /// if it fails or the program ends, the next writer goes on. Segments with deleted documents are written anew.
    pub fn erase(&mut self, position: i64) -> anyhow::Result<()> {
        let mark = Mark { origin: self.index.origin.clone(), position, complete: true, erasing: true };
        self.mark(mark)?;
        for _ in 0..LOOKS {
            let files = self.index.files();
            let segments = files.searchable_segment_metas()?;
            let stale: Vec<_> = segments.iter().filter(|segment| segment.has_deletes()).map(SegmentMeta::id).collect();
            // What is listed is held.
            drop(segments);
            // Another merge may be at work on the same segments: then this one comes to nothing and is tried again.
            if !stale.is_empty()
                && let Err(error) = self.inner.merge(&stale).wait()
            {
                tracing::debug!(%error, "segments could not be written anew yet");
            }
            self.index.show(None)?;
            let left = self.inner.garbage_collect_files().wait()?.failed_to_delete_files;
            if stale.is_empty() && left.is_empty() && self.index.tidied()? {
                return self.commit(position, true);
            }
            thread::sleep(LOOK_AGAIN);
        }
        bail!("what was erased could not be written out of the search index yet")
    }

    pub(crate) fn mark(&mut self, mark: Mark) -> anyhow::Result<()> {
        let mut commit = self.inner.prepare_commit()?;
        commit.set_payload(&serde_json::to_string(&mark)?);
        commit.commit()?;
        self.index.show(Some(&mark))
    }

    /// Makes one segment of all, and waits for it.
    pub fn merge(&mut self) -> anyhow::Result<()> {
        let segments = self.index.files().searchable_segment_ids()?;
        if segments.len() > 1 {
            self.inner.merge(&segments).wait()?;
            self.inner.garbage_collect_files().wait()?;
        }
        Ok(())
    }
}
