//! The front doors in the sitemap: home, and the lists it leads to.

use async_trait::async_trait;
use basics::{At, Lang};
use db::Db;
use plugs::{ListedAddress, Listing};

use crate::Text;

pub struct Doors;

#[async_trait]
impl Listing for Doors {
    fn kind(&self) -> &'static str {
        "home"
    }

    async fn addresses(
        &self,
        _: &Db,
        after: Option<&str>,
        _: i64,
    ) -> anyhow::Result<(Vec<ListedAddress>, Option<String>)> {
        let all = doors();
        let last = all.last().map(|door| door.path.clone());
        Ok(if after.is_none() { (all, last) } else { (Vec::new(), None) })
    }

    async fn count(&self, _: &Db) -> anyhow::Result<i64> {
        Ok(i64::try_from(doors().len())?)
    }
}

fn doors() -> Vec<ListedAddress> {
    let t = Text(Lang::En);
    [("/", t.title()), ("/people", t.by_craft()), ("/find", t.more_ways()), ("/organisations", t.organisations())]
        .map(|(path, title)| ListedAddress {
            path: path.to_owned(),
            title: title.to_owned(),
            line: String::new(),
            // These lists change with every thing in them, so no day is told.
            changed_at: At(0),
            langs: Lang::ALL.to_vec(),
        })
        .to_vec()
}
