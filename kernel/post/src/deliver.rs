//! The worker of a node: carries what is due, a few messages at once.

use std::{sync::Arc, time::Duration};

use basics::{At, Clock};
use db::{Db, Result};
use tokio::{
    sync::watch,
    task::{JoinHandle, JoinSet},
    time::timeout,
};

use crate::{Carrier, Carriers, Entry, Refusal, State, store};

/// Carried at once by one node.
const AT_ONCE: i64 = 8;
/// How long a carrier may take for one message.
const PATIENCE: Duration = Duration::from_secs(120);
/// How long a claim holds: longer than any carrier may take, so that no other node begins meanwhile. A node that dies
/// keeps a message from the others no longer than this.
const CLAIM: i64 = 5 * At::MINUTE;
/// How long a message put by another process may go unseen.
const LOOK_EVERY: Duration = Duration::from_millis(500);
/// Asked this often, over three days, a carrier is asked no more.
const ATTEMPTS: i64 = 20;
/// Pause after the first refusal; twice as long after each further one.
const FIRST_PAUSE: i64 = At::MINUTE;
const LONGEST_PAUSE: i64 = 6 * 60 * At::MINUTE;
const PURGE_EVERY: i64 = 60 * At::MINUTE;
/// How long messages in hand may still take when the node stops. What is cut off is carried again later.
const FAREWELL: Duration = Duration::from_secs(5);

/// Starts to carry messages until [`Delivery::stop`].
pub fn deliver(db: Db, carriers: Carriers, clock: Arc<dyn Clock>) -> Delivery {
    let (stop, stopping) = watch::channel(false);
    Delivery { stop, work: tokio::spawn(work(db, carriers, clock, stopping)) }
}

async fn work(db: Db, carriers: Carriers, clock: Arc<dyn Clock>, mut stopping: watch::Receiver<bool>) {
    let mut purged: Option<At> = None;
    while !*stopping.borrow() && stopping.has_changed().is_ok() {
        let turn = async {
            let now = clock.now();
            if purged.is_none_or(|purged| now.0 - purged.0 >= PURGE_EVERY) {
                store::purge(&db, now).await?;
                purged = Some(now);
            }
            round(&db, &carriers, clock.as_ref()).await
        };
        let pause = match turn.await {
            Ok(0) => LOOK_EVERY,
            Ok(_) => continue,
            Err(error) => {
                tracing::warn!(%error, "the outbox cannot be read; looking again");
                LOOK_EVERY * 4
            }
        };
        tokio::select! {
            _ = stopping.changed() => {}
            () = db.committed(), if pause == LOOK_EVERY => {}
            () = tokio::time::sleep(pause) => {}
        }
    }
}

/// Carries what is due, at most [`AT_ONCE`] messages. Says how many it took on.
pub(crate) async fn round(db: &Db, carriers: &Carriers, clock: &dyn Clock) -> Result<usize> {
    let now = clock.now();
    let claimed = store::claim(db, &carriers.channels(), now, now.plus(CLAIM), AT_ONCE).await?;
    let taken = claimed.len();
    let mut carrying = JoinSet::new();
    for entry in claimed {
        let Some(carrier) = carriers.of(entry.channel) else { continue };
        carrying.spawn(carry(carrier, entry));
    }
    while let Some(done) = carrying.join_next().await {
        if let Ok((entry, done)) = done {
            settle(db, &entry, done, clock.now()).await?;
        }
    }
    Ok(taken)
}

/// One message through its carrier, in a task of its own: one that falls over fails alone.
async fn carry(carrier: Arc<dyn Carrier>, entry: Entry) -> (Entry, std::result::Result<(), Refusal>) {
    let mut work = JoinSet::new();
    let carried = entry.clone();
    work.spawn(async move { carrier.carry(&carried).await });
    let done = match timeout(PATIENCE, work.join_next()).await {
        Ok(Some(Ok(done))) => done,
        Ok(_) => Err(Refusal::Later("fell over".into())),
        Err(_) => Err(Refusal::Later("timeout".into())),
    };
    (entry, done)
}

/// Writes down how it went. A message that was erased or passed to another node meanwhile stays as it is.
async fn settle(db: &Db, entry: &Entry, done: std::result::Result<(), Refusal>, now: At) -> Result<()> {
    let (id, channel, attempts) = (entry.id.as_str(), entry.channel.code(), entry.attempts);
    match done {
        Ok(()) => store::sent(db, entry, now).await,
        Err(Refusal::Later(why)) if attempts < ATTEMPTS => {
            tracing::warn!(id, channel, attempts, why, "a message was not taken and is tried again");
            store::settle(db, entry, State::Waiting, now.plus(pause(attempts)), &why).await
        }
        Err(Refusal::Later(why) | Refusal::Never(why)) => {
            tracing::error!(id, channel, attempts, why, "a message was refused and is given up");
            store::settle(db, entry, State::Failed, now, &why).await
        }
    }
}

/// Milliseconds to wait after refusal number `attempts`.
pub(crate) fn pause(attempts: i64) -> i64 {
    let doublings = u32::try_from(attempts - 1).unwrap_or(0).min(20);
    (FIRST_PAUSE << doublings).min(LONGEST_PAUSE)
}

/// A worker at work. Dropped, it takes on nothing more.
pub struct Delivery {
    stop: watch::Sender<bool>,
    work: JoinHandle<()>,
}

impl Delivery {
    /// Takes on nothing more and waits a few seconds for the messages in hand.
    pub async fn stop(mut self) {
        self.stop.send_replace(true);
        match timeout(FAREWELL, &mut self.work).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::error!(%error, "the carrying of messages fell over"),
            Err(_) => self.work.abort(),
        }
    }
}
