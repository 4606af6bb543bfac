//! Telling those who took a copy of a story away that it was withdrawn: a job, written in the transaction that withdraws.

use anyhow::Context;
use basics::{At, Lang};
use db::{Db, Result, Tx};
use jobs::{Job, enqueue};
use post::{Letter, Message};
use serde::{Deserialize, Serialize};

use crate::{Story, Text, store};

/// Whom to tell, and of which address. Who took a copy and left no address is told by the feed: the story is not in it.
#[derive(Debug, Serialize, Deserialize)]
pub struct TellCopies {
    pub path: String,
    pub contacts: Vec<String>,
}

impl Job for TellCopies {
    const KIND: &'static str = "tell-copies-of-story";
}

/// Has everybody with a copy told, and notes that they are.
pub(crate) async fn recall(tx: &mut Tx, story: &Story, now: At) -> Result<()> {
    let contacts = store::copies::to_tell(tx, story.id.as_str(), now).await?;
    if contacts.is_empty() {
        return Ok(());
    }
    enqueue(tx, &TellCopies { path: story.path(), contacts }, now, now).await
}

/// Writes to each of them. The mail names the address and nobody in the story.
///
/// # Errors
/// From the database, or when a mail cannot be written.
pub(crate) async fn tell(db: &Db, job: &TellCopies, (site, base_url): (&str, &str), now: At) -> anyhow::Result<()> {
    let t = Text(Lang::En);
    let address = format!("{base_url}{}", job.path);
    let written = Letter::new(Lang::En, site, base_url)
        .subject(t.recall_subject())
        .paragraph(&t.recall_line(address))
        .paragraph(t.recall_please())
        .written()
        .context("a letter cannot be written")?;
    let mut tx = db.begin().await?;
    for contact in &job.contacts {
        post::put(&mut tx, &Message::written(contact, Lang::En, &written), now).await?;
    }
    tx.commit().await?;
    Ok(())
}
