//! The worker of a node: takes on what is due, one job at a time, and sees it through.

use std::{pin::Pin, sync::Arc, time::Duration};

use anyhow::Context;
use basics::{At, Clock};
use db::Db;
use tokio::{sync::watch, task::JoinHandle};

use crate::{
    Job, Time, schedule,
    store::{self, Claim},
};

/// How long a claim holds. A node that dies keeps a job from the others no longer than this.
const CLAIM: i64 = At::MINUTE;
/// A claim is held longer this often, while the work goes on.
const RENEW_EVERY: Duration = Duration::from_secs(15);
/// How long a job enqueued by another process may go unseen.
const LOOK_EVERY: Duration = Duration::from_millis(500);
/// Tried this often, then given up.
const ATTEMPTS: i64 = 8;
/// Pause after the first failure; four times as long after each further one.
const FIRST_PAUSE: i64 = 30_000;
const LONGEST_PAUSE: i64 = 6 * 60 * At::MINUTE;

type Work = Pin<Box<dyn Future<Output = anyhow::Result<()>> + Send>>;
type Handler = Box<dyn Fn(&str) -> Work + Send + Sync>;

struct Known {
    kind: &'static str,
    handler: Handler,
}

/// What runs every day, with its payload.
struct Daily {
    kind: &'static str,
    payload: serde_json::Result<String>,
    time: Time,
}

/// A worker in the making: `Runner::new(db, clock).on(handler).daily(Analyze, time).start()`.
pub struct Runner {
    db: Db,
    clock: Arc<dyn Clock>,
    known: Vec<Known>,
    daily: Vec<Daily>,
}

impl Runner {
    pub fn new(db: Db, clock: Arc<dyn Clock>) -> Self {
        Self { db, clock, known: Vec::new(), daily: Vec::new() }
    }

    /// Says how jobs of one kind are done. A handler may be called again for the same job, on any node.
    pub fn on<J: Job, F>(mut self, handler: impl Fn(J) -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = anyhow::Result<()>> + Send + 'static,
    {
        let handler: Handler = Box::new(move |payload| match serde_json::from_str(payload) {
            Ok(job) => Box::pin(handler(job)),
            Err(error) => Box::pin(std::future::ready(Err(error).context("the job cannot be read"))),
        });
        self.known.push(Known { kind: J::KIND, handler });
        self
    }

    /// Runs `job` every day at `time`, on one node. Its kind needs a handler too.
    pub fn daily<J: Job>(mut self, job: &J, time: Time) -> Self {
        self.daily.push(Daily { kind: J::KIND, payload: serde_json::to_string(job), time });
        self
    }

    /// Starts to work until [`Running::stop`].
    pub fn start(self) -> Running {
        let (stop, stopping) = watch::channel(false);
        Running { stop, work: tokio::spawn(self.work(stopping)) }
    }

    async fn work(self, mut stopping: watch::Receiver<bool>) {
        let mut scheduled = self.daily.is_empty();
        while !*stopping.borrow() && stopping.has_changed().is_ok() {
            let turn = async {
                if !scheduled {
                    self.schedule().await?;
                }
                self.turn().await
            };
            match turn.await {
                Ok(true) => scheduled = true,
                Ok(false) => {
                    scheduled = true;
                    tokio::select! {
                        _ = stopping.changed() => {}
                        () = self.db.committed() => {}
                        () = tokio::time::sleep(LOOK_EVERY) => {}
                    }
                }
                Err(error) => {
                    tracing::warn!(error = format!("{error:#}"), "the job queue cannot be read; looking again");
                    tokio::select! {
                        _ = stopping.changed() => {}
                        () = tokio::time::sleep(LOOK_EVERY * 4) => {}
                    }
                }
            }
        }
    }

    /// Makes sure that each daily job has its row.
    async fn schedule(&self) -> anyhow::Result<()> {
        let now = self.clock.now();
        let mut tx = self.db.begin().await?;
        for Daily { kind, payload, time } in &self.daily {
            let payload =
                payload.as_ref().map_err(|error| anyhow::anyhow!("a daily job cannot be written: {error}"))?;
            store::insert(&mut tx, &schedule::id(kind), kind, payload, time.after(now), now).await?;
        }
        Ok(tx.commit().await?)
    }

    /// Does one job; `false` when none is due.
    async fn turn(&self) -> anyhow::Result<bool> {
        let kinds: Vec<&str> = self.known.iter().map(|known| known.kind).collect();
        let now = self.clock.now();
        if kinds.is_empty() {
            return Ok(false);
        }
        let Some(mut claim) = store::claim(&self.db, &kinds, now, now.plus(CLAIM)).await? else { return Ok(false) };
        let Some(known) = self.known.iter().find(|known| known.kind == claim.kind) else { return Ok(false) };
        // A task of its own: a handler that panics fails alone.
        let mut work = tokio::spawn((known.handler)(&claim.payload));
        let done = loop {
            tokio::select! {
                done = &mut work => break done.unwrap_or_else(|error| Err(error).context("the job fell over")),
                () = tokio::time::sleep(RENEW_EVERY) => {
                    if !self.hold(&mut claim).await {
                        work.abort();
                        return Ok(true);
                    }
                }
            }
        };
        self.end(&claim, done).await?;
        Ok(true)
    }

    /// Whether the claim still stands. Work on a lost one stops, since another node has begun it.
    async fn hold(&self, claim: &mut Claim) -> bool {
        let until = self.clock.now().plus(CLAIM);
        match store::renew(&self.db, claim, until).await {
            Ok(held) => held,
            Err(error) => {
                tracing::warn!(%error, kind = claim.kind, "the claim on a job could not be held longer");
                claim.until > self.clock.now()
            }
        }
    }

    async fn end(&self, claim: &Claim, done: anyhow::Result<()>) -> db::Result<()> {
        let now = self.clock.now();
        let daily = self.daily.iter().find(|daily| claim.id == schedule::id(daily.kind));
        let Err(error) = done else {
            return match daily {
                Some(daily) => store::put_off(&self.db, claim, daily.time.after(now)).await,
                None => store::delete(&self.db, claim).await,
            };
        };
        let error = format!("{error:#}");
        if claim.attempts < ATTEMPTS {
            tracing::warn!(
                error,
                kind = claim.kind,
                id = claim.id,
                attempts = claim.attempts,
                "a job failed and is tried again"
            );
            return store::retry(&self.db, claim, now.plus(pause(claim.attempts))).await;
        }
        tracing::error!(
            error,
            kind = claim.kind,
            id = claim.id,
            attempts = claim.attempts,
            "a job failed and is given up"
        );
        match daily {
            Some(daily) => store::put_off(&self.db, claim, daily.time.after(now)).await,
            None => store::give_up(&self.db, claim, now).await,
        }
    }
}

/// Milliseconds to wait after failure number `attempts`.
pub(crate) fn pause(attempts: i64) -> i64 {
    let times = u32::try_from(attempts - 1).unwrap_or(0).min(16);
    (FIRST_PAUSE << (2 * times.min(10))).min(LONGEST_PAUSE)
}

/// A worker at work. Dropped, it takes on nothing more; [`Running::stop`] waits for the job in hand too.
pub struct Running {
    stop: watch::Sender<bool>,
    work: JoinHandle<()>,
}

impl Running {
    /// Takes on nothing more and waits until the job in hand is done.
    pub async fn stop(self) {
        self.stop.send_replace(true);
        if let Err(error) = self.work.await {
            tracing::error!(%error, "the worker fell over");
        }
    }
}
