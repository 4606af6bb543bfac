//! Stories and news from folders, and back to them.
//!
//! A story leaves with a block `dzaleka` that says exactly what it is ([`record`]); an import takes it at its word as far as
//! its pieces hold together ([`faults`]). What has no such block is a draft ([`drafts`]).

mod back;
mod draft;
mod drafts;
mod faults;
mod gather;
mod give;
mod put_back;
mod read;
mod record;

use async_trait::async_trait;
use basics::At;
use db::{Db, Tx};
use plugs::{Document, Given, Outcome, Portable, RECORD, Taken};

use crate::{Form, Story, store};

pub(crate) struct Folders;

#[async_trait]
impl Portable for Folders {
    fn collections(&self) -> &'static [&'static str] {
        &["stories", "news"]
    }

    async fn take(&self, tx: &mut Tx, document: &mut Document, now: At) -> anyhow::Result<Taken> {
        match document.fields.get(RECORD).cloned() {
            Some(record) => put_back::take(tx, document, record, now).await,
            None => drafts::take(tx, document, now).await,
        }
    }

    async fn give(&self, db: &Db, after: Option<&str>, limit: i64) -> anyhow::Result<(Vec<Given>, Option<String>)> {
        let stories = store::stories::list_after(db, after.unwrap_or_default(), limit).await?;
        let next = stories.last().map(|story| story.id.to_string());
        let mut given = Vec::with_capacity(stories.len());
        for whole in store::whole::of(db, stories).await? {
            given.extend(give::given(db, &whole).await?);
        }
        Ok((given, next))
    }
}

fn taken(story: &Story, outcome: Outcome, message: impl Into<String>) -> Taken {
    Taken { outcome, subject: format!("stories:{}", story.id), url: None, message: message.into() }
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
