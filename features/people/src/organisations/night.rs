//! What happens to organisations by itself, once a day.

use accounts::{Origin, retention, tell};
use basics::At;
use db::Db;

use super::{
    checks::EVERY,
    claiming, notices,
    store::{checks, claims, corrections, invitations, members},
};
use crate::store;

/// Organisations looked at together.
const AT_ONCE: i64 = 200;

/// Gives claimed organisations to their owners, asks owners whether everything is still right, and lets go of what was
/// kept long enough. Doing it again on the same day changes nothing.
///
/// # Errors
/// When the database fails, or a mail cannot be written; what was done before stays.
pub async fn look_after_organisations(db: &Db, origin: Origin<'_>, now: At) -> anyhow::Result<()> {
    claiming::ripen(db, now).await?;
    ask_owners(db, origin, now).await?;
    let mut tx = db.begin().await?;
    claims::sweep(&mut tx, retention::CLAIMS_ENDED.before(now)).await?;
    invitations::sweep(&mut tx, retention::INVITATIONS_ENDED.before(now)).await?;
    corrections::sweep(&mut tx, retention::CORRECTIONS_SETTLED.before(now), retention::CORRECTIONS.before(now)).await?;
    Ok(tx.commit().await?)
}

async fn ask_owners(db: &Db, origin: Origin<'_>, now: At) -> anyhow::Result<()> {
    loop {
        let due = checks::due(db, now, AT_ONCE).await?;
        if due.is_empty() {
            return Ok(());
        }
        for id in due {
            let mut tx = db.begin().await?;
            changes::take_turn(&mut tx).await?;
            let asked = checks::asked(&mut tx, &id, now, now.plus(EVERY)).await?;
            if let Some(organisation) = store::get_in(&mut tx, &id).await?.filter(|_| asked) {
                let path = format!("/me/organisations/{}", organisation.handle);
                for owner in members::owners_in(&mut tx, &id).await? {
                    tell(&mut tx, origin, &owner, &notices::still_right(&path), now).await?;
                }
            }
            tx.commit().await?;
        }
    }
}
