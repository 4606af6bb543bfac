//! What one node does once a day for all.

use std::sync::Arc;

use basics::{Clock, SystemClock};
use db::Db;
use jobs::{Job, Runner, Running, Time};
use serde::{Deserialize, Serialize};

/// Lets the database look at its contents, so that it goes on choosing the short way as the community grows.
#[derive(Serialize, Deserialize)]
struct Analyse {}

impl Job for Analyse {
    const KIND: &'static str = "analyse";
}

/// Ends the protection of people who are no minors any more.
#[derive(Serialize, Deserialize)]
struct LiftProtection {}

impl Job for LiftProtection {
    const KIND: &'static str = "lift-protection";
}

/// At night in Dzaleka, when hardly anybody reads.
const NIGHT: Time = Time { hour: 0, minute: 30 };

pub fn start(db: &Db) -> Running {
    let database = db.clone();
    let analyse = move |_: Analyse| {
        let db = database.clone();
        async move { Ok(db.analyze().await?) }
    };
    let database = db.clone();
    let lift_protection = move |_: LiftProtection| {
        let db = database.clone();
        async move { Ok(people::lift_protection(&db, SystemClock.now()).await.map(drop)?) }
    };
    Runner::new(db.clone(), Arc::new(SystemClock))
        .on(analyse)
        .on(lift_protection)
        .daily(&Analyse {}, NIGHT)
        .daily(&LiftProtection {}, NIGHT)
        .start()
}
