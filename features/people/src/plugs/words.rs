//! Follows changes of the vocabulary on this node. The index asks before it writes people anew, so that they are written
//! with the words as they stand; words themselves are no documents.

use async_trait::async_trait;
use db::Db;
use plugs::{SearchDoc, SearchSource};

use crate::vocabulary::added;

pub(crate) struct Words;

#[async_trait]
impl SearchSource for Words {
    fn topic(&self) -> &'static str {
        added::TOPIC
    }

    fn kinds(&self) -> &'static [&'static str] {
        &[]
    }

    async fn document(&self, db: &Db, _: &str) -> anyhow::Result<Option<SearchDoc>> {
        added::refresh(db).await?;
        Ok(None)
    }

    async fn documents_of(&self, db: &Db, _: &[&str]) -> anyhow::Result<Vec<SearchDoc>> {
        added::refresh(db).await?;
        Ok(Vec::new())
    }

    async fn documents(&self, db: &Db, _: Option<&str>, _: i64) -> anyhow::Result<(Vec<SearchDoc>, Option<String>)> {
        added::refresh(db).await?;
        Ok((Vec::new(), None))
    }
}
