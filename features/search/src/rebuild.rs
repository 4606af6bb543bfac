//! Fills the index from the rooms' own tables, a page of documents at a time.

use std::sync::{Arc, Mutex};

use anyhow::Context;
use db::Db;
use plugs::{SearchDoc, SearchSource};
use tokio::task::spawn_blocking;

use crate::{
    follow::write,
    index::{FILLING, Index, writer::Writer},
};

/// Documents asked of a room at once.
const PAGE: i64 = 1000;
/// An index that was empty shows what it has so far after this many documents.
const SHOW_AFTER: u64 = 100_000;

/// Builds the index anew, for the command line; `progress` hears how many documents are done. Queries are answered
/// from the old one until the new one is complete. Returns the number of documents.
///
/// # Errors
/// When another process (a running portal) writes the same index, or a room, the database or the disk fails.
pub async fn rebuild(
    index: &Arc<Index>,
    db: &Db,
    sources: &[Arc<dyn SearchSource>],
    progress: &mut (dyn FnMut(u64) + Send),
) -> anyhow::Result<u64> {
    build(index, db, sources, progress).await
}

/// As [`rebuild`]; an index that is not complete is thrown away first.
pub(crate) async fn build(
    index: &Arc<Index>,
    db: &Db,
    sources: &[Arc<dyn SearchSource>],
    progress: &mut (dyn FnMut(u64) + Send),
) -> anyhow::Result<u64> {
    let opened = Arc::clone(index);
    let fresh = !index.is_complete();
    let writer = spawn_blocking(move || open(opened, fresh)).await??;
    let mut build = Build { writer: Arc::new(Mutex::new(writer)), fresh, done: 0, shown: 0, progress };
    // What changes from here on is read again from the feed.
    let position = changes::last(db).await?;
    tracing::info!(position, "building the search index");
    for source in sources {
        build
            .source(db, source.as_ref())
            .await
            .with_context(|| format!("the documents of {} cannot be indexed", source.topic()))?;
    }
    write(&build.writer, move |writer| {
        writer.commit(position, true)?;
        writer.merge()?;
        writer.commit(position, true)
    })
    .await?;
    tracing::info!(documents = build.done, "the search index is complete");
    Ok(build.done)
}

fn open(index: Arc<Index>, fresh: bool) -> anyhow::Result<Writer> {
    if fresh {
        // The lock says whether another process writes it; only without one may the files go.
        drop(Writer::building(Arc::clone(&index))?);
        index.start_over()?;
    }
    let writer = Writer::building(index)?;
    if !fresh {
        writer.delete_all()?;
    }
    Ok(writer)
}

struct Build<'a> {
    writer: Arc<Mutex<Writer>>,
    fresh: bool,
    done: u64,
    shown: u64,
    progress: &'a mut (dyn FnMut(u64) + Send),
}

impl Build<'_> {
    /// Every document of one room. The next page is read while this one is written.
    async fn source(&mut self, db: &Db, source: &dyn SearchSource) -> anyhow::Result<()> {
        let (mut documents, mut after) = source.documents(db, None, PAGE).await?;
        loop {
            let next = async {
                match &after {
                    Some(after) => source.documents(db, Some(after), PAGE).await,
                    None => Ok((Vec::new(), None)),
                }
            };
            let last = after.is_none();
            let (next, written) = tokio::join!(next, self.page(source.topic(), documents));
            written?;
            if last {
                return Ok(());
            }
            (documents, after) = next?;
        }
    }

    async fn page(&mut self, topic: &'static str, documents: Vec<SearchDoc>) -> anyhow::Result<()> {
        self.done += documents.len() as u64;
        let show = self.fresh && self.done - self.shown >= SHOW_AFTER;
        if show {
            self.shown = self.done;
        }
        write(&self.writer, move |writer| {
            documents.iter().try_for_each(|document| writer.add(topic, document))?;
            if show { writer.commit(FILLING, false) } else { Ok(()) }
        })
        .await?;
        (self.progress)(self.done);
        Ok(())
    }
}
