//! How the index follows the change feed: built once, then kept up a commit at a time.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use anyhow::Context;
use changes::{Change, ERASED, Position};
use db::Db;
use plugs::{SearchDoc, SearchSource};
use tokio::task::spawn_blocking;

use crate::{
    index::{Index, writer::Writer},
    rebuild::build,
};

/// Changes read at once, and documents asked of a room at once.
const READ: i64 = 5000;
const ASKED: usize = 500;
/// A commit is made at least this often while there is more to do, so that nothing waits for a long import to end.
const COMMIT_AFTER: Duration = Duration::from_millis(150);
/// Pauses after a failure: a full disk is not emptied by trying often.
const FIRST_PAUSE: Duration = Duration::from_millis(500);
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

type Sources = [Arc<dyn SearchSource>];

/// Keeps the index as the feed says until the feed ends. Builds it first when it is not complete. A failure (a full
/// disk, a database away) is logged and tried again; queries are answered from the last commit meanwhile.
pub async fn follow(index: Arc<Index>, db: Db, sources: Vec<Arc<dyn SearchSource>>, mut position: Position) {
    let mut pause = FIRST_PAUSE;
    loop {
        let before = index.position();
        let Err(error) = keep_up(&index, &db, &sources, &mut position).await else { return };
        if index.position() > before {
            pause = FIRST_PAUSE;
        }
        tracing::error!(
            error = format!("{error:#}"),
            position = index.position(),
            "the search index falls behind; trying again"
        );
        tokio::time::sleep(pause).await;
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}

/// Returns when the feed ends.
async fn keep_up(index: &Arc<Index>, db: &Db, sources: &Sources, position: &mut Position) -> anyhow::Result<()> {
    // A database restored from an older backup has forgotten what the index knows.
    if !index.is_complete() || changes::last(db).await? < index.position() {
        build(index, db, sources, &mut |_| {}).await?;
    }
    let opened = Arc::clone(index);
    let writer = Arc::new(Mutex::new(spawn_blocking(move || Writer::following(opened)).await??));
    loop {
        tokio::select! {
            moved = position.past(index.position()) => {
                if moved.is_none() {
                    return Ok(());
                }
                catch_up(index, &writer, db, sources).await?;
            }
            () = index.broken() => anyhow::bail!("its files are damaged"),
        }
    }
}

/// One round: the next changes of the feed, in one or more commits.
async fn catch_up(index: &Index, writer: &Arc<Mutex<Writer>>, db: &Db, sources: &Sources) -> anyhow::Result<()> {
    let changes = changes::since(db, index.position(), READ).await.context("the change feed cannot be read")?;
    let (mut started, mut waiting) = (Instant::now(), false);
    let erased = changes.iter().any(|change| change.kind == ERASED);
    for some in changes.chunks(ASKED) {
        waiting |= rewrite(writer, db, sources, some).await?;
        let Some(last) = some.last() else { continue };
        if waiting && !erased && started.elapsed() >= COMMIT_AFTER {
            commit(writer, last.seq).await?;
            (started, waiting) = (Instant::now(), false);
        }
    }
    match changes.last() {
        Some(last) if waiting && erased => {
            let position = last.seq;
            write(writer, move |writer| writer.erase(position)).await
        }
        Some(last) if waiting => commit(writer, last.seq).await,
        Some(last) => {
            index.reached(last.seq);
            Ok(())
        }
        None => Ok(()),
    }
}

/// Writes anew what these changes touched; says whether that was anything.
async fn rewrite(writer: &Arc<Mutex<Writer>>, db: &Db, sources: &Sources, changes: &[Change]) -> anyhow::Result<bool> {
    let mut any = false;
    for source in sources {
        let topic = source.topic();
        let ids: BTreeSet<&str> =
            changes.iter().filter(|change| change.topic == topic).map(|change| change.subject.as_str()).collect();
        if ids.is_empty() {
            continue;
        }
        any = true;
        let ids: Vec<&str> = ids.into_iter().collect();
        let documents = documents(source.as_ref(), db, &ids).await?;
        let ids: Vec<String> = ids.into_iter().map(str::to_owned).collect();
        write(writer, move |writer| {
            ids.iter().for_each(|id| writer.delete(topic, id));
            documents.iter().try_for_each(|document| writer.add(topic, document))
        })
        .await?;
    }
    Ok(any)
}

/// The documents as they stand. One that cannot be made leaves the index, rather than hold up all others.
async fn documents(source: &dyn SearchSource, db: &Db, ids: &[&str]) -> anyhow::Result<Vec<SearchDoc>> {
    let error = match source.documents_of(db, ids).await {
        Ok(documents) => return Ok(documents),
        Err(error) => error,
    };
    db.check().await.context("the database does not answer")?;
    tracing::warn!(
        error = format!("{error:#}"),
        topic = source.topic(),
        "some documents for search cannot be made; asking one by one"
    );
    let mut documents = Vec::new();
    for id in ids {
        match source.document(db, id).await {
            Ok(document) => documents.extend(document),
            Err(error) => {
                tracing::error!(error = format!("{error:#}"), topic = source.topic(), id, "left out of search")
            }
        }
    }
    Ok(documents)
}

async fn commit(writer: &Arc<Mutex<Writer>>, position: i64) -> anyhow::Result<()> {
    write(writer, move |writer| writer.commit(position, true)).await
}

/// Does something with the writer on a thread that may wait.
pub(crate) async fn write(
    writer: &Arc<Mutex<Writer>>,
    work: impl FnOnce(&mut Writer) -> anyhow::Result<()> + Send + 'static,
) -> anyhow::Result<()> {
    let writer = Arc::clone(writer);
    spawn_blocking(move || work(&mut writer.lock().unwrap_or_else(PoisonError::into_inner))).await?
}
