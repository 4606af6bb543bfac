//! The finder of a house without a search room.

use std::sync::Arc;

use async_trait::async_trait;
use basics::Viewer;
use plugs::{Counts, Finder, Found, Hit, Query};

/// Finds nothing, and is always where the feed is.
pub struct Nothing(pub changes::Position);

#[async_trait]
impl Finder for Nothing {
    async fn find(&self, _: &Query<'_>) -> anyhow::Result<Found> {
        Ok(Found::default())
    }

    async fn suggest(&self, _: &str, _: Viewer, _: &[&str], _: usize) -> anyhow::Result<Vec<Hit>> {
        Ok(Vec::new())
    }

    async fn counts(&self, _: Viewer, _: &[&str], _: &[String]) -> anyhow::Result<Arc<Counts>> {
        Ok(Arc::default())
    }

    fn position(&self) -> i64 {
        self.0.get()
    }
}
