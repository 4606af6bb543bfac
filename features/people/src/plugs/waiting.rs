//! "Is your page still right?", among what waits for somebody.

use async_trait::async_trait;
use db::Db;
use plugs::{Asking, Waiting, Waits};

use crate::{State, Text, freshness::CONFIRM, store};

pub(crate) struct StillRight;

#[async_trait]
impl Waiting for StillRight {
    async fn waiting(&self, db: &Db, asking: Asking<'_>) -> anyhow::Result<Vec<Waits>> {
        let person = store::find_by_id(db, asking.person).await?;
        let asked = person.filter(|person| person.state == State::Released && person.is_asked_about(asking.now));
        let t = Text(asking.lang);
        Ok(asked
            .map(|person| Waits {
                words: if person.resting { t.still_right_resting() } else { t.still_right_waits() }.to_owned(),
                count: 1,
                path: CONFIRM.to_owned(),
                for_helpers: true,
            })
            .into_iter()
            .collect())
    }
}
