//! Addresses of people and organisations for sitemaps and feeds.

use async_trait::async_trait;
use basics::{Lang, Viewer};
use db::Db;
use plugs::{ListedAddress, Listing};

use crate::{Kind, Seen, store};

pub(crate) struct Addresses {
    pub kind: Kind,
}

#[async_trait]
impl Listing for Addresses {
    fn kind(&self) -> &'static str {
        self.kind.code()
    }

    async fn addresses(
        &self,
        db: &Db,
        after: Option<&str>,
        limit: i64,
    ) -> anyhow::Result<(Vec<ListedAddress>, Option<String>)> {
        let people = store::list_released_after(db, self.kind, after, limit).await?;
        let next = people.last().map(|person| person.id.as_str().to_owned());
        let listed = people
            .into_iter()
            .filter_map(|person| person.listed_for(Viewer::Stranger))
            .map(|seen| address(&seen, Lang::En));
        Ok((listed.collect(), next))
    }

    async fn count(&self, db: &Db) -> anyhow::Result<i64> {
        Ok(store::count_released(db, self.kind).await?)
    }

    async fn newest(&self, db: &Db, lang: Lang, limit: i64) -> anyhow::Result<Vec<ListedAddress>> {
        let newest = store::newest(db, self.kind, Viewer::Stranger, limit).await?;
        Ok(newest.iter().map(|seen| address(seen, lang)).collect())
    }

    async fn marks(&self, db: &Db, every: i64) -> anyhow::Result<Vec<String>> {
        Ok(store::every_nth_released(db, self.kind, every).await?)
    }
}

fn address(seen: &Seen, lang: Lang) -> ListedAddress {
    ListedAddress {
        path: seen.path.clone(),
        title: seen.name.clone(),
        line: seen.summary(lang),
        changed_at: seen.updated_at,
        langs: Lang::ALL.to_vec(),
    }
}
