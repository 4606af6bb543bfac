//! `/me/letters/{id}/report`: says to those who keep others safe what is wrong with a letter. It goes from the reporter's
//! sight at once.

use askama::Template;
use axum::{
    Form,
    extract::{Path, rejection::FormRejection},
    response::{IntoResponse, Response},
};
use basics::tidy_text;
use serde::Deserialize;
use web::{Cx, Page, Result, form, form::Faults};

use super::thread;
use crate::{
    Text,
    answering::{self, Answer},
    letter::{LONGEST, Side, State},
    report::{Kind, Report, Saying},
    store::{replies, reports},
};

#[derive(Deserialize, Default)]
pub(crate) struct Typed {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    note: String,
    /// `yes`: nothing more of them either.
    #[serde(default)]
    block: String,
}

#[derive(Template)]
#[template(path = "pages/report.html")]
struct Ask<'a> {
    t: Text,
    cx: &'a Cx,
    faults: Faults,
    id: &'a str,
    typed: &'a Typed,
}

/// What a kind is called.
pub(super) fn kind_words(t: Text, kind: Kind) -> &'static str {
    match kind {
        Kind::Child => t.kind_child(),
        Kind::Trafficking => t.kind_trafficking(),
        Kind::Exploitation => t.kind_exploitation(),
        Kind::Threat => t.kind_threat(),
        Kind::Scam => t.kind_scam(),
        Kind::Privacy => t.kind_privacy(),
        Kind::Other => t.kind_other(),
    }
}

impl Ask<'_> {
    fn kinds(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        Kind::ALL.into_iter().map(|kind| (kind.code(), kind_words(self.t, kind)))
    }
}

pub(crate) async fn ask(cx: Cx, Path(id): Path<String>) -> Result<Page> {
    thread::own(&cx, &id).await?;
    page(&cx, &id, &Typed { block: "yes".into(), ..Typed::default() }, Faults::default())
}

fn page(cx: &Cx, id: &str, typed: &Typed, faults: Faults) -> Result<Page> {
    let t = Text(cx.lang);
    cx.own_page(t.report_title(), &Ask { t, cx, faults, id, typed })
}

pub(crate) async fn send(
    cx: Cx,
    Path(id): Path<String>,
    typed: std::result::Result<Form<Typed>, FormRejection>,
) -> Result<Response> {
    let Form(typed) = typed?;
    let (t, signed) = (Text(cx.lang), cx.signed()?.clone());
    let (_, side) = thread::own(&cx, &id).await?;
    let mut faults = Faults::default();
    let kind = Kind::from_code(&typed.kind);
    if kind.is_none() {
        faults.add("kind", t.report_choose());
    }
    if typed.note.chars().count() > LONGEST {
        faults.add("note", t.too_long(LONGEST as u64));
    }
    let (Some(kind), true) = (kind, faults.is_empty()) else {
        return Ok(page(&cx, &id, &typed, faults)?.into_response());
    };
    let note = tidy_text(&typed.note);
    let said = Saying { reporter: &signed.person, minor: signed.member.minor, side, kind, note: &note };
    let readable = replies::list(&cx.portal.db, &id, side).await?;
    let mut tx = cx.portal.db.begin().await?;
    let (letter, side) = thread::taken(&cx, &mut tx, &id).await?;
    reports::insert(&mut tx, &Report::new(&letter, &readable, &said, cx.now)).await?;
    if side == Side::Receiver && letter.state == State::Held {
        answering::answer(&mut tx, &letter, side, Answer::Decline, cx.now).await?;
    }
    if typed.block == "yes" {
        answering::answer(&mut tx, &letter, side, Answer::Block, cx.now).await?;
    }
    tx.commit().await?;
    Ok(form::see_other(&cx.href("/me/letters?done=reported")))
}
