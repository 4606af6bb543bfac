//! Pages among results: each once, in the language the reader would get.

use async_trait::async_trait;
use basics::{Lang, Viewer};
use db::Db;
use plugs::{Card, CardSource};

use crate::{
    page::{Page, choose},
    shelf, store,
};

pub struct Cards;

#[async_trait]
impl CardSource for Cards {
    fn kinds(&self) -> &'static [&'static str] {
        &["page"]
    }

    async fn cards(&self, db: &Db, _: Viewer, lang: Lang, ids: &[&str]) -> anyhow::Result<Vec<Card>> {
        let mut found = Vec::with_capacity(ids.len());
        for id in ids {
            found.extend(shelf::find(db, id).await?);
        }
        once(db, lang, found).await
    }

    async fn newest(&self, db: &Db, _: Viewer, lang: Lang, limit: i64) -> anyhow::Result<Vec<Card>> {
        once(db, lang, store::newest(db, limit).await?).await
    }
}

/// One card for all texts of a page.
async fn once(db: &Db, lang: Lang, found: Vec<Page>) -> anyhow::Result<Vec<Card>> {
    let mut slugs: Vec<String> = Vec::new();
    let mut cards = Vec::new();
    for page in found {
        if slugs.contains(&page.slug) {
            continue;
        }
        cards.extend(choose(shelf::texts(db, &page.slug).await?, lang).map(|text| card(&text, lang)));
        slugs.push(page.slug);
    }
    Ok(cards)
}

fn card(page: &Page, lang: Lang) -> Card {
    Card {
        kind: "page",
        id: page.id.as_str().to_owned(),
        href: web::link(lang, page.path()),
        title: page.title.clone(),
        line: page.summary(),
        tags: Vec::new(),
        thumb: None,
        letter: page.title.chars().find(|c| c.is_alphanumeric()).unwrap_or('·').to_ascii_uppercase(),
        lang: (page.interface() != Some(lang)).then(|| page.lang.clone()),
    }
}
