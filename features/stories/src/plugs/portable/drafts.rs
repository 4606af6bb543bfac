//! Documents as people write them. Nobody in them has agreed to anything yet: they come in as drafts for the editors,
//! whatever they were elsewhere.

use basics::At;
use db::Tx;
use plugs::{Document, Outcome, Taken};
use serde_json::{Map, Value, json};

use super::{read, taken};
use crate::{
    Story, Told, Whole,
    state::{Stage, Standing},
    store,
    telling::Telling,
};

const DRAFT: &str = "A draft for the editors: nobody sees it until the people in it have agreed.";

pub(super) async fn take(tx: &mut Tx, document: &Document, now: At) -> anyhow::Result<Taken> {
    let content = read::content(tx, document).await?;
    let lang = read::lang(document);
    let kept = kept(document, &content.hash(&lang));
    let outcome = if document.repairs.is_empty() { Outcome::Imported } else { Outcome::Repaired };
    if let Some(mut whole) = before(tx, document).await? {
        let id = whole.story.id.to_string();
        if !is_untouched(tx, &whole).await? {
            return Ok(taken(&whole.story, Outcome::Unchanged, "It was worked on here since; that work stays."));
        }
        whole.story.title.clone_from(&content.title);
        (whole.story.lang, whole.story.updated_at) = (lang.clone(), now);
        store::stories::update(tx, &whole.story).await?;
        store::stories::keep(tx, &id, &kept).await?;
        for telling in store::tellings::list_in(tx, &id).await? {
            store::tellings::delete(tx, &id, &telling.lang).await?;
        }
        store::tellings::put(tx, &Telling::original(&id, &lang, content, now)).await?;
        store::follow::follow(tx, &id, "imported", now).await?;
        return Ok(taken(&whole.story, outcome, DRAFT));
    }
    changes::take_turn(tx).await?;
    let story = Story::new(read::form(document), &lang, &content.title, Told::Import, now);
    store::stories::insert(tx, &story, &kept).await?;
    store::tellings::put(tx, &Telling::original(story.id.as_str(), &lang, content, now)).await?;
    store::follow::follow(tx, story.id.as_str(), "imported", now).await?;
    Ok(taken(&story, outcome, DRAFT))
}

/// What this path became earlier.
pub(super) async fn before(tx: &mut Tx, document: &Document) -> anyhow::Result<Option<Whole>> {
    match document.before.as_deref().and_then(|subject| subject.strip_prefix("stories:")) {
        Some(id) => Ok(store::whole::get_in(tx, id).await?),
        None => Ok(None),
    }
}

/// The document as it was read, and what the story said when it came.
fn kept(document: &Document, hash: &str) -> Map<String, Value> {
    let kept = json!({
        "path": document.path,
        "collection": document.collection,
        "slug": document.slug,
        "fields": document.fields,
        "body": document.body,
        "pictures": document.pictures,
        "said": hash,
    });
    kept.as_object().cloned().unwrap_or_default()
}

/// Whether nobody has worked on an imported document: then it is all there is to the story.
pub(super) async fn is_untouched(tx: &mut Tx, whole: &Whole) -> anyhow::Result<bool> {
    let tellings = store::tellings::list_in(tx, whole.story.id.as_str()).await?;
    let kept = store::stories::kept_in(tx, whole.story.id.as_str()).await?;
    Ok(is_as_it_came(whole, &tellings, &kept))
}

pub(super) fn is_as_it_came(whole: &Whole, tellings: &[Telling], kept: &Map<String, Value>) -> bool {
    let said = kept.get("said").and_then(Value::as_str).unwrap_or_default();
    let [telling] = tellings else { return false };
    telling.content.hash(&telling.lang) == said
        && whole.story.stage == Stage::Draft
        && whole.story.standing == Standing::Unseen
        && whole.subjects.is_empty()
        && whole.roles.is_empty()
        && whole.story.theme.is_none()
        && whole.story.series.is_none()
}
