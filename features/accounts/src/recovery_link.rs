//! A link by mail or SMS for somebody who has lost the passphrase. Done by a job, so that the answer to whoever asks is
//! the same, and takes the same time, whether anybody is there or not.

use basics::{At, Id, Lang};
use db::{Db, Tx};
use post::{Letter, Message};
use serde::{Deserialize, Serialize};

use crate::{
    Text,
    account::{Account, State},
    contact::{self, Contact},
    store::{accounts, contacts, tickets, tickets::Kind},
};

/// Links for one account in an hour.
const MOST: i64 = 3;
const HOUR: i64 = 60 * At::MINUTE;

/// Somebody asked for a link.
#[derive(Debug, Serialize, Deserialize)]
pub struct SendRecoveryLink {
    /// The key of the handle that was typed.
    pub key: String,
    /// The address or number that was typed.
    pub contact: String,
    pub site: String,
    pub base_url: String,
}

impl jobs::Job for SendRecoveryLink {
    const KIND: &'static str = "send-recovery-link";
}

/// Puts a link into the outbox if handle and contact belong together, at most three an hour.
///
/// # Errors
/// From the database, or when the letter cannot be written.
pub async fn send(db: &Db, job: &SendRecoveryLink, now: At) -> anyhow::Result<()> {
    let Some(account) = accounts::find_by_key(db, &job.key).await? else { return Ok(()) };
    let id = account.id.as_str();
    let Ok(typed) = contact::read(&job.contact) else { return Ok(()) };
    let given = contacts::list(db, id).await?;
    let Some(contact) = given.iter().find(|given| is_same(given, &typed)) else { return Ok(()) };
    let lately = tickets::count_since(db, id, Kind::Recovery, now.plus(-HOUR)).await?;
    if account.state == State::Banned || lately >= MOST {
        return Ok(());
    }
    let mut tx = db.begin().await?;
    put(&mut tx, job, &account, contact, now).await?;
    Ok(tx.commit().await?)
}

async fn put(tx: &mut Tx, job: &SendRecoveryLink, account: &Account, to: &Contact, now: At) -> anyhow::Result<()> {
    let token = tickets::issue(tx, Kind::Recovery, Some(account.id.as_str()), "", now).await?;
    let url = format!("{}{}", job.base_url, web::link(account.lang, format_args!("/recover/link/{token}")));
    let message = if to.kind == contact::Kind::Mail {
        letter(job, account.lang, &to.value, &account.handle, &url)?
    } else {
        Message::sms(&to.value, account.lang, &Text(account.lang).link_sms(account.handle.as_str(), url.as_str()))
    };
    post::put(tx, &message.of(&Id::<Account>::from_text(account.person.clone())), now).await?;
    crate::event::record(tx, audit::NOBODY, "recovery-link-sent", account.id.as_str(), "", now).await?;
    Ok(())
}

fn letter(job: &SendRecoveryLink, lang: Lang, to: &str, handle: &str, url: &str) -> anyhow::Result<Message> {
    let t = Text(lang);
    let written = Letter::new(lang, &job.site, &job.base_url)
        .subject(t.link_mail_subject())
        .greeting(&t.link_mail_greeting(handle))
        .paragraph(t.link_mail_asked())
        .button(t.link_mail_button(), url)
        .close(t.link_mail_close())
        .written()?;
    Ok(Message::written(to, lang, &written))
}

/// Whether somebody typed this address or number, and its owner showed that they read what is sent there.
fn is_same(given: &Contact, (kind, value): &(contact::Kind, String)) -> bool {
    given.verified_at.is_some() && given.kind == *kind && given.value.to_lowercase() == value.to_lowercase()
}
