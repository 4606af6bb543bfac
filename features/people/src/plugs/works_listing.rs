//! Addresses of works for sitemaps: those that everybody may see, of people everybody finds.

use async_trait::async_trait;
use basics::Lang;
use db::Db;
use plugs::{ListedAddress, Listing};

use crate::works::store::listed;

pub(crate) struct Works;

#[async_trait]
impl Listing for Works {
    fn kind(&self) -> &'static str {
        "work"
    }

    async fn addresses(
        &self,
        db: &Db,
        after: Option<&str>,
        limit: i64,
    ) -> anyhow::Result<(Vec<ListedAddress>, Option<String>)> {
        let works = listed::public_after(db, after.unwrap_or(""), limit).await?;
        let next = works.last().map(|work| work.id.as_str().to_owned());
        let address = |work: listed::Listed| ListedAddress {
            path: format!("/{}/{}/works/{}", work.kind.folder(), work.handle, work.slug),
            title: work.title,
            line: String::new(),
            changed_at: work.changed_at,
            langs: Lang::ALL.to_vec(),
        };
        Ok((works.into_iter().map(address).collect(), next))
    }

    async fn count(&self, db: &Db) -> anyhow::Result<i64> {
        Ok(listed::count_public(db).await?)
    }

    async fn marks(&self, db: &Db, every: i64) -> anyhow::Result<Vec<String>> {
        Ok(listed::every_nth_public(db, every).await?)
    }
}
