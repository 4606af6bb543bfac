//! Letters that wait for somebody's answer, and reports for stewards. Never for a helper's eyes.

use async_trait::async_trait;
use basics::{At, Capability};
use db::Db;
use plugs::{Asking, Waiting, Waits};

use crate::{
    Text,
    store::{self, letters, reports},
    telling::awaits,
};

/// After this long a conversation in which nobody has answered waits no more.
const WAITS: i64 = 14 * At::DAY;

pub(crate) struct Inbox;

#[async_trait]
impl Waiting for Inbox {
    async fn waiting(&self, db: &Db, asking: Asking<'_>) -> anyhow::Result<Vec<Waits>> {
        let (t, person) = (Text(asking.lang), asking.person);
        let sides = store::sides(db, person).await?;
        let held = letters::held(db, person, &sides, asking.now).await?.len() as u64;
        let open = letters::open(db, person, &sides).await?;
        let mine = |letter: &&crate::Letter| {
            letter.side_of(person, &sides).is_some_and(|own| awaits(letter.last_side, own))
                && asking.now.0 - letter.moved_at.0 < WAITS
        };
        let said = open.iter().filter(mine).count() as u64;
        let waits = |words, count, path: &str| Waits { words, count, path: path.into(), for_helpers: false };
        let mut all = vec![
            waits(t.waiting_letters(held), held, "/me/letters"),
            waits(t.waiting_conversations(said), said, "/me/letters"),
        ];
        if asking.viewer.may(Capability::Steward) {
            let open = reports::count_open(db, person).await?.unsigned_abs();
            all.push(waits(t.waiting_reports(open), open, "/desk/reports"));
        }
        Ok(all)
    }
}
