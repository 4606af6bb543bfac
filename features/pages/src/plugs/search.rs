//! Pages in the search index: one document for each text, in its language.

use async_trait::async_trait;
use basics::Audience::Everyone;
use db::Db;
use plugs::{SearchDoc, SearchSource};

use crate::{
    TOPIC, content,
    page::{Page, State},
    shelf, store,
};

pub struct Texts;

#[async_trait]
impl SearchSource for Texts {
    fn topic(&self) -> &'static str {
        TOPIC
    }

    fn kinds(&self) -> &'static [&'static str] {
        &["page"]
    }

    async fn document(&self, db: &Db, id: &str) -> anyhow::Result<Option<SearchDoc>> {
        Ok(shelf::find(db, id).await?.as_ref().map(document))
    }

    /// First those of the database by id, then the built-in ones.
    async fn documents(
        &self,
        db: &Db,
        after: Option<&str>,
        limit: i64,
    ) -> anyhow::Result<(Vec<SearchDoc>, Option<String>)> {
        let after = after.unwrap_or_default();
        let pages = if content::is_built_in(after) { Vec::new() } else { store::list(db, after, limit).await? };
        if let Some(last) = pages.last() {
            let next = last.id.as_str().to_owned();
            return Ok((
                pages.iter().filter(|page| page.state == State::Published).map(document).collect(),
                Some(next),
            ));
        }
        let known = content::pages();
        let from = known.iter().position(|page| page.id.as_str() == after).map_or(0, |at| at + 1);
        let some = &known[from..known.len().min(from + usize::try_from(limit.max(1))?)];
        let ids: Vec<&str> = some.iter().map(|page| page.id.as_str()).collect();
        Ok((self.documents_of(db, &ids).await?, ids.last().map(|id| (*id).to_owned())))
    }
}

fn document(page: &Page) -> SearchDoc {
    let body = if page.kept.html { markup::html(&page.body).text() } else { markup::plain(&page.body) };
    let texts = [page.line("subtitle").unwrap_or_default().to_owned(), page.summary(), body];
    SearchDoc {
        id: page.id.as_str().to_owned(),
        kind: "page",
        names: vec![(Everyone, page.title.clone())],
        texts: texts.into_iter().filter(|text| !text.is_empty()).map(|text| (Everyone, text)).collect(),
        facets: Vec::new(),
        lang: page.interface(),
    }
}
