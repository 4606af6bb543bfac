//! `/desk/reports`: what was reported, the heaviest first, for stewards. One report shows the letter it is about with what
//! was said after it, and nothing else of anybody's inbox; that somebody read it is written down. Nobody sees a report that
//! touches themselves.

use std::{borrow::Borrow, collections::BTreeMap};

use askama::Template;
use axum::{
    Form,
    extract::{Path, Query, rejection::FormRejection},
    response::Response,
};
use basics::At;
use serde::Deserialize;
use web::{Cx, Error, Page, Result, form};

use super::{
    Done,
    names::{self, Who},
    report::kind_words,
};
use crate::{
    Text,
    letter::Side,
    report::{Outcome, Report},
    store::reports,
};

#[derive(Template)]
#[template(path = "pages/desk.html")]
struct Desk<'a> {
    t: Text,
    cx: &'a Cx,
    done: Option<&'static str>,
    reports: Vec<Report>,
}

#[derive(Template)]
#[template(path = "pages/desk_report.html")]
struct One<'a> {
    t: Text,
    cx: &'a Cx,
    report: &'a Report,
    who: BTreeMap<String, Who>,
}

#[derive(Deserialize)]
pub(crate) struct Settled {
    #[serde(default)]
    outcome: String,
}

pub(crate) async fn list(cx: Cx, Query(done): Query<Done>) -> Result<Page> {
    let t = Text(cx.lang);
    let reports = reports::open(&cx.portal.db, &cx.signed()?.person).await?;
    cx.own_page(t.desk_title(), &Desk { t, cx: &cx, done: done.words(t), reports })
}

impl Desk<'_> {
    fn kind(&self, report: &Report) -> &'static str {
        kind_words(self.t, report.kind)
    }

    fn on(&self, at: impl Borrow<At>) -> String {
        words::moment(self.cx.lang, *at.borrow())
    }
}

pub(crate) async fn show(cx: Cx, Path(id): Path<String>) -> Result<Page> {
    let (t, signed) = (Text(cx.lang), cx.signed()?.clone());
    let report = reports::find(&cx.portal.db, &id, &signed.person).await?.ok_or(Error::NotFound)?;
    let mut tx = cx.portal.db.begin().await?;
    note(&mut tx, &cx, "report-read", &report).await?;
    tx.commit().await?;
    let (sender, receiver) = (report.on(Side::Sender), report.on(Side::Receiver));
    let who = names::of(&cx, [sender.as_str(), receiver.as_str(), &report.reported]).await?;
    cx.own_page(t.desk_report(), &One { t, cx: &cx, report: &report, who })
}

/// Writes down who did what with a report, in machine words.
async fn note(tx: &mut db::Tx, cx: &Cx, action: &'static str, report: &Report) -> Result<()> {
    let actor = &cx.signed()?.account;
    let entry = audit::Entry { actor, action, object: &report.id, detail: report.kind.code(), request: "" };
    Ok(audit::record(tx, &entry, cx.now).await?)
}

impl One<'_> {
    fn kind(&self) -> &'static str {
        kind_words(self.t, self.report.kind)
    }

    fn on(&self, at: impl Borrow<At>) -> String {
        words::moment(self.cx.lang, *at.borrow())
    }

    fn who(&self, id: &str) -> Who {
        self.who.get(id).cloned().unwrap_or_default()
    }

    /// Who speaks on a side; `None` for who has left.
    fn by(&self, side: &Side) -> Option<String> {
        Some(self.who(&self.report.on(*side)).name).filter(|name| !name.is_empty())
    }

    fn outcomes(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        Outcome::ALL.into_iter().map(|outcome| (outcome.code(), outcome_words(self.t, outcome)))
    }

    fn settled(&self) -> Option<&'static str> {
        self.report.outcome.map(|outcome| outcome_words(self.t, outcome))
    }
}

fn outcome_words(t: Text, outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Fine => t.outcome_fine(),
        Outcome::Spoken => t.outcome_spoken(),
        Outcome::Measures => t.outcome_measures(),
        Outcome::PassedOn => t.outcome_passed_on(),
    }
}

pub(crate) async fn settle(
    cx: Cx,
    Path(id): Path<String>,
    typed: std::result::Result<Form<Settled>, FormRejection>,
) -> Result<Response> {
    let Form(typed) = typed?;
    let signed = cx.signed()?.clone();
    let report = reports::find(&cx.portal.db, &id, &signed.person).await?.ok_or(Error::NotFound)?;
    let outcome = Outcome::from_code(&typed.outcome).ok_or(Error::Malformed)?;
    let mut tx = cx.portal.db.begin().await?;
    if reports::settle(&mut tx, &id, outcome, &signed.account, cx.now).await? {
        note(&mut tx, &cx, "report-settled", &report).await?;
    }
    tx.commit().await?;
    Ok(form::see_other(&cx.href("/desk/reports?done=settled")))
}
