//! What happens to stories by itself: the time to think again ends, consents end.

use std::sync::Arc;

use accounts::{Origin, retention::WITHDRAWN};
use basics::{At, Clock};
use db::{Db, Result, Tx};
use jobs::{Job, Runner, Time, enqueue};
use serde::{Deserialize, Serialize};

use crate::{
    Use, Whole,
    copies::{self, TellCopies},
    deeds,
    rules::{ALWAYS, appears_until},
    store, telling_people,
};

/// The time to think again is over.
#[derive(Debug, Serialize, Deserialize)]
pub struct CoolingOver {
    pub story: String,
}

impl Job for CoolingOver {
    const KIND: &'static str = "story-cooling-over";
}

/// A consent of a public story ends.
#[derive(Debug, Serialize, Deserialize)]
pub struct ConsentEnds {
    pub story: String,
}

impl Job for ConsentEnds {
    const KIND: &'static str = "story-consent-ends";
}

/// Finds what the jobs above may have missed, once a night.
#[derive(Debug, Serialize, Deserialize)]
pub struct LookAfterStories {}

impl Job for LookAfterStories {
    const KIND: &'static str = "look-after-stories";
}

/// The database is written anew in the night after a story was deleted: rows leave copies in gaps that no deletion reaches.
#[derive(Debug, Serialize, Deserialize)]
pub struct ScrubDisk {}

impl Job for ScrubDisk {
    const KIND: &'static str = "scrub-after-story";
}

/// When hardly anybody reads, after what is done every night.
const QUIET: Time = Time { hour: 1, minute: 0 };

/// Has the disk scrubbed in the night.
pub(crate) async fn scrub(tx: &mut Tx, now: At) -> Result<()> {
    enqueue(tx, &ScrubDisk {}, QUIET.after(now), now).await
}

/// Has a story come out when the time to think again ends.
pub(crate) async fn cool(tx: &mut Tx, story: &str, until: At, now: At) -> Result<()> {
    enqueue(tx, &CoolingOver { story: story.to_owned() }, until, now).await
}

/// Has a public story looked at when the first consent of each use ends.
pub(crate) async fn watch(tx: &mut Tx, whole: &Whole, now: At) -> Result<()> {
    let mut ends: Vec<At> = Use::ALL.iter().filter_map(|to| appears_until(whole, *to, now)).collect();
    ends.sort();
    ends.dedup();
    for end in ends.into_iter().filter(|end| *end < ALWAYS) {
        enqueue(tx, &ConsentEnds { story: whole.story.id.to_string() }, end, now).await?;
    }
    Ok(())
}

/// Brings a story out whose time to think again is over.
///
/// # Errors
/// From the database.
pub async fn cooling_over(db: &Db, story: &str, now: At) -> Result<()> {
    let mut tx = db.begin().await?;
    match deeds::publish(&mut tx, story, now).await {
        Ok(Ok(_)) => tx.commit().await,
        // It went another way since, or is gone.
        Ok(Err(_)) | Err(db::Error::NoRow) => Ok(()),
        Err(error) => Err(error),
    }
}

/// Looks at a public story of which a consent ends now.
///
/// # Errors
/// From the database.
pub async fn consent_ends(db: &Db, story: &str, now: At) -> Result<()> {
    let mut tx = db.begin().await?;
    match deeds::expire(&mut tx, story, now).await {
        Ok(Ok(_)) => tx.commit().await,
        Ok(Err(_)) | Err(db::Error::NoRow) => Ok(()),
        Err(error) => Err(error),
    }
}

/// Lets go of the words of stories that were withdrawn long enough ago.
///
/// # Errors
/// From the database; what was let go of is gone.
pub async fn let_go(db: &Db, now: At) -> Result<()> {
    for story in store::stories::to_silence(db, WITHDRAWN.before(now)).await? {
        let mut tx = db.begin().await?;
        match deeds::silence(&mut tx, &story, now).await {
            Ok(Ok(_)) => tx.commit().await?,
            // Somebody has just gone on with it, or it is gone.
            Ok(Err(_)) | Err(db::Error::NoRow) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Does what is due of both.
///
/// # Errors
/// From the database; what was done is done.
pub async fn look_after(db: &Db, now: At) -> Result<()> {
    for story in store::stories::cooled(db, now).await? {
        cooling_over(db, &story, now).await?;
    }
    for story in store::consents::ending(db, now).await? {
        consent_ends(db, &story, now).await?;
    }
    Ok(())
}

/// The jobs of this room, for the worker of a node; the daily one at `night`. Messages lead to `origin`.
pub fn work(runner: Runner, db: &Db, clock: &Arc<dyn Clock>, origin: Origin<'_>, night: Time) -> Runner {
    let (database, at) = (db.clone(), Arc::clone(clock));
    let cooled = move |job: CoolingOver| {
        let (db, now) = (database.clone(), at.now());
        async move { Ok(cooling_over(&db, &job.story, now).await?) }
    };
    let (database, at) = (db.clone(), Arc::clone(clock));
    let ended = move |job: ConsentEnds| {
        let (db, now) = (database.clone(), at.now());
        async move { Ok(consent_ends(&db, &job.story, now).await?) }
    };
    let (database, at) = (db.clone(), Arc::clone(clock));
    let (site, base_url) = (origin.site.to_owned(), origin.base_url.to_owned());
    let nightly = move |_: LookAfterStories| {
        let (db, now, site, base_url) = (database.clone(), at.now(), site.clone(), base_url.clone());
        async move {
            look_after(&db, now).await?;
            let_go(&db, now).await?;
            telling_people::ask_again(&db, Origin { site: &site, base_url: &base_url }, now).await
        }
    };
    let (database, at) = (db.clone(), Arc::clone(clock));
    let (site, base_url) = (origin.site.to_owned(), origin.base_url.to_owned());
    let recalled = move |job: TellCopies| {
        let (db, now, site, base_url) = (database.clone(), at.now(), site.clone(), base_url.clone());
        async move { copies::tell(&db, &job, (&site, &base_url), now).await }
    };
    let database = db.clone();
    let scrubbed = move |_: ScrubDisk| {
        let db = database.clone();
        async move { Ok(db.scrub().await?) }
    };
    runner.on(cooled).on(ended).on(recalled).on(scrubbed).on(nightly).daily(&LookAfterStories {}, night)
}
