//! The index as other rooms see it.

use std::sync::Arc;

use anyhow::Context;
use async_trait::async_trait;
use basics::Viewer;
use plugs::{Counts, Finder, Found, Hit, Query};

use crate::{
    ask::{self, Filters, Question},
    index::{Index, view::View},
};

#[async_trait]
impl Finder for Index {
    async fn find(&self, query: &Query<'_>) -> anyhow::Result<Found> {
        let question = Question::of(query);
        self.ask(move |view| ask::find(view, &question)).await
    }

    async fn suggest(&self, text: &str, viewer: Viewer, kinds: &[&str], limit: usize) -> anyhow::Result<Vec<Hit>> {
        let question = Question::beginning(text, viewer, kinds, limit);
        self.ask(move |view| ask::suggest(view, &question)).await
    }

    async fn counts(&self, viewer: Viewer, kinds: &[&str], facets: &[String]) -> anyhow::Result<Arc<Counts>> {
        let filters = Filters::new(viewer, kinds, facets);
        if let Some(counts) = self.counts.get(&name(self.view().generation, &filters)) {
            return Ok(counts);
        }
        // Asked before the view is taken: an index still being filled must not say that these few are all.
        let (kept, complete) = (self.counts.clone(), self.is_complete());
        self.ask(move |view| {
            // Those who ask the same meanwhile wait for one answer.
            let counted = kept.try_get_with(name(view.generation, &filters), || {
                let counts = ask::count(view, &filters)?;
                Ok(Arc::new(if complete { counts } else { Counts { few: None, ..counts } }))
            });
            counted.map_err(|error: Arc<tantivy::TantivyError>| (*error).clone())
        })
        .await
    }

    fn position(&self) -> i64 {
        Index::position(self)
    }
}

/// What counts are kept by.
fn name(generation: u64, filters: &Filters) -> String {
    let Filters { viewer, kinds, facets } = filters;
    format!("{generation} {} {kinds:?} {facets:?}", viewer.reach().code())
}

impl Index {
    /// Runs a question on a thread that may be kept busy, so many at a time as there are cores.
    async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&View) -> tantivy::Result<T> + Send + 'static,
    ) -> anyhow::Result<T> {
        let turn = Arc::clone(&self.turns).acquire_owned().await.context("the search index is closed")?;
        let view = self.view();
        let answer = tokio::task::spawn_blocking(move || {
            let _turn = turn;
            question(&view)
        });
        match answer.await {
            Ok(answer) => answer.context("the search index could not be read").inspect_err(|_| self.report_broken()),
            Err(error) => {
                self.report_broken();
                Err(error).context("the search index met damaged files")
            }
        }
    }
}
