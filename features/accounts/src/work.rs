//! The jobs of this room, for the worker of a node.

use std::sync::Arc;

use basics::Clock;
use db::Db;
use jobs::Runner;

use crate::{
    by_people::{self, RecoveryDue},
    recovery_link::{self, SendRecoveryLink},
};

/// Says how they are done.
pub fn work(runner: Runner, db: &Db, clock: &Arc<dyn Clock>) -> Runner {
    let (database, at) = (db.clone(), Arc::clone(clock));
    let due = move |job: RecoveryDue| {
        let (db, now) = (database.clone(), at.now());
        async move { Ok(by_people::due(&db, &job, now).await?) }
    };
    let (database, at) = (db.clone(), Arc::clone(clock));
    let link = move |job: SendRecoveryLink| {
        let (db, now) = (database.clone(), at.now());
        async move { recovery_link::send(&db, &job, now).await }
    };
    runner.on(due).on(link)
}
