//! `/me/organisations/{handle}`: one organisation as those see it who belong to it. "Still right" is one tap.

use askama::Template;
use axum::{
    Form,
    extract::{Query, rejection::FormRejection},
    response::Response,
};
use serde::Deserialize;
use web::{Cx, Error, Page, Result, form};

use super::{Asked, Kept, standing_words};
use crate::{
    Standing, State, Text,
    organisations::{
        checks,
        corrections::PARTS,
        store::corrections::{self, Correction},
    },
    store,
};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Done {
    pub done: String,
}

#[derive(Template)]
#[template(path = "organisations/pages/keep.html")]
struct Keep<'a> {
    t: Text,
    cx: &'a Cx,
    kept: &'a Kept,
    done: &'a str,
    wrong: Vec<Correction>,
}

pub(crate) async fn show(cx: Cx, handle: Asked, Query(done): Query<Done>) -> Result<Page> {
    let kept = Kept::find(&cx, handle, Standing::Member).await?;
    let wrong = if kept.edits() { corrections::open(&cx.portal.db, kept.id()).await? } else { Vec::new() };
    let main = Keep { t: Text(cx.lang), cx: &cx, kept: &kept, done: &done.done, wrong };
    cx.own_page(kept.name(), &main)
}

impl Keep<'_> {
    fn standing(&self) -> &'static str {
        standing_words(self.t, self.kept.standing)
    }

    fn checked_on(&self) -> Option<&str> {
        self.kept.organisation.fields.checked_on.as_ref().map(|day| day.is.as_str())
    }

    fn checked(&self) -> Option<String> {
        let day: jiff::civil::Date = self.checked_on()?.parse().ok()?;
        Some(self.t.last_checked(words::day(self.cx.lang, day)))
    }

    fn is_old(&self) -> bool {
        checks::is_old(self.checked_on(), self.cx.now)
    }

    fn is_seen(&self) -> bool {
        self.kept.organisation.state == State::Released && !self.kept.organisation.withdrawn
    }

    fn done_words(&self) -> Option<&'static str> {
        match self.done {
            "made" => Some(self.t.org_done_made()),
            "checked" => Some(self.t.org_done_checked()),
            "saved" => Some(self.t.org_done_saved()),
            _ => None,
        }
    }

    fn part(&self, said: &Correction) -> &'static str {
        part_words(self.t, &said.part)
    }

    fn on(&self, said: &Correction) -> String {
        words::date(self.cx.lang, said.said_at)
    }
}

/// What somebody says is wrong, in words.
pub(crate) fn part_words(t: Text, part: &str) -> &'static str {
    let known = PARTS.iter().find(|known| **known == part).unwrap_or(&"other");
    t.by_key(&format!("wrong_part_{known}")).unwrap_or_default()
}

pub(crate) async fn checked(cx: Cx, handle: Asked) -> Result<Response> {
    let kept = Kept::find(&cx, handle, Standing::Editor).await?;
    let mut tx = cx.portal.db.begin().await?;
    let mut organisation = store::get_in(&mut tx, kept.id()).await?.ok_or(Error::NotFound)?;
    checks::check(&mut tx, &mut organisation, cx.now).await?;
    tx.commit().await?;
    Ok(form::see_other(&cx.href(format_args!("{}?done=checked", kept.at("")))))
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Settled {
    pub id: String,
    pub outcome: String,
}

impl Settled {
    /// The outcome as it is kept.
    pub fn outcome(&self) -> &'static str {
        if self.outcome == "mended" { "mended" } else { "right" }
    }
}

pub(crate) async fn settle(
    cx: Cx,
    handle: Asked,
    typed: std::result::Result<Form<Settled>, FormRejection>,
) -> Result<Response> {
    let Form(typed) = typed?;
    let kept = Kept::find(&cx, handle, Standing::Editor).await?;
    let mut tx = cx.portal.db.begin().await?;
    corrections::settle(&mut tx, &typed.id, kept.id(), typed.outcome(), cx.now).await?;
    tx.commit().await?;
    Ok(form::see_other(&cx.href(format_args!("{}?done=saved", kept.at("")))))
}
