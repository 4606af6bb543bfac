//! How somebody stands, kept up to date: after every vouch, review, ban and gift of trust, and once a day for what time
//! alone changes.

use basics::{At, Level};
use db::{Db, Tx};

use crate::{
    account::{Account, State},
    store::{accounts, sessions, vouches},
    vouching::{KnownFrom, TrustRefusal, VouchRefusal},
};

/// Works a level out anew. Says whether it changed.
pub async fn refresh(tx: &mut Tx, id: &str, now: At) -> db::Result<bool> {
    let graph = vouches::graph_in(tx, &[id], now).await?;
    let Some(account) = accounts::find_in(tx, id).await? else { return Ok(false) };
    // The level is kept as if nobody looked into the account; `Account::standing` says what counts.
    let (level, vouched_at) = (graph.base_level(id, now), graph.vouched_since(id, now));
    if (level, vouched_at) == (account.level, account.vouched_at) {
        return Ok(false);
    }
    accounts::update(tx, &Account { level, vouched_at, ..account }).await?;
    Ok(true)
}

/// Somebody vouches for somebody.
pub async fn vouch(
    tx: &mut Tx,
    giver: &str,
    receiver: &str,
    known_from: KnownFrom,
    now: At,
) -> db::Result<Result<(), VouchRefusal>> {
    let graph = vouches::graph_in(tx, &[giver, receiver], now).await?;
    if let Err(refusal) = graph.may_vouch(giver, receiver, now) {
        return Ok(Err(refusal));
    }
    vouches::give(tx, giver, receiver, known_from, now).await?;
    refresh(tx, receiver, now).await?;
    Ok(Ok(()))
}

/// Somebody takes a vouch back.
pub async fn withdraw(tx: &mut Tx, giver: &str, receiver: &str, now: At) -> db::Result<bool> {
    let withdrawn = vouches::withdraw(tx, giver, receiver, now).await?;
    refresh(tx, receiver, now).await?;
    Ok(withdrawn)
}

/// A steward begins or ends to look into an account.
pub async fn review(tx: &mut Tx, id: &str, on: bool, now: At) -> db::Result<()> {
    changes::take_turn(tx).await?;
    let account = accounts::get_in(tx, id).await?;
    let review_since = on.then(|| account.review_since.unwrap_or(now));
    accounts::update(tx, &Account { review_since, ..account }).await?;
    refresh_receivers(tx, id, now).await
}

/// A steward ends an account, or lets it be used again. Whoever it vouched for stands by their other vouches.
pub async fn ban(tx: &mut Tx, id: &str, on: bool, now: At) -> db::Result<()> {
    changes::take_turn(tx).await?;
    let account = accounts::get_in(tx, id).await?;
    let state = if on { State::Banned } else { State::Active };
    accounts::update(tx, &Account { state, leaves_at: None, ..account }).await?;
    if on {
        sessions::end_all(tx, id, "").await?;
    }
    refresh(tx, id, now).await?;
    refresh_receivers(tx, id, now).await
}

/// A steward gives trust, or takes it away.
pub async fn trust(tx: &mut Tx, id: &str, by: &str, on: bool, now: At) -> db::Result<Result<(), TrustRefusal>> {
    let graph = vouches::graph_in(tx, &[id], now).await?;
    if on && let Err(refusal) = graph.may_trust(id, now) {
        return Ok(Err(refusal));
    }
    let account = accounts::get_in(tx, id).await?;
    let (by_hand, trusted_by) = if on { (Level::Trusted, Some(by.to_owned())) } else { (Level::Member, None) };
    accounts::update(tx, &Account { by_hand, trusted_by, ..account }).await?;
    refresh(tx, id, now).await?;
    Ok(Ok(()))
}

/// Whether an account is in use, and nobody looks into it.
pub async fn is_in_good_standing(tx: &mut Tx, id: &str) -> db::Result<bool> {
    let account = accounts::find_in(tx, id).await?;
    Ok(account.is_some_and(|account| account.state == State::Active && account.review_since.is_none()))
}

/// Those of these accounts that may speak for another one in something that is not their own: vouched for, and
/// independent of it. The answer holds until the transaction ends.
pub async fn voices_for(tx: &mut Tx, account: &str, speakers: &[&str], now: At) -> db::Result<Vec<String>> {
    let around: Vec<&str> = speakers.iter().copied().chain([account]).collect();
    let graph = vouches::graph_in(tx, &around, now).await?;
    Ok(graph.voices_for(account, speakers, now).into_iter().map(str::to_owned).collect())
}

/// Whether two of these accounts may speak for another one, and are independent of each other too.
pub async fn two_voices_for(tx: &mut Tx, account: &str, speakers: &[&str], now: At) -> db::Result<bool> {
    let around: Vec<&str> = speakers.iter().copied().chain([account]).collect();
    let graph = vouches::graph_in(tx, &around, now).await?;
    Ok(graph.holds_two_voices(&graph.voices_for(account, speakers, now), now))
}

async fn refresh_receivers(tx: &mut Tx, giver: &str, now: At) -> db::Result<()> {
    for receiver in vouches::receivers_in(tx, giver).await? {
        refresh(tx, &receiver, now).await?;
    }
    Ok(())
}

/// Once a day: vouches of one branch begin to count when they are old enough. Returns how many levels changed.
pub async fn refresh_all(db: &Db, now: At) -> db::Result<u64> {
    let (mut after, mut changed) = (String::new(), 0);
    loop {
        let receivers = vouches::receivers_after(db, &after, 200).await?;
        let Some(last) = receivers.last() else { return Ok(changed) };
        after.clone_from(last);
        for receiver in receivers {
            let mut tx = db.begin().await?;
            changed += u64::from(refresh(&mut tx, &receiver, now).await?);
            tx.commit().await?;
        }
    }
}
