//! Addresses of pages, for sitemap and feeds: one for each slug.

use async_trait::async_trait;
use basics::Lang;
use db::Db;
use plugs::{ListedAddress, Listing};

use crate::{content, shelf, store};

pub struct Addresses;

#[async_trait]
impl Listing for Addresses {
    fn kind(&self) -> &'static str {
        "page"
    }

    /// First the slugs of the database, then those that are only built in; goes on from a slug or a built-in id.
    async fn addresses(
        &self,
        db: &Db,
        after: Option<&str>,
        limit: i64,
    ) -> anyhow::Result<(Vec<ListedAddress>, Option<String>)> {
        let after = after.unwrap_or_default();
        let mut next = None;
        let mut slugs = if content::is_built_in(after) { Vec::new() } else { store::slugs(db, after, limit).await? };
        if let Some(last) = slugs.last() {
            next = Some(last.clone());
        } else {
            let after = if content::is_built_in(after) { after } else { "" };
            let rest = built_in().into_iter().filter(|slug| content::id("", slug).as_str() > after);
            for slug in rest.take(usize::try_from(limit)?) {
                next = Some(content::id("", slug));
                if !in_database(db, slug).await? {
                    slugs.push(slug.to_owned());
                }
            }
        }
        Ok((addresses(db, slugs).await?, next))
    }

    async fn count(&self, db: &Db) -> anyhow::Result<i64> {
        let mut count = store::count_slugs(db).await?;
        for slug in built_in() {
            count += i64::from(!in_database(db, slug).await?);
        }
        Ok(count)
    }

    async fn newest(&self, db: &Db, lang: Lang, limit: i64) -> anyhow::Result<Vec<ListedAddress>> {
        let mut slugs: Vec<String> = Vec::new();
        for page in store::newest(db, limit).await? {
            if !slugs.contains(&page.slug) {
                slugs.push(page.slug);
            }
        }
        let mut listed = Vec::with_capacity(slugs.len());
        for slug in slugs {
            listed.extend(shelf::listed(shelf::texts(db, &slug).await?, lang));
        }
        Ok(listed)
    }
}

/// Slugs of built-in pages, in order.
fn built_in() -> Vec<&'static str> {
    let mut slugs: Vec<&str> = content::pages().iter().map(|page| page.slug.as_str()).collect();
    slugs.sort_unstable();
    slugs.dedup();
    slugs
}

async fn in_database(db: &Db, slug: &str) -> db::Result<bool> {
    Ok(!store::list_by_slug(db, slug).await?.is_empty())
}

async fn addresses(db: &Db, slugs: Vec<String>) -> anyhow::Result<Vec<ListedAddress>> {
    let mut listed = Vec::with_capacity(slugs.len());
    for slug in slugs {
        listed.extend(shelf::listed(shelf::texts(db, &slug).await?, Lang::En));
    }
    Ok(listed)
}
