//! An organisation without an owner, brought in by an import, becomes somebody's: two members who are vouched for and
//! independent of them and of each other say that it is theirs, and for two days the team can stop it.

use basics::{At, Id};
use db::{Db, Result, Tx};

use super::{
    creating::owner,
    store::{
        checks,
        claims::{self, Claim},
        members,
    },
};

/// The team has so long to stop it.
pub(crate) const DELAY: i64 = 2 * At::DAY;
/// So long it can be confirmed and take effect.
pub(crate) const LASTS: i64 = 30 * At::DAY;
/// Claims somebody has under way together.
const MOST: usize = 3;

/// Why something cannot be claimed or confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// It has an owner.
    Owned,
    /// They have said so already.
    Already,
    /// They have too many claims under way.
    Limit,
    /// It is over, or was never there.
    Over,
    /// Their own claim.
    Own,
    /// Whoever confirms has to be vouched for, and not tied to who claims.
    NotApart,
}

/// Who claims, or confirms.
#[derive(Clone, Copy)]
pub(crate) struct Speaker<'a> {
    pub person: &'a str,
    pub account: &'a str,
}

type Answer<T> = Result<std::result::Result<T, Refusal>>;

/// Somebody says that an organisation is theirs.
pub(crate) async fn claim(tx: &mut Tx, organisation: &str, by: Speaker<'_>, words: &str, now: At) -> Answer<()> {
    changes::take_turn(tx).await?;
    if !members::owners_in(tx, organisation).await?.is_empty() {
        return Ok(Err(Refusal::Owned));
    }
    let open = claims::open_by(tx, by.person, now).await?;
    if open.iter().any(|claimed| claimed == organisation) {
        return Ok(Err(Refusal::Already));
    }
    if open.len() >= MOST {
        return Ok(Err(Refusal::Limit));
    }
    let claim = Claim {
        id: Id::new(),
        organisation: organisation.to_owned(),
        person: by.person.to_owned(),
        account: by.account.to_owned(),
        words: words.to_owned(),
        state: "asked".to_owned(),
        claimed_at: now,
        ready_at: None,
        ends_at: now.plus(LASTS),
    };
    claims::insert(tx, &claim).await?;
    record(tx, by.account, "organisation-claimed", organisation, now).await?;
    Ok(Ok(()))
}

/// Somebody confirms. With the second independent voice the two days begin to run. Returns when they are over, if so.
pub(crate) async fn confirm(tx: &mut Tx, id: &str, organisation: &str, by: Speaker<'_>, now: At) -> Answer<Option<At>> {
    let found = claims::open_in(tx, id, now).await?.filter(|claim| claim.organisation == organisation);
    let Some(claim) = found else { return Ok(Err(Refusal::Over)) };
    if claim.person == by.person {
        return Ok(Err(Refusal::Own));
    }
    if accounts::standing::voices_for(tx, &claim.account, &[by.account], now).await?.is_empty() {
        return Ok(Err(Refusal::NotApart));
    }
    claims::confirm(tx, id, by.person, by.account, now).await?;
    let mut ready_at = claim.ready_at;
    if ready_at.is_none() && is_confirmed(tx, &claim, now).await? {
        ready_at = Some(now.plus(DELAY));
        claims::set_state(tx, id, "confirmed", ready_at).await?;
    }
    record(tx, by.account, "organisation-claim-confirmed", organisation, now).await?;
    Ok(Ok(ready_at))
}

async fn is_confirmed(tx: &mut Tx, claim: &Claim, now: At) -> Result<bool> {
    let voices = claims::voices_in(tx, claim.id.as_str()).await?;
    let voices: Vec<&str> = voices.iter().map(String::as_str).collect();
    accounts::standing::two_voices_for(tx, &claim.account, &voices, now).await
}

/// The team, or who claims, stops it. False when it is over already.
pub(crate) async fn stop(tx: &mut Tx, id: &str, by: &str, now: At) -> Result<bool> {
    let Some(claim) = claims::open_in(tx, id, now).await? else { return Ok(false) };
    claims::set_state(tx, id, "stopped", None).await?;
    record(tx, by, "organisation-claim-stopped", &claim.organisation, now).await?;
    Ok(true)
}

/// Gives organisations to those whose claims were confirmed two days ago, if those who confirmed still stand by it.
/// Returns how many found their owner. To be called once a day; doing it twice changes nothing.
///
/// # Errors
/// When the database fails; what was given before stays.
pub(crate) async fn ripen(db: &Db, now: At) -> Result<u64> {
    let mut given = 0;
    for id in claims::ripe(db, now, 1000).await? {
        let mut tx = db.begin().await?;
        given += u64::from(give(&mut tx, &id, now).await?);
        tx.commit().await?;
    }
    Ok(given)
}

async fn give(tx: &mut Tx, id: &str, now: At) -> Result<bool> {
    let Some(claim) = claims::open_in(tx, id, now).await? else { return Ok(false) };
    let organisation = claim.organisation.as_str();
    let here = accounts::standing::is_in_good_standing(tx, &claim.account).await?;
    let stands = here && is_confirmed(tx, &claim, now).await?;
    if !stands || !members::owners_in(tx, organisation).await?.is_empty() {
        claims::set_state(tx, id, "over", None).await?;
        record(tx, audit::NOBODY, "organisation-claim-stopped", organisation, now).await?;
        return Ok(false);
    }
    claims::set_state(tx, id, "done", claim.ready_at).await?;
    claims::end_all(tx, organisation).await?;
    members::put(tx, organisation, &owner(&claim.person, ""), now).await?;
    // Nobody has looked at what an import brought: its owner is asked at once.
    checks::put(tx, organisation, At(0), now).await?;
    record(tx, &claim.account, "organisation-taken-over", organisation, now).await?;
    Ok(true)
}

/// Writes down what somebody did about an organisation; last in its transaction.
pub(crate) async fn record(tx: &mut Tx, actor: &str, action: &'static str, object: &str, now: At) -> Result<()> {
    audit::record(tx, &audit::Entry { actor, action, object, detail: "", request: "" }, now).await
}
