//! Getting back in through people: two who vouched and one of the team say that it is really the owner who asks. Then 48
//! hours pass, in which every phone of the owner shows it and can stop it. Nobody but the person who asks ever knows the
//! new passphrase.
//!
//! When the time has come, a job ([`RecoveryDue`]) puts the passphrase in force. It was put into the queue by the
//! confirmation that was still missing, in the same transaction.

use basics::{At, Id};
use db::{Db, Result, Tx};
use serde::{Deserialize, Serialize};

use crate::{
    code::{Code, Kind},
    event::record,
    renewal::begin_anew,
    store::{accounts, confirmations, recoveries, recoveries::Recovery, vouches},
    vouching::Graph,
};

/// The owner has so long to stop it.
pub const DELAY: i64 = 2 * At::DAY;
/// So long it can be confirmed, and so long it can take effect.
pub const LASTS: i64 = 14 * At::DAY;
/// The time for a recovery has come.
#[derive(Debug, Serialize, Deserialize)]
pub struct RecoveryDue {
    pub recovery: String,
}

impl jobs::Job for RecoveryDue {
    const KIND: &'static str = "recovery-due";
}

/// As what somebody confirms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// They have vouched for the owner.
    pub vouched: bool,
    /// They are a helper or steward.
    pub staff: bool,
}

/// Somebody who has confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmation {
    pub account: String,
    pub part: Part,
}

impl Part {
    pub fn code(self) -> &'static str {
        match (self.vouched, self.staff) {
            (true, true) => "both",
            (true, false) => "voucher",
            _ => "staff",
        }
    }

    pub fn from_code(code: &str) -> Self {
        Self { vouched: code != "staff", staff: code != "voucher" }
    }
}

/// Asks for a recovery of this account, or of nobody's, which costs and looks the same. Returns the reference to be told
/// to the people who confirm; `passphrase` is its hash.
pub async fn ask(tx: &mut Tx, account: Option<&str>, passphrase: &str, now: At) -> Result<Code> {
    let recovery = Recovery {
        id: Id::<Recovery>::new().to_string(),
        account: account.map(str::to_owned),
        passphrase: passphrase.to_owned(),
        state: "asked".into(),
        ready_at: None,
        ends_at: now.plus(LASTS),
    };
    loop {
        let reference = Code::make(Kind::Spoken);
        if recoveries::insert(tx, &recovery, &reference.digest(""), now).await? {
            return Ok(reference);
        }
    }
}

/// As what somebody may confirm a recovery of this account; nothing when they may not, or it is their own.
pub async fn part_of(tx: &mut Tx, who: &str, staff: bool, account: &str, now: At) -> Result<Option<Part>> {
    let graph = vouches::graph_in(tx, &[account], now).await?;
    let part = Part { vouched: graph.speaks_for(who, account), staff };
    Ok(Some(part).filter(|part| (part.vouched || part.staff) && who != account))
}

/// Somebody entitled confirms. With the last that was missing, the time begins to run. False when it is over already.
pub async fn confirm(tx: &mut Tx, recovery: &str, who: &str, part: Part, now: At) -> Result<bool> {
    changes::take_turn(tx).await?;
    let found = recoveries::find_in(tx, recovery).await?;
    let Some(found) = found.filter(|found| found.state == "asked" && found.ends_at > now) else { return Ok(false) };
    let account = found.account.unwrap_or_default();
    confirmations::insert(tx, recovery, who, part, now).await?;
    if is_confirmed(tx, recovery, &account, now).await? {
        let ready_at = now.plus(DELAY);
        recoveries::confirm(tx, recovery, ready_at, ready_at.plus(LASTS)).await?;
        jobs::enqueue(tx, &RecoveryDue { recovery: recovery.to_owned() }, ready_at, now).await?;
    }
    changes::recheck_sessions(tx).await?;
    record(tx, who, "recovery-confirmed", &account, &format!("part={}", part.code()), now).await?;
    Ok(true)
}

async fn is_confirmed(tx: &mut Tx, recovery: &str, account: &str, now: At) -> Result<bool> {
    let by = confirmations::list(tx, recovery).await?;
    let mut people: Vec<&str> = by.iter().map(|confirmation| confirmation.account.as_str()).collect();
    people.push(account);
    let graph = vouches::graph_in(tx, &people, now).await?;
    Ok(is_enough(&by, account, &graph, now))
}

/// Three different people: two independent ones whose vouches count, and one of the team.
fn is_enough(by: &[Confirmation], account: &str, graph: &Graph, now: At) -> bool {
    let vouchers: Vec<&str> = by
        .iter()
        .filter(|one| one.part.vouched && graph.speaks_for(&one.account, account))
        .map(|one| one.account.as_str())
        .collect();
    let staff = by.iter().filter(|one| one.part.staff);
    staff.map(|one| one.account.as_str()).any(|staff| {
        let others: Vec<&str> = vouchers.iter().copied().filter(|voucher| *voucher != staff).collect();
        graph.holds_two_voices(&others, now)
    })
}

/// The owner stops whatever is under way.
pub async fn cancel(tx: &mut Tx, account: &str, now: At) -> Result<()> {
    recoveries::void(tx, account).await?;
    changes::recheck_sessions(tx).await?;
    record(tx, account, "recovery-cancelled", account, "", now).await
}

/// Puts the passphrase in force, if nobody has stopped it and the people who confirmed still stand by it. Doing it twice
/// changes nothing.
pub async fn due(db: &Db, job: &RecoveryDue, now: At) -> Result<()> {
    let mut tx = db.begin().await?;
    changes::take_turn(&mut tx).await?;
    let found = recoveries::find_in(&mut tx, &job.recovery).await?;
    let ripe = found.filter(|found| {
        found.state == "confirmed" && found.ends_at > now && found.ready_at.is_some_and(|ready_at| ready_at <= now)
    });
    let Some((recovery, account)) = ripe.and_then(|found| found.account.clone().map(|account| (found, account))) else {
        return Ok(());
    };
    let here = accounts::get_in(&mut tx, &account).await?.state != crate::State::Banned;
    if here && is_confirmed(&mut tx, &recovery.id, &account, now).await? {
        recoveries::end(&mut tx, &recovery.id, "done").await?;
        begin_anew(&mut tx, &account, recovery.passphrase, now).await?;
        record(&mut tx, audit::NOBODY, "recovered", &account, "way=people", now).await?;
    } else {
        recoveries::end(&mut tx, &recovery.id, "cancelled").await?;
        changes::recheck_sessions(&mut tx).await?;
        record(&mut tx, audit::NOBODY, "recovery-cancelled", &account, "reason=not-confirmed-any-more", now).await?;
    }
    tx.commit().await
}
