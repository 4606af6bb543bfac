//! `/me/works`: all works of one person, drafts too, in their own order.

use askama::Template;
use axum::{Form, extract::Query, response::Response};
use serde::Deserialize;
use web::{Cx, Page, Result, form::see_other};

use super::step::{Done, Sent, kind_words, step_words};
use crate::{
    State, Text,
    works::{
        KeptWork, MOST, WorkState,
        credit::State as Answer,
        editing::shift,
        owner::Owner,
        store::{self, credits},
    },
};

#[derive(Template)]
#[template(path = "works/pages/list.html")]
struct List<'a> {
    t: Text,
    cx: &'a Cx,
    owner: &'a Owner,
    done: Option<&'static str>,
    works: Vec<KeptWork>,
    /// Works of others that wait for an answer.
    asked: u64,
}

pub(crate) async fn show(cx: Cx, owner: Owner, Query(done): Query<Done>) -> Result<Page> {
    let t = Text(cx.lang);
    let (db, id) = (&cx.portal.db, &owner.person.id);
    let credits = credits::of_person(db, id).await?;
    let asked = credits.iter().filter(|credit| credit.state == Answer::Asked).count() as u64;
    let works = store::list(db, id).await?;
    let main = List { t, cx: &cx, owner: &owner, done: done.words(t), works, asked };
    cx.own_page(owner.title(&cx), &main)
}

impl List<'_> {
    /// What it is, who sees it, and what it still needs.
    fn standing(&self, kept: &KeptWork) -> String {
        let lang = self.cx.lang;
        let state = match kept.work.state {
            WorkState::Draft => self.t.work_is_draft(),
            WorkState::Published => self.owner.audience(self.cx, kept.audience),
        };
        let missing: Vec<&str> =
            kept.work.missing().into_iter().map(|step| step_words(self.t, &kept.work, step)).collect();
        let needs = (!missing.is_empty()).then(|| self.t.work_still_needs(words::list(lang, &missing)));
        [Some(kind_words(lang, kept.work.kind()).to_owned()), Some(state.to_owned()), needs]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · ")
    }

    fn credits(&self) -> String {
        if self.asked == 0 { self.t.my_credits_hint().to_owned() } else { self.t.my_credits_wait(self.asked) }
    }

    fn is_full(&self) -> bool {
        self.works.len() >= MOST
    }

    /// Others see no work while the page itself is not out.
    fn page_is_out(&self) -> bool {
        self.owner.person.state == State::Released
    }
}

#[derive(Deserialize, Default)]
pub(crate) struct Move {
    #[serde(default)]
    work: String,
    #[serde(default, rename = "move")]
    to: String,
}

/// Puts a work one place up or down.
pub(crate) async fn order(cx: Cx, owner: Owner, sent: Sent<Move>) -> Result<Response> {
    let Form(Move { work, to }) = sent?;
    shift(&cx, &owner, &work, to == "up").await?;
    Ok(see_other(&format!("{}?done=moved", cx.href(&owner.base))))
}
