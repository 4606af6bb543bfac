//! `/organisations/{handle}/wrong`: anybody says that something is wrong, in one form, without an account.

use askama::Template;
use axum::{
    Form,
    extract::{Query, rejection::FormRejection},
    response::Response,
};
use serde::Deserialize;
use web::{Cx, Error, Page, Result, form, form::Faults};

use super::{Asked, again, keep::Done, keep::part_words, organisation};
use crate::{
    Seen, Text,
    organisations::{
        Senders,
        corrections::{self, LONGEST, PARTS},
        notices,
        store::members,
    },
};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Typed {
    part: String,
    words: String,
    once: String,
}

#[derive(Template)]
#[template(path = "organisations/pages/wrong.html")]
struct Wrong<'a> {
    t: Text,
    cx: &'a Cx,
    seen: &'a Seen,
    faults: Faults,
    typed: &'a Typed,
    done: bool,
}

impl Wrong<'_> {
    fn parts(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        PARTS.into_iter().map(|part| (part, part_words(self.t, part)))
    }
}

async fn seen(cx: &Cx, handle: Asked) -> Result<Seen> {
    let seen = organisation(cx, &handle?).await?.seen_by(cx.viewer).ok_or(Error::NotFound)?;
    if seen.handle_only { Err(Error::NotFound) } else { Ok(seen) }
}

pub(crate) async fn ask(cx: Cx, handle: Asked, Query(done): Query<Done>) -> Result<Page> {
    let seen = seen(&cx, handle).await?;
    page(&cx, &seen, &Typed::default(), Faults::default(), !done.done.is_empty())
}

fn page(cx: &Cx, seen: &Seen, typed: &Typed, faults: Faults, done: bool) -> Result<Page> {
    let t = Text(cx.lang);
    cx.own_page(t.this_is_wrong(), &Wrong { t, cx, seen, faults, typed, done })
}

pub(crate) async fn say(
    cx: Cx,
    handle: Asked,
    typed: std::result::Result<Form<Typed>, FormRejection>,
) -> Result<Response> {
    let Form(typed) = typed?;
    let (t, seen) = (Text(cx.lang), seen(&cx, handle).await?);
    let words = typed.words.trim();
    let mut faults = Faults::default();
    if !PARTS.contains(&typed.part.as_str()) {
        faults.add("part", t.wrong_choose());
    }
    if words.is_empty() && typed.part != "closed" {
        faults.add("words", t.wrong_say_what());
    }
    if words.chars().count() > LONGEST {
        faults.add("words", t.wrong_too_long(LONGEST as u64));
    }
    if !faults.is_empty() {
        return Ok(again(page(&cx, &seen, &typed, faults, false)?));
    }
    let senders = cx.portal.room::<Senders>()?;
    if let Some(until) = senders.said.burnt_until(cx.sender, cx.now) {
        return Err(Error::TooOften(((until.0 - cx.now.0) / 1000).try_into().unwrap_or(3600)));
    }
    senders.said.failed(cx.sender, cx.now);
    let location = cx.href(format_args!("{}/wrong?done=said", seen.path));
    note(&cx, &seen, &typed, words, &location).await
}

/// Notes it and tells who keeps the organisation.
async fn note(cx: &Cx, seen: &Seen, typed: &Typed, words: &str, location: &str) -> Result<Response> {
    let (id, person) = (seen.id.as_str(), cx.signed.as_ref().map(|signed| signed.person.as_str()));
    let mut tx = cx.portal.db.begin().await?;
    if !corrections::say(&mut tx, id, person, &typed.part, words, cx.now).await? {
        return Err(Error::TooOften(86_400));
    }
    let key = format!("wrong {id} {} {}", person.unwrap_or_default(), typed.once);
    if !typed.once.is_empty() && form::sent(&mut tx, &key, location, cx.now).await?.is_some() {
        return Ok(form::see_other(location));
    }
    let path = format!("/me/organisations/{}", seen.handle);
    for owner in members::owners_in(&mut tx, id).await? {
        accounts::tell(&mut tx, accounts::Origin::of(cx), &owner, &notices::said_wrong(&path), cx.now).await?;
    }
    tx.commit().await?;
    Ok(form::see_other(location))
}
