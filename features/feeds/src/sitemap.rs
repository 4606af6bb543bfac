//! `/sitemap.xml`: an index of parts, and `/sitemap.xml?kind=person&part=2`: one part, each address in every language
//! with its siblings.

use std::{collections::HashMap, sync::Arc};

use askama::Template;
use axum::{
    extract::{Query, rejection::QueryRejection},
    response::Response,
};
use basics::{At, Lang};
use plugs::{ListedAddress, Listing};
use serde::Deserialize;
use tokio::sync::Mutex;
use web::{Cx, Error, Result, absolute};

use crate::file::{SHORT, file};

/// Addresses in one part. Each stands there in every language with links to the others, about 2 kB in all; a part
/// stays well below the 50 MB and 50,000 addresses of the protocol, and below the longest page that we send.
const IN_PART: i64 = 2_000;

#[derive(Deserialize)]
pub struct Asked {
    kind: Option<String>,
    /// From 1.
    part: Option<usize>,
}

/// Where the parts of each kind begin; holds until the change feed moves.
#[derive(Default)]
pub struct Parts(Mutex<HashMap<&'static str, (Moment, Marks)>>);

/// A position of the change feed.
type Moment = i64;
type Marks = Arc<Vec<String>>;

impl Parts {
    async fn of(&self, cx: &Cx, listing: &dyn Listing) -> anyhow::Result<Marks> {
        let now = cx.portal.feed.get();
        // Held while looking, so that many who ask at once wait for one answer.
        let mut known = self.0.lock().await;
        if let Some((moment, marks)) = known.get(listing.kind())
            && *moment == now
        {
            return Ok(Arc::clone(marks));
        }
        let marks = Arc::new(listing.marks(&cx.portal.db, IN_PART).await?);
        known.insert(listing.kind(), (now, Arc::clone(&marks)));
        Ok(marks)
    }
}

pub async fn show(
    cx: Cx,
    asked: std::result::Result<Query<Asked>, QueryRejection>,
    parts: Arc<Parts>,
) -> Result<Response> {
    let Query(asked) = asked?;
    let text = match (asked.kind, asked.part) {
        (None, None) => index(&cx, &parts).await?,
        (Some(kind), Some(part)) => one(&cx, &parts, &kind, part).await?,
        _ => return Err(Error::NotFound),
    };
    Ok(file("application/xml; charset=utf-8", SHORT, text))
}

#[derive(Template)]
#[template(path = "sitemap_index.xml")]
struct Index {
    addresses: Vec<String>,
}

async fn index(cx: &Cx, parts: &Parts) -> Result<String> {
    let mut addresses = Vec::new();
    for listing in &cx.portal.plugs.listings {
        let marks = parts.of(cx, listing.as_ref()).await?;
        // The protocol has no empty parts.
        if marks.is_empty() && listing.addresses(&cx.portal.db, None, 1).await?.1.is_none() {
            continue;
        }
        let base = &cx.portal.site.base_url;
        let part = |part| format!("{base}/sitemap.xml?kind={}&part={part}", listing.kind());
        addresses.extend((1..=marks.len() + 1).map(part));
    }
    Ok(Index { addresses }.render()?)
}

#[derive(Template)]
#[template(path = "sitemap.xml")]
struct Sitemap<'a> {
    base: &'a str,
    listed: Vec<ListedAddress>,
}

async fn one(cx: &Cx, parts: &Parts, kind: &str, part: usize) -> Result<String> {
    let mut listings = cx.portal.plugs.listings.iter();
    let listing = listings.find(|listing| listing.kind() == kind).ok_or(Error::NotFound)?;
    let marks = parts.of(cx, listing.as_ref()).await?;
    let after = match part.checked_sub(2) {
        Some(mark) => Some(marks.get(mark).ok_or(Error::NotFound)?.as_str()),
        None if part == 1 => None,
        None => return Err(Error::NotFound),
    };
    let (listed, _) = listing.addresses(&cx.portal.db, after, IN_PART).await?;
    Ok(Sitemap { base: &cx.portal.site.base_url, listed }.render()?)
}

impl Sitemap<'_> {
    fn address(&self, listed: &ListedAddress, lang: &Lang) -> String {
        absolute(self.base, *lang, &listed.path)
    }

    /// For readers of any other language.
    fn default(&self, listed: &ListedAddress) -> String {
        self.address(listed, &Lang::En)
    }

    /// The day it changed, when that is known.
    fn day(&self, listed: &ListedAddress) -> Option<String> {
        (listed.changed_at > At(0)).then(|| listed.changed_at.rfc3339())
    }
}
