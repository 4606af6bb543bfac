//! `/people/{handle}/letter` and `/organisations/{handle}/letter`: the first words to somebody.

use accounts::Origin;
use askama::Template;
use axum::{
    Form,
    extract::{Path, rejection::FormRejection, rejection::PathRejection},
    response::{IntoResponse, Response},
};
use basics::tidy_text;
use people::{Kind, Seen};
use serde::Deserialize;
use web::{Cx, Error, Page, Result, form, form::Faults};

use crate::{
    Text,
    letter::{LEAST_WORDS, LONGEST, words_in},
    openness::{Refusal, Writer, may_write},
    sending::send,
};

type Asked = std::result::Result<Path<String>, PathRejection>;
type Sent = std::result::Result<Form<Typed>, FormRejection>;

#[derive(Deserialize, Default)]
pub(crate) struct Typed {
    #[serde(default)]
    words: String,
    /// `yes`: the writer has read what was found, and sends it as it is.
    #[serde(default)]
    anyway: String,
    #[serde(default)]
    once: String,
}

#[derive(Template)]
#[template(path = "pages/write.html")]
struct Write<'a> {
    t: Text,
    cx: &'a Cx,
    faults: Faults,
    to: &'a Seen,
    typed: &'a Typed,
    /// Kinds of personal details in it, in words.
    found: Vec<&'static str>,
}

#[derive(Template)]
#[template(path = "pages/closed.html")]
struct Closed<'a> {
    t: Text,
    cx: &'a Cx,
    to: &'a Seen,
    why: String,
}

pub(crate) async fn ask_person(cx: Cx, path: Asked) -> Result<Response> {
    ask(&cx, Kind::Person, &path?).await
}

pub(crate) async fn ask_organisation(cx: Cx, path: Asked) -> Result<Response> {
    ask(&cx, Kind::Organisation, &path?).await
}

pub(crate) async fn send_person(cx: Cx, path: Asked, typed: Sent) -> Result<Response> {
    post(&cx, Kind::Person, &path?, typed?.0).await
}

pub(crate) async fn send_organisation(cx: Cx, path: Asked, typed: Sent) -> Result<Response> {
    post(&cx, Kind::Organisation, &path?, typed?.0).await
}

/// Whom the address names, as the reader may see them.
async fn receiver(cx: &Cx, kind: Kind, handle: &str) -> Result<Seen> {
    let person = people::store::find(&cx.portal.db, handle).await?.ok_or(Error::NotFound)?;
    person.seen_by(cx.viewer).filter(|seen| seen.kind == kind).ok_or(Error::NotFound)
}

async fn ask(cx: &Cx, kind: Kind, handle: &str) -> Result<Response> {
    let to = receiver(cx, kind, handle).await?;
    let (account, signed) = (account(cx).await?, cx.signed()?);
    let by = Writer { account: &account, level: signed.member.level, minor: signed.member.minor };
    match may_write(&cx.portal.db, by, &to, cx.now).await? {
        Ok(()) => Ok(page(cx, &to, &Typed::default(), Faults::default(), false)?.into_response()),
        Err(refusal) => refused(cx, &to, refusal),
    }
}

async fn account(cx: &Cx) -> Result<accounts::Account> {
    Ok(accounts::store::accounts::get(&cx.portal.db, &cx.signed()?.account).await?)
}

fn page(cx: &Cx, to: &Seen, typed: &Typed, faults: Faults, warn: bool) -> Result<Page> {
    let t = Text(cx.lang);
    let found = if warn { found(t, &typed.words) } else { Vec::new() };
    cx.own_page(t.write_title(to.name.as_str()), &Write { t, cx, faults, to, typed, found })
}

/// What a text holds that is better not given away, each kind once, in words.
fn found(t: Text, words: &str) -> Vec<&'static str> {
    let mut found: Vec<&'static str> = Vec::new();
    for detail in details::find(words) {
        let said = match detail.kind {
            details::Kind::Phone => t.found_phone(),
            details::Kind::Email => t.found_email(),
            details::Kind::Handle => t.found_handle(),
            details::Kind::Payment => t.found_payment(),
            details::Kind::Place => t.found_place(),
            details::Kind::BirthDate => t.found_birth(),
            _ => t.found_papers(),
        };
        if !found.contains(&said) {
            found.push(said);
        }
    }
    found
}

async fn post(cx: &Cx, kind: Kind, handle: &str, typed: Typed) -> Result<Response> {
    let to = receiver(cx, kind, handle).await?;
    let (t, signed, account) = (Text(cx.lang), cx.signed()?, account(cx).await?);
    let typed = Typed { words: tidy_text(&typed.words), ..typed };
    let by = Writer { account: &account, level: signed.member.level, minor: signed.member.minor };
    let done = cx.href("/me/letters?done=sent");
    let key = format!("letter {} {}", signed.account, typed.once);
    let mut tx = cx.portal.db.begin().await?;
    if !typed.once.is_empty() && form::sent(&mut tx, &key, &done, cx.now).await?.is_some() {
        return Ok(form::see_other(&done));
    }
    if let Err(refusal) = may_write(&cx.portal.db, by, &to, cx.now).await? {
        return refused(cx, &to, refusal);
    }
    let faults = faults(t, &typed.words);
    let warn = faults.is_empty() && typed.anyway != "yes" && !details::find(&typed.words).is_empty();
    if !faults.is_empty() || warn {
        return Ok(page(cx, &to, &typed, faults, warn)?.into_response());
    }
    match send(&mut tx, by, to.id.as_str(), &typed.words, Origin::of(cx), cx.now).await? {
        Ok(_) => tx.commit().await?,
        Err(refusal) => return refused(cx, &to, refusal),
    }
    Ok(form::see_other(&done))
}

fn faults(t: Text, words: &str) -> Faults {
    let mut faults = Faults::default();
    if words.chars().count() > LONGEST {
        faults.add("words", t.too_long(LONGEST as u64));
    } else if words_in(words) < LEAST_WORDS {
        faults.add("words", t.too_short(LEAST_WORDS as u64));
    }
    faults
}

/// Says why there is no form, and what can be done; or leads to where the two write already.
fn refused(cx: &Cx, to: &Seen, refusal: Refusal) -> Result<Response> {
    let t = Text(cx.lang);
    let why = match refusal {
        Refusal::Own => t.closed_own().to_owned(),
        Refusal::Closed => t.closed_closed(to.name.as_str()),
        Refusal::Minor => t.closed_minor().to_owned(),
        Refusal::Paused => t.closed_paused().to_owned(),
        Refusal::Enough(most) => t.closed_enough(most.unsigned_abs()),
        Refusal::Blocked => t.closed_blocked(to.name.as_str()),
        Refusal::Waiting(letter) => {
            t.closed_waiting(words::date(cx.lang, letter.sent_at), words::date(cx.lang, letter.ends_at()))
        }
        Refusal::Between(letter) => return Ok(form::see_other(&cx.href(format_args!("/me/letters/{}", letter.id)))),
    };
    Ok(cx.own_page(t.write_title(to.name.as_str()), &Closed { t, cx, to, why })?.into_response())
}
