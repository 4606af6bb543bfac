//! `/me/settings/handle`: another handle, once in thirty days. Sessions stay.

use askama::Template;
use axum::{
    Form,
    extract::rejection::FormRejection,
    response::{IntoResponse, Response},
};
use basics::At;
use db::Tx;
use serde::Deserialize;
use web::{Cx, Error, Page, Result, form, form::Faults};

use super::own;
use crate::{
    Text,
    attempts::Admission,
    entry::seconds_until,
    event,
    handle::Handle,
    pages::join::handle_words,
    sign_in::{admit, subject},
    store::{self, tickets},
};

/// Numbers that are tried for a suggestion.
const SUGGESTED: [std::ops::Range<u32>; 3] = [10..100, 100..1000, 1000..10_000];

#[derive(Template)]
#[template(path = "pages/settings/handle.html")]
struct Change<'a> {
    t: Text,
    cx: &'a Cx,
    faults: Faults,
    handle: &'a str,
}

pub(crate) async fn ask_handle(cx: Cx) -> Result<Page> {
    let handle = cx.signed()?.handle.clone();
    page(&cx, &handle, Faults::default())
}

fn page(cx: &Cx, handle: &str, faults: Faults) -> Result<Page> {
    let t = Text(cx.lang);
    Ok(own(cx.page(t.handle_label(), &Change { t, cx, faults, handle })?))
}

#[derive(Deserialize)]
pub(crate) struct Typed {
    handle: String,
}

pub(crate) async fn set_handle(cx: Cx, typed: std::result::Result<Form<Typed>, FormRejection>) -> Result<Response> {
    let Form(typed) = typed?;
    let t = Text(cx.lang);
    let words = match Handle::parse(&typed.handle) {
        Err(refusal) => handle_words(t, refusal),
        Ok(handle) if handle.as_str() == cx.signed()?.handle => return Ok(done(&cx)),
        Ok(handle) => match change(&cx, &handle).await? {
            Changed::Done => return Ok(done(&cx)),
            Changed::TooSoon(day) => t.handle_too_soon(words::date(cx.lang, day)),
            Changed::Taken(suggestion) => t.handle_taken(suggestion),
        },
    };
    let mut faults = Faults::default();
    faults.add("handle", words);
    Ok(page(&cx, &typed.handle, faults)?.into_response())
}

fn done(cx: &Cx) -> Response {
    form::see_other(&cx.href("/me/settings?done=saved"))
}

enum Changed {
    Done,
    /// Not before this day.
    TooSoon(At),
    /// It, or one that looks like it, is somebody's; this one is nobody's.
    Taken(Handle),
}

async fn change(cx: &Cx, handle: &Handle) -> Result<Changed> {
    let (db, id) = (&cx.portal.db, cx.signed()?.account.as_str());
    if let Some(ticket) = tickets::last(db, id, tickets::Kind::Renamed, cx.now).await? {
        return Ok(Changed::TooSoon(ticket.ends_at));
    }
    // Whoever could ask without end would learn who is here.
    if let Admission::NotBefore(then) = admit(db, &subject("handle", id, None), cx.now).await? {
        return Err(Error::TooOften(seconds_until(then, cx.now)));
    }
    let mut tx = db.begin().await?;
    let mut account = store::accounts::get_in(&mut tx, id).await?;
    let faces = cx.portal.faces()?;
    let key = handle.key();
    if key != account.handle_key && faces.taken(&mut tx, handle.as_str(), &key).await? {
        return Ok(Changed::Taken(free(&mut tx, cx, handle).await?));
    }
    faces.rename(&mut tx, &account.person, handle.as_str(), &key, cx.now).await?;
    account.handle = handle.to_string();
    account.handle_key = key;
    store::accounts::update(&mut tx, &account).await?;
    tickets::issue(&mut tx, tickets::Kind::Renamed, Some(id), "", cx.now).await?;
    event::note(&mut tx, cx, "handle-changed", id, "").await?;
    tx.commit().await?;
    Ok(Changed::Done)
}

/// The same with a number that nobody has.
async fn free(tx: &mut Tx, cx: &Cx, handle: &Handle) -> Result<Handle> {
    for numbers in SUGGESTED {
        for _ in 0..8 {
            let other = handle.with_number(rand::random_range(numbers.clone()));
            if !cx.portal.faces()?.taken(tx, other.as_str(), &other.key()).await? {
                return Ok(other);
            }
        }
    }
    Err(Error::Busy(2))
}
