//! How a node learns that the feed has moved: at once for its own writes, by looking for those of others.

use std::{sync::Arc, time::Duration};

use db::Db;
use tokio::sync::watch;

/// How long a write by another process may go unseen.
const LOOK_EVERY: Duration = Duration::from_millis(150);

/// The position of the feed as this node knows it. Cheap to clone and to read.
#[derive(Clone, Debug)]
pub struct Position(watch::Receiver<Known>);

/// What a node knows of the counters.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Known {
    pub feed: i64,
    pub sessions: i64,
}

impl Position {
    pub fn get(&self) -> i64 {
        self.0.borrow().feed
    }

    /// Grows when sessions anywhere have to be looked at again (`changes::recheck_sessions`).
    pub fn sessions(&self) -> i64 {
        self.0.borrow().sessions
    }

    /// Waits until the feed is past `seen`; returns the new position, `None` when the node stops.
    pub async fn past(&mut self, seen: i64) -> Option<i64> {
        self.0.wait_for(|known| known.feed > seen).await.ok().map(|known| known.feed)
    }
}

/// Starts to follow the feed. The task ends when every `Position` is gone.
pub async fn follow(db: Db) -> db::Result<Position> {
    let (tx, rx) = watch::channel(crate::known(&db).await?);
    tokio::spawn(look(db, Arc::new(tx)));
    Ok(Position(rx))
}

async fn look(db: Db, position: Arc<watch::Sender<Known>>) {
    while !position.is_closed() {
        tokio::select! {
            () = db.committed() => {}
            () = tokio::time::sleep(LOOK_EVERY) => {}
        }
        match crate::known(&db).await {
            Ok(now) => {
                position.send_if_modified(|known| std::mem::replace(known, now) != now);
            }
            Err(error) => {
                tracing::warn!(%error, "the change feed cannot be read; looking again");
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        }
    }
}
