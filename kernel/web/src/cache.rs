//! Pages kept for strangers. A kept page holds until the change feed or the index moves: never stale, never timed.

use std::sync::{Arc, OnceLock};

use axum::http::{HeaderMap, StatusCode};
use bytes::Bytes;
use moka::sync::Cache;

use crate::{
    Portal,
    compress::{Encoding, squeeze},
};

pub(crate) struct PageCache(Cache<String, Arc<Kept>>);

/// Where the feed and the index stood when a page was made.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Moment {
    feed: i64,
    index: i64,
}

impl Moment {
    pub(crate) fn of(portal: &Portal) -> Self {
        Self { feed: portal.feed.get(), index: portal.plugs.finder.position() }
    }
}

pub(crate) struct Kept {
    pub moment: Moment,
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
    brotli: OnceLock<Bytes>,
    gzip: OnceLock<Bytes>,
}

impl Kept {
    pub(crate) fn new(moment: Moment, status: StatusCode, headers: HeaderMap, body: Bytes) -> Self {
        Self { moment, status, headers, body, brotli: OnceLock::new(), gzip: OnceLock::new() }
    }

    /// The body in an encoding; made once.
    pub(crate) fn encoded(&self, encoding: Encoding) -> Bytes {
        match encoding {
            Encoding::Plain => self.body.clone(),
            Encoding::Brotli => self.brotli.get_or_init(|| squeeze(&self.body, encoding)).clone(),
            Encoding::Gzip => self.gzip.get_or_init(|| squeeze(&self.body, encoding)).clone(),
        }
    }
}

impl PageCache {
    pub(crate) fn new(bytes: u64) -> Self {
        // What is weighed is the plain body; the encoded ones add about a third.
        let weigher = |key: &String, kept: &Arc<Kept>| {
            u32::try_from(key.len() + kept.body.len() * 4 / 3 + 1024).unwrap_or(u32::MAX)
        };
        Self(Cache::builder().weigher(weigher).max_capacity(bytes).build())
    }

    pub(crate) fn find(&self, key: &str, now: Moment) -> Option<Arc<Kept>> {
        self.0.get(key).filter(|kept| kept.moment == now)
    }

    pub(crate) fn keep(&self, key: String, kept: Arc<Kept>) {
        self.0.insert(key, kept);
    }
}
