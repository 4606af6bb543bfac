//! Telling somebody that something waits for them: a mail and a text message to contacts they have confirmed, in their
//! language, after their quiet hours, and of one topic once a day. Phones and mail boxes are shared: the words are
//! neutral, and what is private stays on the portal.

use anyhow::Context;
use basics::{At, Id, Lang};
use db::Tx;
use post::{Letter, Message};
use web::Cx;

use crate::{
    Text,
    account::{Account, State},
    contact::{Contact, Kind},
    quiet,
    store::{
        accounts, contacts,
        tickets::{self, Kind::Told as ToldToday},
    },
};

/// The portal that speaks: its name, and its address without a slash at the end.
#[derive(Clone, Copy, Debug)]
pub struct Origin<'a> {
    pub site: &'a str,
    pub base_url: &'a str,
}

impl<'a> Origin<'a> {
    pub fn of(cx: &'a Cx) -> Self {
        Self { site: &cx.portal.site.name, base_url: &cx.portal.site.base_url }
    }
}

/// What somebody is told, in one language. Names nobody and quotes nothing.
#[derive(Clone, Debug)]
pub struct Told {
    /// The subject of the mail.
    pub subject: String,
    /// One sentence; the text message holds nothing else but the sign-in name and the link.
    pub line: String,
    /// The words on the button of the mail.
    pub button: String,
}

/// Something to tell somebody.
#[derive(Clone, Copy)]
pub struct Notice<'a> {
    /// What it is about, in one word of the room: `letter`. The same is told once a day.
    pub topic: &'a str,
    pub words: &'a (dyn Fn(Lang) -> Told + Send + Sync),
    /// Where it waits: a path without language prefix.
    pub path: &'a str,
    /// Where such messages are switched off: a path without language prefix.
    pub off: &'a str,
}

/// Queues a notice to the first mail address and the first number that a person has confirmed. Returns how many
/// messages were queued: none for people without an account or contact, or who leave or were banned, or who were told
/// of this topic today.
///
/// # Errors
/// From the database, or when a mail cannot be written.
pub async fn tell(
    tx: &mut Tx,
    origin: Origin<'_>,
    person: &str,
    notice: &Notice<'_>,
    now: At,
) -> anyhow::Result<usize> {
    let Some(account) = accounts::find_by_person_in(tx, person).await? else { return Ok(0) };
    if matches!(account.state, State::Banned | State::Leaving) {
        return Ok(0);
    }
    let given = contacts::list_in(tx, account.id.as_str()).await?;
    let first = |kind| given.iter().find(|one| one.kind == kind && one.verified_at.is_some());
    let reached: Vec<&Contact> = [first(Kind::Mail), first(Kind::Phone)].into_iter().flatten().collect();
    if reached.is_empty() || !tickets::mark_day(tx, ToldToday, account.id.as_str(), notice.topic, now).await? {
        return Ok(0);
    }
    for contact in &reached {
        let mut message = message(origin, &account, contact, notice)?.of(&Id::<Account>::from_text(person));
        if let Some(then) = quiet::not_before(account.quiet, now) {
            message = message.not_before(then);
        }
        post::put(tx, &message, now).await?;
    }
    Ok(reached.len())
}

fn message(origin: Origin<'_>, account: &Account, to: &Contact, notice: &Notice<'_>) -> anyhow::Result<Message> {
    let (lang, t, handle) = (account.lang, Text(account.lang), account.handle.as_str());
    let told = (notice.words)(lang);
    let whole = |path| format!("{}{}", origin.base_url, web::link(lang, path));
    if to.kind == Kind::Phone {
        return Ok(Message::sms(&to.value, lang, &t.tell_sms(handle, told.line, whole(notice.path))));
    }
    let written = Letter::new(lang, origin.site, origin.base_url)
        .subject(&told.subject)
        .greeting(&t.tell_mail_greeting(handle))
        .paragraph(&told.line)
        .button(&told.button, &whole(notice.path))
        .close(&t.tell_mail_off(whole(notice.off)))
        .written()
        .context("a mail cannot be written")?;
    Ok(Message::written(&to.value, lang, &written).unsubscribe(&whole(notice.off)))
}
