//! `/me/works/new`: what it is, and what it is called. The rest follows, one thing a page.

use askama::Template;
use axum::{
    Form,
    response::{IntoResponse, Response},
};
use basics::limits;
use serde::Deserialize;
use web::{
    Cx, Page, Result,
    form::{self, Faults, see_other},
};

use super::step::{Sent, kind_words};
use crate::{
    Text,
    works::{MOST, WorkKind, editing::add as start, owner::Owner, typed::line},
};

#[derive(Deserialize, Default)]
pub(crate) struct Typed {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    once: String,
}

#[derive(Template)]
#[template(path = "works/pages/new.html")]
struct New<'a> {
    t: Text,
    cx: &'a Cx,
    owner: &'a Owner,
    faults: Faults,
    typed: &'a Typed,
}

pub(crate) async fn ask(cx: Cx, owner: Owner) -> Result<Page> {
    page(&cx, &owner, &Typed { once: cx.once(), ..Typed::default() }, Faults::default())
}

fn page(cx: &Cx, owner: &Owner, typed: &Typed, faults: Faults) -> Result<Page> {
    let t = Text(cx.lang);
    cx.own_page(t.work_add(), &New { t, cx, owner, faults, typed })
}

impl New<'_> {
    fn kinds(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        WorkKind::ALL.into_iter().map(|kind| (kind.code(), kind_words(self.cx.lang, kind)))
    }

    fn chosen(&self, code: &str) -> bool {
        self.typed.kind == code
    }
}

pub(crate) async fn add(cx: Cx, owner: Owner, sent: Sent<Typed>) -> Result<Response> {
    let Form(typed) = sent?;
    let (t, mut faults) = (Text(cx.lang), Faults::default());
    let kind = WorkKind::from_code(&typed.kind);
    if kind.is_none() {
        faults.add("kind", t.work_kind_which());
    }
    let title = line(t, "title", &typed.title, limits::NAME, &mut faults);
    if title.is_empty() {
        faults.add("title", t.work_title_missing());
    }
    if let (Some(kind), true) = (kind, faults.is_empty()) {
        let mut tx = cx.portal.db.begin().await?;
        if let Some(kept) = start(&mut tx, &owner, kind, &title, cx.lang.tag(), cx.now).await? {
            let first = kept.work.missing().first().map_or("", |step| step.code());
            let on = owner.at(&cx, &kept.id, first);
            let key = format!("work {} {}", owner.person.id, typed.once);
            if let Some(before) = form::sent(&mut tx, &key, &on, cx.now).await?.filter(|_| !typed.once.is_empty()) {
                return Ok(see_other(&before));
            }
            tx.commit().await?;
            return Ok(see_other(&on));
        }
        faults.add("title", t.my_works_full(MOST));
    }
    let again = Typed { once: cx.once(), ..typed };
    Ok(page(&cx, &owner, &again, faults)?.into_response())
}
