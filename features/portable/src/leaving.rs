//! Where the documents of a person came from is forgotten with the person.

use async_trait::async_trait;
use basics::{At, Lang};
use db::{Db, Tx};
use plugs::{Belonging, Belongings, Whose};

use crate::origins;

/// What this room holds of people: paths of the documents they were imported from. The documents themselves lie with
/// the person, paths included, and are shown to them there. Held documents belong to no person.
pub struct Imported;

#[async_trait]
impl Belongings for Imported {
    async fn gather(&self, _: &Db, _: Whose<'_>, _: Lang) -> anyhow::Result<Vec<Belonging>> {
        Ok(Vec::new())
    }

    async fn erase(&self, tx: &mut Tx, whose: Whose<'_>, _: At) -> anyhow::Result<Vec<String>> {
        origins::forget(tx, &format!("people:{}", whose.person)).await?;
        Ok(Vec::new())
    }
}
