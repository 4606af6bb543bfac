//! People in other rooms' lists: home, search results, feeds.

use async_trait::async_trait;
use basics::{Lang, Viewer};
use db::Db;
use plugs::{Card, CardSource};

use crate::{
    Kind,
    pages::{card::card, filters::facet_label, list::seen},
    store,
    terms::FAMILIES,
};

pub(crate) struct Cards;

#[async_trait]
impl CardSource for Cards {
    fn kinds(&self) -> &'static [&'static str] {
        &["person", "organisation"]
    }

    async fn cards(&self, db: &Db, viewer: Viewer, lang: Lang, ids: &[&str]) -> anyhow::Result<Vec<Card>> {
        Ok(seen(db, viewer, ids).await?.iter().map(|seen| card(seen, lang)).collect())
    }

    async fn newest(&self, db: &Db, viewer: Viewer, lang: Lang, limit: i64) -> anyhow::Result<Vec<Card>> {
        let mut cards = Vec::new();
        for kind in [Kind::Person, Kind::Organisation] {
            cards.extend(store::newest(db, kind, viewer, limit).await?.iter().map(|seen| card(seen, lang)));
        }
        Ok(cards)
    }

    fn facet_label(&self, lang: Lang, facet: &str) -> Option<String> {
        let (family, value) = facet.split_once(':').filter(|(family, _)| FAMILIES.contains(family))?;
        Some(facet_label(lang, family, value))
    }
}
