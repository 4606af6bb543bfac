//! Leaving: a week to change one's mind, then everything goes. Sleeping: what becomes of accounts nobody uses.

use anyhow::Context;
use basics::{At, Role};
use db::Tx;
use plugs::Faces;

use crate::{
    account::{Account, State, day_of},
    event::record,
    store,
};

/// How long somebody who asked to be deleted may change their mind.
pub const WEEK: i64 = 7 * At::DAY;

/// What came of asking to leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Erased at this moment or soon after.
    Leaves(At),
    /// Nobody else could run the portal.
    LastAdmin,
}

/// Somebody asks to be deleted: out of everybody's sight at once, and signed out everywhere. Asking again changes
/// nothing.
pub async fn leave(tx: &mut Tx, faces: &dyn Faces, id: &str, now: At) -> anyhow::Result<Asked> {
    changes::take_turn(tx).await?;
    let mut account = store::accounts::get_in(tx, id).await?;
    if let (State::Leaving, Some(leaves_at)) = (account.state, account.leaves_at) {
        return Ok(Asked::Leaves(leaves_at));
    }
    if is_last_admin(tx, &account).await? {
        return Ok(Asked::LastAdmin);
    }
    let leaves_at = now.plus(WEEK);
    (account.state, account.leaves_at) = (State::Leaving, Some(leaves_at));
    faces.withdraw(tx, &account.person, true, now).await?;
    store::accounts::update(tx, &account).await?;
    store::sessions::end_all(tx, id, "").await?;
    record(tx, id, "leaving-asked", id, "", now).await?;
    Ok(Asked::Leaves(leaves_at))
}

/// They changed their mind: everything is as it was. False when they were not leaving, or the week is over.
pub async fn stay(tx: &mut Tx, faces: &dyn Faces, id: &str, now: At) -> anyhow::Result<bool> {
    changes::take_turn(tx).await?;
    let mut account = store::accounts::get_in(tx, id).await?;
    if account.state != State::Leaving || account.leaves_at.is_none_or(|leaves_at| leaves_at <= now) {
        return Ok(false);
    }
    awake(tx, faces, &mut account, now).await?;
    record(tx, id, "leaving-undone", id, "", now).await?;
    Ok(true)
}

/// Nobody has used the account since `before`: it goes out of sight. Nothing when somebody has, or nobody else could run
/// the portal.
pub(crate) async fn fall_asleep(
    tx: &mut Tx,
    faces: &dyn Faces,
    id: &str,
    before: At,
    now: At,
) -> anyhow::Result<Option<Account>> {
    changes::take_turn(tx).await?;
    let mut account = store::accounts::get_in(tx, id).await?;
    if account.state != State::Active || account.seen_on >= before || is_last_admin(tx, &account).await? {
        return Ok(None);
    }
    account.state = State::Asleep;
    faces.withdraw(tx, &account.person, true, now).await?;
    store::accounts::update(tx, &account).await?;
    record(tx, id, "fallen-asleep", id, "", now).await?;
    Ok(Some(account))
}

/// Somebody comes back: the day is noted, and who slept is awake and seen as before.
pub async fn come_back(tx: &mut Tx, faces: &dyn Faces, account: &Account, now: At) -> anyhow::Result<()> {
    if account.state == State::Asleep {
        wake(tx, faces, account.id.as_str(), now).await?;
    }
    Ok(store::leaving::see(tx, account.id.as_str(), day_of(now)).await?)
}

/// Who slept is seen as before.
pub(crate) async fn wake(tx: &mut Tx, faces: &dyn Faces, id: &str, now: At) -> anyhow::Result<()> {
    changes::take_turn(tx).await?;
    let mut account = store::accounts::get_in(tx, id).await?;
    if account.state == State::Asleep {
        awake(tx, faces, &mut account, now).await?;
        record(tx, id, "woken", id, "", now).await?;
    }
    Ok(())
}

async fn awake(tx: &mut Tx, faces: &dyn Faces, account: &mut Account, now: At) -> anyhow::Result<()> {
    (account.state, account.leaves_at) = (State::Active, None);
    faces.withdraw(tx, &account.person, false, now).await.context("nobody to show again")?;
    Ok(store::accounts::update(tx, account).await?)
}

async fn is_last_admin(tx: &mut Tx, account: &Account) -> db::Result<bool> {
    Ok(account.roles.has(Role::Admin) && !store::accounts::has_admin(tx, account.id.as_str()).await?)
}
