//! Everything this room holds of somebody.

use async_trait::async_trait;
use basics::{At, Lang};
use db::{Db, Tx};
use plugs::{Belonging, Belongings, Whose};

use crate::{Text, store::belongings as own};

pub(crate) struct Letters;

#[async_trait]
impl Belongings for Letters {
    async fn gather(&self, db: &Db, whose: Whose<'_>, lang: Lang) -> anyhow::Result<Vec<Belonging>> {
        let (t, person) = (Text(lang), whose.person);
        let all = [
            ("letters-written", t.own_written(), own::written(db, person).await?),
            ("letters-received", t.own_received(), own::received(db, person).await?),
            ("conversations", t.own_said(), own::said(db, person).await?),
            ("blocked", t.own_blocks(), own::blocks(db, person).await?),
            ("letter-settings", t.own_settings(), own::settings(db, person).await?),
            ("reports", t.own_reports(), own::reports(db, person).await?),
        ];
        let some = all.into_iter().filter(|(_, _, data)| data.as_array().is_some_and(|all| !all.is_empty()));
        Ok(some.map(|(name, title, data)| Belonging { name, title: title.into(), data, files: Vec::new() }).collect())
    }

    async fn erase(&self, tx: &mut Tx, whose: Whose<'_>, _now: At) -> anyhow::Result<Vec<String>> {
        own::erase(tx, whose.person).await?;
        Ok(Vec::new())
    }
}
