//! Once a day: files that nobody went on sending, or that were used, go.

use std::sync::Arc;

use basics::{At, Clock};
use db::Db;
use files::Files;
use jobs::{Job, Runner, Time};
use serde::{Deserialize, Serialize};

use super::store;

/// Lets go of uploads whose time is over.
#[derive(Serialize, Deserialize)]
struct SweepUploads {}

impl Job for SweepUploads {
    const KIND: &'static str = "sweep-uploads";
}

/// At night in Dzaleka.
const NIGHT: Time = Time { hour: 0, minute: 40 };
/// Uploads looked up in one statement.
const AT_ONCE: i64 = 200;
/// How long it is remembered who brought what is not kept.
const REMEMBERED: i64 = 30 * At::DAY;

/// The jobs of this room, for the worker of a node.
pub fn work(runner: Runner, db: &Db, files: &Files, clock: &Arc<dyn Clock>) -> Runner {
    let (db, files, clock) = (db.clone(), files.clone(), Arc::clone(clock));
    let job = move |_: SweepUploads| {
        let (db, files, now) = (db.clone(), files.clone(), clock.now());
        async move { sweep_uploads(&db, &files, now).await.map(drop) }
    };
    runner.on(job).daily(&SweepUploads {}, NIGHT)
}

/// Lets go of every upload that has ended, and of recordings that nobody showed within a day. Returns how many uploads
/// there were.
///
/// # Errors
/// When the database or the file store fails; what is left goes the next time.
pub async fn sweep_uploads(db: &Db, files: &Files, now: At) -> anyhow::Result<u64> {
    let mut swept = 0;
    loop {
        let ended = store::ended(db, now, AT_ONCE).await?;
        for id in &ended {
            let mut tx = db.begin().await?;
            let keys = store::delete(&mut tx, id).await?;
            tx.commit().await?;
            files.delete_all(&keys).await?;
            swept += 1;
        }
        if ended.is_empty() {
            break;
        }
    }
    let mut tx = db.begin().await?;
    store::forget_gone(&mut tx, now.plus(-REMEMBERED)).await?;
    tx.commit().await?;
    crate::audio::sweep(db, files, now.plus(-At::DAY)).await?;
    Ok(swept)
}
