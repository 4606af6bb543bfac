//! The one hand that writes the index. Blocking: call it where a thread may wait.

use std::sync::Arc;

use anyhow::Context;
use plugs::SearchDoc;
use tantivy::{
    IndexWriter,
    indexer::{IndexWriterOptions, LogMergePolicy, NoMergePolicy},
};

use super::{Index, Mark, entry};

/// Memory for documents not yet written out, in bytes: while following, and while building.
const FOLLOWING: usize = 15_000_000;
const BUILDING: usize = 50_000_000;
/// Segments of one size before they become one.
const SEGMENTS: usize = 6;
/// Deleted documents in a segment before it is written anew.
const DELETED: f32 = 0.3;

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
        let writer = Self::open(index, FOLLOWING)?;
        writer.inner.set_merge_policy(Box::new(policy));
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
        let mark = Mark { origin: self.index.origin.clone(), position, complete };
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
