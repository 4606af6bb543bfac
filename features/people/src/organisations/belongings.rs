//! What organisations hold of somebody: shown to them whole, and erased.

use async_trait::async_trait;
use basics::{At, Lang};
use db::{Db, Tx};
use plugs::{Belonging, Belongings, Whose};
use serde_json::Value;

use super::store::held;
use crate::Text;

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

    async fn erase(&self, tx: &mut Tx, whose: Whose<'_>, _: At) -> anyhow::Result<Vec<String>> {
        held::forget(tx, whose.person).await?;
        Ok(Vec::new())
    }
}
