//! Which address a page gets when it comes in.

use db::{Result, Tx};

use crate::store;

/// First parts of addresses that belong to other rooms, now or soon.
const TAKEN: [&str; 31] = [
    "api",
    "assets",
    "data-saver",
    "desk",
    "en",
    "en-xa",
    "exchange",
    "feed",
    "fr",
    "healthz",
    "ideas",
    "images",
    "join",
    "me",
    "media",
    "offline",
    "opportunities",
    "organisations",
    "page",
    "people",
    "projects",
    "readyz",
    "resources",
    "search",
    "sign-in",
    "sign-out",
    "sitemap",
    "stories",
    "suggest",
    "sw",
    "visits",
];

/// The wished-for slug, or the same with the lowest free number (`our-mission-2`) when another page has it.
pub async fn free(tx: &mut Tx, wished: &str, lang: &str) -> Result<String> {
    let slug = match basics::slug(wished) {
        empty if empty.is_empty() => "text".to_owned(),
        slug => slug,
    };
    if !is_taken(tx, &slug, lang).await? {
        return Ok(slug);
    }
    let numbered = |number: u32| format!("{slug}-{number}");
    let (mut taken, mut free) = (1, 2);
    while is_taken(tx, &numbered(free), lang).await? {
        (taken, free) = (free, free * 2);
    }
    while free - taken > 1 {
        let middle = taken.midpoint(free);
        if is_taken(tx, &numbered(middle), lang).await? { taken = middle } else { free = middle }
    }
    Ok(numbered(free))
}

async fn is_taken(tx: &mut Tx, slug: &str, lang: &str) -> Result<bool> {
    Ok(TAKEN.contains(&slug) || store::holder(tx, slug, lang).await?.is_some())
}
