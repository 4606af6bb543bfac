//! The queue, its workers and its schedule, on both engines.

mod running;
mod schedule;

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use basics::{At, Clock, ManualClock};
use db::Db;
use serde::{Deserialize, Serialize};

use crate::{Job, Leftover, enqueue, leftovers};

pub const NOON: At = At(1_795_262_400_000);

#[derive(Debug, Serialize, Deserialize)]
pub struct Greet {
    pub name: String,
}

impl Job for Greet {
    const KIND: &'static str = "greet";
}

pub fn clock() -> Arc<ManualClock> {
    Arc::new(ManualClock::at(NOON))
}

pub async fn greet(db: &Db, name: &str, clock: &ManualClock) {
    let mut tx = db.begin().await.unwrap();
    enqueue(&mut tx, &Greet { name: name.into() }, clock.now(), clock.now()).await.unwrap();
    tx.commit().await.unwrap();
}

/// Counts calls from handlers.
#[derive(Clone, Default)]
pub struct Count(Arc<AtomicUsize>);

impl Count {
    pub fn up(&self) -> usize {
        self.0.fetch_add(1, Ordering::SeqCst) + 1
    }

    pub fn get(&self) -> usize {
        self.0.load(Ordering::SeqCst)
    }
}

/// Waits for what a worker does in its own time.
pub async fn until(what: &str, mut done: impl AsyncFnMut() -> bool) {
    for _ in 0..4000 {
        if done().await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("waited in vain until {what}");
}

pub async fn left(db: &Db) -> Vec<Leftover> {
    leftovers(db).await.unwrap()
}
