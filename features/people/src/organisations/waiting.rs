//! What waits for those who keep organisations, and for those who were asked to belong to one.

use async_trait::async_trait;
use db::Db;
use plugs::{Asking, Waiting, Waits};

use super::{
    checks::EVERY,
    store::{checks, corrections, invitations},
};
use crate::Text;

pub(crate) struct Keeping;

#[async_trait]
impl Waiting for Keeping {
    async fn waiting(&self, db: &Db, asking: Asking<'_>) -> anyhow::Result<Vec<Waits>> {
        let (t, person, now) = (Text(asking.lang), asking.person, asking.now);
        let invited = invitations::open_for(db, person, now).await?.len() as u64;
        let wrong = corrections::count_open_for(db, person).await?.unsigned_abs();
        let old = checks::count_old(db, person, now.plus(-EVERY)).await?.unsigned_abs();
        let waits = |words: String, count| Waits { words, count, path: "/me/organisations".into(), for_helpers: true };
        Ok(vec![
            waits(t.wait_invitations(invited), invited),
            waits(t.wait_corrections(wrong), wrong),
            waits(t.wait_checks(old), old),
        ])
    }
}
