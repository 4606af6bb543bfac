//! Posters that were drawn, kept in memory under what they say: what changes is drawn anew, what is gone is never asked
//! for again. Nothing of a person lies on disk because somebody passed on an address.

use bytes::Bytes;
use moka::sync::Cache;

use super::Poster;
use crate::{Refused, pool};

/// All kept posters together, in bytes.
const MOST: u64 = 6 << 20;
/// Drawing one takes so much, in bytes.
const MEMORY: u64 = 16 << 20;

/// The posters of this node.
pub struct Posters(Cache<String, Bytes>);

impl Default for Posters {
    fn default() -> Self {
        let weigher = |_: &String, bytes: &Bytes| u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        Self(Cache::builder().weigher(weigher).max_capacity(MOST).build())
    }
}

impl Posters {
    /// The poster as JPEG, drawn when it is not kept.
    ///
    /// # Errors
    /// [`Refused::Busy`] when too many pictures are at work.
    pub async fn get(&self, poster: Poster) -> Result<Bytes, Refused> {
        let hash = poster.hash();
        if let Some(kept) = self.0.get(&hash) {
            return Ok(kept);
        }
        let drawn = Bytes::from(pool::in_turn(MEMORY, move |_| poster.draw()).await?);
        self.0.insert(hash, drawn.clone());
        Ok(drawn)
    }
}
