//! What machines get: well-formed, complete, in the right language.

mod machines;
mod news;
mod sitemap;

use async_trait::async_trait;
use basics::{At, Lang};
use db::Db;
use plugs::{ListedAddress, Listing};
use testkit::TestPortal;

/// A room with this many things; the last is the newest.
struct Invented(usize);

#[async_trait]
impl Listing for Invented {
    fn kind(&self) -> &'static str {
        "thing"
    }

    async fn addresses(
        &self,
        _: &Db,
        after: Option<&str>,
        limit: i64,
    ) -> anyhow::Result<(Vec<ListedAddress>, Option<String>)> {
        let from = after.map_or(0, |after| after.parse::<usize>().unwrap() + 1);
        let some: Vec<_> = (from..self.0.min(from + limit as usize)).map(thing).collect();
        let last = some.len().checked_sub(1).map(|last| (from + last).to_string());
        Ok((some, last))
    }

    async fn count(&self, _: &Db) -> anyhow::Result<i64> {
        Ok(self.0 as i64)
    }

    async fn newest(&self, _: &Db, _: Lang, limit: i64) -> anyhow::Result<Vec<ListedAddress>> {
        Ok((0..self.0).rev().take(limit as usize).map(thing).collect())
    }
}

fn thing(n: usize) -> ListedAddress {
    let langs = if n == 1 { vec![Lang::En] } else { Lang::ALL.to_vec() };
    let changed_at = At(1_795_000_000_000 + n as i64 * 1000);
    ListedAddress {
        path: format!("/things/{n}"),
        title: format!("Thing <{n}> & more"),
        line: "“A line”".into(),
        changed_at,
        langs,
    }
}

async fn portal(things: usize) -> TestPortal {
    TestPortal::new(vec![crate::feature().listing(Invented(things))]).await
}

#[test]
fn every_word_is_translated() {
    for (lang, missing, which) in crate::COVERAGE {
        assert_eq!(*missing, 0, "{lang}: {which:?}");
    }
}
