//! Everything this room holds of somebody.

use async_trait::async_trait;
use basics::{At, Lang};
use db::{Db, Tx};
use plugs::{Belonging, Belongings, Whose};

use crate::{Text, deeds, store, store::belongings as own};

pub(crate) struct Stories;

#[async_trait]
impl Belongings for Stories {
    async fn gather(&self, db: &Db, whose: Whose<'_>, lang: Lang) -> anyhow::Result<Vec<Belonging>> {
        let (t, person) = (Text(lang), whose.person);
        let all = [
            ("stories-about-me", t.own_portrayed(), own::portrayed(db, person).await?),
            ("story-consents", t.own_agreed(), own::agreed(db, person).await?),
            ("stories-i-work-on", t.own_worked_on(), own::worked_on(db, person).await?),
        ];
        let some = all.into_iter().filter(|(_, _, data)| data.as_array().is_some_and(|all| !all.is_empty()));
        Ok(some.map(|(name, title, data)| Belonging { name, title: title.into(), data, files: Vec::new() }).collect())
    }

    async fn erase(&self, tx: &mut Tx, whose: Whose<'_>, now: At) -> anyhow::Result<Vec<String>> {
        // A helper who was there is kept as an account.
        store::consents::forget_witness(tx, whose.account).await?;
        deeds::erase_person(tx, whose.person, now).await
    }
}
