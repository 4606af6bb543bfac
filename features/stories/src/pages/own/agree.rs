//! `/me/stories/{id}/agree`: somebody in a story reads the exact version and answers.

use askama::Template;
use axum::{
    Form,
    extract::Path,
    response::{IntoResponse, Response},
};
use web::{
    Cx, Error, Page, Result,
    form::{Faults, see_other},
};

use super::super::{
    Asked, Sent,
    consenting::{self, Answered, Typed},
    refused,
};
use crate::{How, Subject, Text, seat::Seat};

#[derive(Template)]
#[template(path = "pages/own/agree.html")]
struct Agree<'a> {
    t: Text,
    cx: &'a Cx,
    seat: &'a Seat,
    form: String,
    faults: &'a Faults,
}

pub(crate) async fn ask(cx: Cx, path: Asked) -> Result<Page> {
    let Path(id) = path?;
    let seat = Seat::of(&cx, &id).await?;
    page(&cx, &seat, &Typed::default(), &Faults::default()).await
}

fn subject(seat: &Seat) -> Result<&Subject> {
    seat.subject().ok_or(Error::NotFound)
}

async fn page(cx: &Cx, seat: &Seat, typed: &Typed, faults: &Faults) -> Result<Page> {
    let edition = consenting::version(cx, &seat.whole).await?.ok_or(Error::NotFound)?;
    let folder = cx.href(format_args!("/me/stories/{}/media", seat.whole.story.id));
    let form = consenting::form(cx, (subject(seat)?, &edition), &folder, typed, faults)?;
    cx.own_page(&seat.whole.story.title, &Agree { t: Text(cx.lang), cx, seat, form, faults })
}

pub(crate) async fn agree(cx: Cx, path: Asked, typed: Sent<Typed>) -> Result<Response> {
    let (Path(id), Form(typed)) = (path?, typed?);
    let seat = Seat::of(&cx, &id).await?;
    let subject = subject(&seat)?;
    let how = if cx.signed()?.helper.is_some() { How::Helper } else { How::Account };
    let (answered, done) = match typed.what.as_str() {
        "agree" => (consenting::agree(&cx, subject, &typed, how).await?, "agreed"),
        "change" => (consenting::decline(&cx, subject).await?, "declined"),
        _ => return Err(Error::Malformed),
    };
    let faults = match answered {
        Answered::Done => return Ok(see_other(&cx.href(format_args!("/me/stories/{id}?done={done}")))),
        Answered::Faults(faults) => faults,
        Answered::Refused(refusal) => {
            let mut faults = Faults::default();
            faults.add("answer", refused(Text(cx.lang), &refusal));
            faults
        }
    };
    let seat = Seat::of(&cx, &id).await?;
    Ok(page(&cx, &seat, &typed, &faults).await?.into_response())
}
