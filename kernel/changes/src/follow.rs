//! How a node learns that the feed has moved: at once for its own writes, by looking for those of others.

use std::{sync::Arc, time::Duration};

use db::Db;
use tokio::sync::watch;

/// How long a write by another process may go unseen.
const LOOK_EVERY: Duration = Duration::from_millis(150);

/// The position of the feed as this node knows it. Cheap to clone and to read.
#[derive(Clone, Debug)]
pub struct Position(watch::Receiver<i64>);

impl Position {
    pub fn get(&self) -> i64 {
        *self.0.borrow()
    }

    /// Waits until the feed is past `seen`; returns the new position, `None` when the node stops.
    pub async fn past(&mut self, seen: i64) -> Option<i64> {
        self.0.wait_for(|position| *position > seen).await.ok().map(|position| *position)
    }
}

/// Starts to follow the feed. The task ends when every `Position` is gone.
pub async fn follow(db: Db) -> db::Result<Position> {
    let (tx, rx) = watch::channel(crate::last(&db).await?);
    tokio::spawn(look(db, Arc::new(tx)));
    Ok(Position(rx))
}

async fn look(db: Db, position: Arc<watch::Sender<i64>>) {
    while !position.is_closed() {
        tokio::select! {
            () = db.committed() => {}
            () = tokio::time::sleep(LOOK_EVERY) => {}
        }
        match crate::last(&db).await {
            Ok(last) => {
                position.send_if_modified(|known| std::mem::replace(known, last) != last);
            }
            Err(error) => {
                tracing::warn!(%error, "the change feed cannot be read; looking again");
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        }
    }
}
