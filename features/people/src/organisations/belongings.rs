//! What organisations hold of somebody: shown to them whole, and erased.

use async_trait::async_trait;
use basics::{At, Lang};
use db::{Db, Tx};
use plugs::{Belonging, Belongings, Whose};
use serde_json::Value;

use super::store::{held, members};
use crate::{Text, plugs::belongings::Profile, store};

pub(crate) struct Beside;

#[async_trait]
impl Belongings for Beside {
    async fn gather(&self, db: &Db, whose: Whose<'_>, lang: Lang) -> anyhow::Result<Vec<Belonging>> {
        let (t, person) = (Text(lang), whose.person);
        let part = |name, title: &str, rows: Vec<Value>| Belonging {
            name,
            title: title.to_owned(),
            data: Value::Array(rows),
            files: Vec::new(),
        };
        let mut all = vec![
            part("organisation-standings", t.belongs_standings(), held::standings(db, person).await?),
            part("organisation-invitations", t.belongs_invitations(), held::invitations(db, person).await?),
            part("organisation-claims", t.belongs_claims(), held::claims(db, person).await?),
            part("corrections", t.belongs_corrections(), held::corrections(db, person).await?),
        ];
        all.retain(|part| part.data.as_array().is_some_and(|rows| !rows.is_empty()));
        Ok(all)
    }

    async fn erase(&self, tx: &mut Tx, whose: Whose<'_>, now: At) -> anyhow::Result<Vec<String>> {
        let mut unnamed = Vec::new();
        for organisation in members::owned_alone_in(tx, whose.person).await? {
            // What an import brought was there before them; what they made alone is theirs and goes with them.
            let id = basics::Id::from_text(&organisation);
            if store::kept_in(tx, &id).await?.get("sources").is_none() {
                unnamed.extend(Profile.erase(tx, Whose { account: "", person: &organisation }, now).await?);
            }
        }
        held::forget(tx, whose.person).await?;
        Ok(unnamed)
    }
}
