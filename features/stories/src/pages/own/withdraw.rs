//! `/me/stories/{id}/withdraw`: the second of two taps. No reason is asked.

use askama::Template;
use axum::{Form, extract::Path, response::Response};
use serde::Deserialize;
use web::{Cx, Error, Page, Result, form::see_other};

use super::super::{
    Asked, Sent,
    consenting::{self, Answered},
    words,
};
use crate::{
    Subject, Text, Use, Whole,
    seat::Seat,
    state::{Stage, Standing},
};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Typed {
    /// The code of a use; `site` is everything.
    to: String,
}

#[derive(Template)]
#[template(path = "pages/own/withdraw.html")]
struct Withdraw<'a> {
    t: Text,
    cx: &'a Cx,
    seat: &'a Seat,
    others: Vec<(&'static str, &'static str)>,
}

pub(crate) async fn ask(cx: Cx, path: Asked) -> Result<Page> {
    let Path(id) = path?;
    let (t, seat) = (Text(cx.lang), Seat::of(&cx, &id).await?);
    let subject = seat.subject().ok_or(Error::NotFound)?;
    let others = others(&cx, &seat.whole, subject);
    cx.own_page(t.take_back(), &Withdraw { t, cx: &cx, seat: &seat, others })
}

/// Uses beside these pages that somebody has agreed to, with their words.
pub(crate) fn others(cx: &Cx, whole: &Whole, subject: &Subject) -> Vec<(&'static str, &'static str)> {
    let live = |to: Use| {
        let theirs = whole.consents.iter().filter(|consent| consent.subject == subject.id.as_str());
        theirs.filter(|consent| consent.to == to).any(|consent| consent.is_live(cx.now))
    };
    let others = Use::ALL.iter().copied().filter(|to| *to != Use::Site && live(*to));
    others.map(|to| (to.code(), words::to(Text(cx.lang), to))).collect()
}

/// There is something to take back.
pub(crate) fn may_withdraw(whole: &Whole) -> bool {
    whole.story.standing.is_public()
        || whole.story.standing == Standing::Expired
        || matches!(whole.story.stage, Stage::Preview | Stage::Cooling)
}

pub(crate) async fn withdraw(cx: Cx, path: Asked, typed: Sent<Typed>) -> Result<Response> {
    let (Path(id), Form(typed)) = (path?, typed?);
    let seat = Seat::of(&cx, &id).await?;
    let subject = seat.subject().ok_or(Error::NotFound)?;
    let to = Use::from_code(&typed.to).ok_or(Error::Malformed)?;
    let done = match consenting::withdraw(&cx, subject, to).await? {
        Answered::Done if to == Use::Site => "withdrawn",
        Answered::Done => "use_withdrawn",
        // It was taken back before.
        Answered::Faults(_) | Answered::Refused(_) => "withdrawn",
    };
    Ok(see_other(&cx.href(format_args!("/me/stories/{id}?done={done}"))))
}
