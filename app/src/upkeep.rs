//! What one node does once a day for all.

use std::sync::Arc;

use accounts::{Eraser, retention::Retention};
use basics::{At, Clock, SystemClock};
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

/// Works out anew how people stand whom others vouch for: time alone makes vouches count.
#[derive(Serialize, Deserialize)]
struct RefreshStanding {}

impl Job for RefreshStanding {
    const KIND: &'static str = "refresh-standing";
}

/// Lets go of what was kept long enough, and erases whoever asked for it a week ago.
#[derive(Serialize, Deserialize)]
struct LetGo {}

impl Job for LetGo {
    const KIND: &'static str = "let-go";
}

/// Deletes pictures that nobody shows any more.
#[derive(Serialize, Deserialize)]
struct SweepPictures {}

impl Job for SweepPictures {
    const KIND: &'static str = "sweep-pictures";
}

/// Looks after organisations: claims whose time has come, owners who are to be asked whether everything is still right.
#[derive(Serialize, Deserialize)]
struct LookAfterOrganisations {}

impl Job for LookAfterOrganisations {
    const KIND: &'static str = "look-after-organisations";
}

/// How long a picture may lie about before somebody shows it.
const IDLE: i64 = At::DAY;

/// Asks people whether their page is still right, and takes out of the lists who has not answered.
#[derive(Serialize, Deserialize)]
struct StillRight {}

impl Job for StillRight {
    const KIND: &'static str = "still-right";
}

/// At night in Dzaleka, when hardly anybody reads.
const NIGHT: Time = Time { hour: 0, minute: 30 };

pub fn start(db: &Db, retention: Retention, eraser: Eraser) -> Running {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let runner = accounts::work(Runner::new(db.clone(), Arc::clone(&clock)), db, &clock);
    let runner = media::work(runner, db, &eraser.files, &clock);
    let runner = letters::work(runner, db, &clock, NIGHT);
    let runner = stories::work(
        runner,
        db,
        &clock,
        accounts::Origin { site: &retention.site, base_url: &retention.base_url },
        NIGHT,
    );
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
    let database = db.clone();
    let refresh_standing = move |_: RefreshStanding| {
        let db = database.clone();
        async move { Ok(accounts::standing::refresh_all(&db, SystemClock.now()).await.map(drop)?) }
    };
    let (database, files) = (db.clone(), eraser.files.clone());
    let sweep_pictures = move |_: SweepPictures| {
        let (db, files) = (database.clone(), files.clone());
        async move {
            let swept = media::sweep(&db, &files, SystemClock.now().plus(-IDLE)).await?;
            tracing::info!(swept, "deleted pictures that nobody shows");
            Ok(())
        }
    };
    let asks = retention.clone();
    let (database, site, base_url) = (db.clone(), retention.site.clone(), retention.base_url.clone());
    let organisations = move |_: LookAfterOrganisations| {
        let (db, site, base_url) = (database.clone(), site.clone(), base_url.clone());
        async move {
            let origin = accounts::Origin { site: &site, base_url: &base_url };
            people::look_after_organisations(&db, origin, SystemClock.now()).await
        }
    };
    let let_go = move |_: LetGo| {
        let (retention, eraser) = (retention.clone(), eraser.clone());
        async move {
            let now = SystemClock.now();
            retention.keep(now).await?;
            let erased = eraser.erase_due(now).await?;
            tracing::info!(erased, "let go of what was kept long enough");
            Ok(())
        }
    };
    let (database, site, base_url) = (db.clone(), asks.site, asks.base_url);
    let still_right = move |_: StillRight| {
        let (db, site, base_url) = (database.clone(), site.clone(), base_url.clone());
        async move {
            let now = SystemClock.now();
            let rested = people::rest(&db, now).await?;
            let asked = people::remind(&db, accounts::Origin { site: &site, base_url: &base_url }, now).await?;
            tracing::info!(asked, rested, "asked whether pages are still right");
            Ok(())
        }
    };
    let database = db.clone();
    let rewrite = move |word: people::vocabulary::Rewrite| {
        let db = database.clone();
        async move { Ok(people::vocabulary::rewrite(&db, &word.term, SystemClock.now()).await.map(drop)?) }
    };
    runner
        .on(analyse)
        .on(lift_protection)
        .on(let_go)
        .on(refresh_standing)
        .on(rewrite)
        .on(still_right)
        .on(organisations)
        .on(sweep_pictures)
        .daily(&Analyse {}, NIGHT)
        .daily(&LiftProtection {}, NIGHT)
        .daily(&LetGo {}, NIGHT)
        .daily(&RefreshStanding {}, NIGHT)
        .daily(&StillRight {}, NIGHT)
        .daily(&LookAfterOrganisations {}, NIGHT)
        .daily(&SweepPictures {}, NIGHT)
        .start()
}
