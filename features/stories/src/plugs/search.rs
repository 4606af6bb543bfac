//! Stories in the search index: one document for all languages, for everybody, while the story may appear.

use async_trait::async_trait;
use basics::Audience::Everyone;
use db::Db;
use plugs::{SearchDoc, SearchSource};

use super::AS_WRITTEN;
use crate::{TOPIC, Use, Whole, reading::cleaned, rules::may_appear, store};

pub(crate) struct Found;

#[async_trait]
impl SearchSource for Found {
    fn topic(&self) -> &'static str {
        TOPIC
    }

    fn kinds(&self) -> &'static [&'static str] {
        &["story"]
    }

    async fn document(&self, db: &Db, id: &str) -> anyhow::Result<Option<SearchDoc>> {
        Ok(self.documents_of(db, &[id]).await?.pop())
    }

    async fn documents_of(&self, db: &Db, ids: &[&str]) -> anyhow::Result<Vec<SearchDoc>> {
        Ok(documents(db, store::whole::list(db, ids).await?).await?)
    }

    async fn documents(
        &self,
        db: &Db,
        after: Option<&str>,
        limit: i64,
    ) -> anyhow::Result<(Vec<SearchDoc>, Option<String>)> {
        let stories = store::stories::out_after(db, after.unwrap_or_default(), limit).await?;
        let next = stories.last().map(|story| story.id.to_string());
        Ok((documents(db, store::whole::of(db, stories).await?).await?, next))
    }
}

/// A story is written into the index as it stood when it was last changed: whatever ends later is a change of its own.
async fn documents(db: &Db, wholes: Vec<Whole>) -> db::Result<Vec<SearchDoc>> {
    let out: Vec<Whole> =
        wholes.into_iter().filter(|whole| may_appear(whole, Use::Site, whole.story.updated_at)).collect();
    let ids: Vec<&str> = out.iter().map(|whole| whole.story.id.as_str()).collect();
    let mut shown = store::editions::shown(db, &ids).await?;
    let mut crafts = store::lists::crafts(db, &ids).await?;
    let gone = store::lists::gone(db, &ids, AS_WRITTEN).await?;
    let mut documents = Vec::with_capacity(out.len());
    for whole in &out {
        let story = &whole.story;
        let facets = story.theme.map(|theme| format!("theme:{}", theme.code()));
        let mut document = SearchDoc {
            id: story.id.to_string(),
            kind: "story",
            facets: facets
                .into_iter()
                .chain([format!("form:{}", story.form.code())])
                .map(|facet| (Everyone, facet))
                .collect(),
            ..SearchDoc::default()
        };
        for edition in shown.remove(story.id.as_str()).unwrap_or_default() {
            let content = cleaned(edition.content, gone.get(story.id.as_str()).map_or(&[], Vec::as_slice));
            document.facets.push((Everyone, format!("language:{}", edition.lang)));
            document.names.push((Everyone, content.title));
            let heard = content.pieces.into_iter().flat_map(|piece| [piece.caption, piece.transcript]);
            let texts = [content.lede, markup::plain(&content.source)].into_iter().chain(heard);
            document.texts.extend(texts.filter(|text| !text.is_empty()).map(|text| (Everyone, text)));
        }
        let crafts = crafts.remove(story.id.as_str()).unwrap_or_default();
        document.facets.extend(crafts.into_iter().map(|craft| (Everyone, craft)));
        let called = whole.subjects.iter().filter(|subject| subject.named).map(|subject| subject.called.clone());
        document.texts.extend(called.map(|name| (Everyone, name)));
        if !document.names.is_empty() {
            documents.push(document);
        }
    }
    Ok(documents)
}
