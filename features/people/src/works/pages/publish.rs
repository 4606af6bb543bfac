//! `/me/works/{id}/publish`: who may see it, said once in plain words; and taking it back.

use askama::Template;
use axum::{
    Form,
    response::{IntoResponse, Response},
};
use basics::Audience;
use serde::Deserialize;
use web::{
    Cx, Page, Result,
    form::{Faults, see_other},
};

use super::step::{Asked, Sent, step_words};
use crate::{
    State, Text,
    works::{KeptWork, Who, WorkState, editing::change, owner::Owner, ready::Step},
};

#[derive(Deserialize, Default)]
pub(crate) struct Typed {
    #[serde(default)]
    to: String,
    /// `draft` takes it back.
    #[serde(default)]
    deed: String,
}

#[derive(Template)]
#[template(path = "works/pages/publish.html")]
struct Publish<'a> {
    t: Text,
    cx: &'a Cx,
    owner: &'a Owner,
    kept: &'a KeptWork,
    faults: Faults,
}

pub(crate) async fn ask(cx: Cx, owner: Owner, asked: Asked) -> Result<Page> {
    let kept = owner.work(&cx, &asked.id).await?;
    page(&cx, &owner, &kept, Faults::default())
}

fn page(cx: &Cx, owner: &Owner, kept: &KeptWork, faults: Faults) -> Result<Page> {
    let t = Text(cx.lang);
    cx.own_page(t.work_publish(), &Publish { t, cx, owner, kept, faults })
}

impl Publish<'_> {
    fn is_published(&self) -> bool {
        self.kept.work.state == WorkState::Published
    }

    /// What has to be there first: the address of its page, and its name.
    fn missing(&self) -> Vec<(&'static str, &'static str)> {
        let missing = self.kept.work.missing();
        missing.into_iter().map(|step: Step| (step.code(), step_words(self.t, &self.kept.work, step))).collect()
    }

    /// Everybody it may be shown to, widest first. Of a draft none is chosen before.
    fn audiences(&self) -> impl Iterator<Item = (&'static str, &'static str, bool)> {
        let widest = self.owner.widest(&self.kept.work);
        let open = Audience::ALL.into_iter().rev().filter(move |audience| *audience <= widest);
        open.map(|audience| {
            let chosen = self.is_published() && self.kept.audience == audience;
            (audience.code(), self.owner.audience(self.cx, audience), chosen)
        })
    }

    /// Why it cannot be for everybody.
    fn why_narrow(&self) -> Option<&'static str> {
        let minors = self.kept.work.pictured.as_ref().is_some_and(|pictured| pictured.who == Who::Minors);
        let young = self.owner.person.protected_until.is_some();
        if minors { Some(self.t.work_shows_minors()) } else { young.then(|| self.t.work_of_minor()) }
    }

    fn page_is_out(&self) -> bool {
        self.owner.person.state == State::Released
    }
}

pub(crate) async fn save(cx: Cx, owner: Owner, asked: Asked, sent: Sent<Typed>) -> Result<Response> {
    let Form(typed) = sent?;
    let t = Text(cx.lang);
    let kept = owner.work(&cx, &asked.id).await?;
    if typed.deed == "draft" {
        let kept = change(&cx, &owner, &asked.id, None, |kept| kept.work.state = WorkState::Draft).await?;
        return Ok(see_other(&format!("{}?done=taken_back", owner.at(&cx, &kept.id, ""))));
    }
    let widest = owner.widest(&kept.work);
    let chosen = Audience::ALL.into_iter().find(|audience| audience.code() == typed.to);
    let mut faults = Faults::default();
    if !kept.work.missing().is_empty() && kept.work.state == WorkState::Draft {
        faults.add("missing", t.work_not_ready());
    }
    match chosen {
        None => faults.add("to", t.work_choose_one()),
        Some(audience) if audience > widest => faults.add("to", t.work_too_wide()),
        Some(_) => {}
    }
    let (Some(audience), true) = (chosen, faults.is_empty()) else {
        return Ok(page(&cx, &owner, &kept, faults)?.into_response());
    };
    let kept = change(&cx, &owner, &asked.id, None, |kept| publish(kept, audience)).await?;
    let done = if kept.work.state == WorkState::Published { "published" } else { "saved" };
    Ok(see_other(&format!("{}?done={done}", owner.at(&cx, &kept.id, ""))))
}

/// Another page may have changed it meanwhile: what lacks something stays a draft.
fn publish(kept: &mut KeptWork, audience: Audience) {
    if kept.work.state == WorkState::Draft && kept.work.missing().is_empty() {
        kept.work.state = WorkState::Published;
    }
    kept.audience = audience;
}
