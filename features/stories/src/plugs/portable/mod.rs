//! Stories and news from folders, and back to them. Nobody in them has agreed to anything yet: they come in as drafts for
//! the editors, whatever they were elsewhere.

mod give;
mod read;

use async_trait::async_trait;
use basics::At;
use db::{Db, Tx};
use plugs::{Document, Given, Outcome, Portable, Taken};
use serde_json::{Map, Value, json};

use crate::{
    Form, Story, Told,
    state::{Stage, Standing},
    store,
    telling::Telling,
};

pub(crate) struct Folders;

#[async_trait]
impl Portable for Folders {
    fn collections(&self) -> &'static [&'static str] {
        &["stories", "news"]
    }

    async fn take(&self, tx: &mut Tx, document: &mut Document, now: At) -> anyhow::Result<Taken> {
        let content = read::content(tx, document).await?;
        let lang = read::lang(document);
        let kept = kept(document, &content.hash(&lang));
        let id = document.before.as_deref().and_then(|subject| subject.strip_prefix("stories:"));
        let before = match id {
            Some(id) => store::whole::get_in(tx, id).await?,
            None => None,
        };
        if let Some(mut whole) = before {
            let id = whole.story.id.to_string();
            if !untouched(tx, &whole.story).await? {
                return Ok(taken(&whole.story, Outcome::Unchanged, "it was worked on here since; that work stays"));
            }
            let outcome = if document.repairs.is_empty() { Outcome::Imported } else { Outcome::Repaired };
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
        let outcome = if document.repairs.is_empty() { Outcome::Imported } else { Outcome::Repaired };
        Ok(taken(&story, outcome, DRAFT))
    }

    async fn give(&self, db: &Db, after: Option<&str>, limit: i64) -> anyhow::Result<(Vec<Given>, Option<String>)> {
        let stories = store::stories::list_after(db, after.unwrap_or_default(), limit).await?;
        let next = stories.last().map(|story| story.id.to_string());
        let mut given = Vec::with_capacity(stories.len());
        for story in stories.into_iter().filter(|story| !story.standing.is_gone()) {
            given.extend(give::given(db, &story).await?);
        }
        Ok((given, next))
    }
}

const DRAFT: &str = "A draft for the editors: nobody sees it until the people in it have agreed.";

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

/// Whether nobody has worked on an imported story.
async fn untouched(tx: &mut Tx, story: &Story) -> anyhow::Result<bool> {
    let original = store::tellings::list_in(tx, story.id.as_str()).await?.into_iter().find(Telling::is_original);
    let kept = store::stories::kept_in(tx, story.id.as_str()).await?;
    let said = kept.get("said").and_then(Value::as_str).unwrap_or_default();
    let same = original.is_some_and(|telling| telling.content.hash(&telling.lang) == said);
    Ok(same && story.stage == Stage::Draft && story.standing == Standing::Unseen)
}

fn taken(story: &Story, outcome: Outcome, message: &str) -> Taken {
    Taken { outcome, subject: format!("stories:{}", story.id), url: None, message: message.to_owned() }
}

/// `news` are news; what a story says it is, else a feature.
pub(super) fn form_of(collection: &str, said: &str) -> Form {
    let said = said.trim().to_lowercase();
    match Form::from_code(&said) {
        Some(form) => form,
        None if collection == "news" => Form::News,
        None if said.contains("interview") => Form::Interview,
        None if said.contains("profile") || said.contains("portrait") => Form::Profile,
        None => Form::Feature,
    }
}
