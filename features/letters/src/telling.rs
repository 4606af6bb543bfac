//! Telling people that something waits for them. Done by a job, so that sending takes the same time whether anybody is
//! told or not.

use accounts::{Notice, Origin, Told};
use basics::{At, Lang};
use db::Db;
use serde::{Deserialize, Serialize};

use crate::{
    Text,
    letter::Side,
    store::{self, letters, replies, settings},
};

/// A letter, or something said in a conversation, to be told of.
#[derive(Debug, Serialize, Deserialize)]
pub struct TellOf {
    pub letter: String,
    pub reply: Option<String>,
    pub site: String,
    pub base_url: String,
}

impl jobs::Job for TellOf {
    const KIND: &'static str = "tell-of-letter";
}

impl TellOf {
    pub(crate) fn new(letter: &str, reply: Option<&str>, origin: Origin<'_>) -> Self {
        let (site, base_url) = (origin.site.to_owned(), origin.base_url.to_owned());
        Self { letter: letter.to_owned(), reply: reply.map(str::to_owned), site, base_url }
    }
}

/// Tells whoever reads on the other side, unless they want no messages, or the letter reached nobody.
///
/// # Errors
/// From the database, or when a mail cannot be written.
pub async fn tell_of(db: &Db, job: &TellOf, now: At) -> anyhow::Result<()> {
    let Some(receiver) = reached(db, job, now).await? else { return Ok(()) };
    let origin = Origin { site: &job.site, base_url: &job.base_url };
    let notice = Notice { topic: "letter", words: &words, path: "/me/letters", off: "/me/letters/settings" };
    for reader in store::readers(db, &receiver).await? {
        if settings::get(db, &reader).await?.told {
            let mut tx = db.begin().await?;
            accounts::tell(&mut tx, origin, &reader, &notice, now).await?;
            tx.commit().await?;
        }
    }
    Ok(())
}

/// Id of the person or organisation that something has reached.
async fn reached(db: &Db, job: &TellOf, now: At) -> db::Result<Option<String>> {
    let Some(letter) = letters::find(db, &job.letter).await? else { return Ok(None) };
    let Some(reply) = &job.reply else { return Ok(letter.is_held(now).then_some(letter.receiver)) };
    let reply = replies::find(db, reply).await?.filter(|reply| !reply.dropped);
    Ok(reply.map(|reply| letter.across(reply.side).to_owned()))
}

fn words(lang: Lang) -> Told {
    let t = Text(lang);
    let (subject, line, button) = (t.told_subject(), t.told_line(), t.told_button());
    Told { subject: subject.into(), line: line.into(), button: button.into() }
}

/// Whether the side that has to answer is this one.
pub(crate) fn awaits(last: Side, own: Side) -> bool {
    last != own
}
