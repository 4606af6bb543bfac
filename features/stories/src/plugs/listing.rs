//! Addresses of stories: those that may stand on these pages for the sitemap, those granted to the press for feeds.

use async_trait::async_trait;
use basics::Lang;
use db::Db;
use plugs::{ListedAddress, Listing};

use super::AS_WRITTEN;
use crate::{
    Glance, Use, reading,
    store::lists::{self, Ask, Cursor},
};

pub(crate) struct Addresses;

#[async_trait]
impl Listing for Addresses {
    fn kind(&self) -> &'static str {
        "story"
    }

    async fn addresses(
        &self,
        db: &Db,
        after: Option<&str>,
        limit: i64,
    ) -> anyhow::Result<(Vec<ListedAddress>, Option<String>)> {
        let after = after.and_then(Cursor::read);
        let places = lists::oldest(db, after.as_ref(), limit, AS_WRITTEN).await?;
        let ids: Vec<&str> = places.iter().map(|place| place.id.as_str()).collect();
        let listed = reading::glances(db, &ids, Lang::En).await?.into_iter().map(address).collect();
        Ok((listed, places.last().map(Cursor::to_string)))
    }

    async fn count(&self, db: &Db) -> anyhow::Result<i64> {
        Ok(lists::count(db, Use::Site, "", AS_WRITTEN).await?.cast_signed())
    }

    async fn newest(&self, db: &Db, lang: Lang, limit: i64) -> anyhow::Result<Vec<ListedAddress>> {
        let ask = Ask { to: Use::Press, terms: &[], among: None, cursor: None, back: false, limit };
        let found = reading::list(db, &ask, lang, AS_WRITTEN).await?;
        Ok(found.into_iter().map(|(glance, _)| address(glance)).collect())
    }

    async fn marks(&self, db: &Db, every: i64) -> anyhow::Result<Vec<String>> {
        Ok(lists::every_nth(db, every).await?.iter().map(Cursor::to_string).collect())
    }
}

fn address(glance: Glance) -> ListedAddress {
    // A page answers in every language; in one that has no telling it says which it shows.
    let told: Vec<Lang> = glance.langs.iter().filter_map(|lang| Lang::from_tag(lang)).collect();
    let langs = if told.is_empty() { Lang::ALL.to_vec() } else { told };
    ListedAddress { path: glance.path, title: glance.title, line: glance.lede, changed_at: glance.updated_at, langs }
}
