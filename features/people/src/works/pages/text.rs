//! `/me/works/{id}/text`: the poem or story itself, or words about a picture, recording or video. Personal details in
//! it are covered for others, and its owner is asked to change them.

use askama::Template;
use axum::{
    Form,
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use web::{
    Cx, Page, Result,
    form::{Faults, see_other},
};

use super::step::{Asked, Sent, onward, step_words};
use crate::{
    Text as Words,
    works::{KeptWork, WorkKind, editing::change, owner::Owner, ready::Step, typed::TEXT},
};

#[derive(Deserialize, Default)]
pub(crate) struct Typed {
    #[serde(default)]
    text: String,
}

#[derive(Template)]
#[template(path = "works/pages/text.html")]
struct Text<'a> {
    t: Words,
    cx: &'a Cx,
    owner: &'a Owner,
    kept: &'a KeptWork,
    faults: Faults,
    typed: &'a str,
}

pub(crate) async fn ask(cx: Cx, owner: Owner, asked: Asked) -> Result<Page> {
    let kept = owner.work(&cx, &asked.id).await?;
    page(&cx, &owner, &kept, kept.work.as_typed(), Faults::default())
}

fn page(cx: &Cx, owner: &Owner, kept: &KeptWork, typed: &str, faults: Faults) -> Result<Page> {
    let t = Words(cx.lang);
    cx.own_page(step_words(t, &kept.work, Step::Text), &Text { t, cx, owner, kept, faults, typed })
}

impl Text<'_> {
    fn title(&self) -> &'static str {
        step_words(self.t, &self.kept.work, Step::Text)
    }

    fn hint(&self) -> &'static str {
        if self.kept.work.kind() == WorkKind::Audio { self.t.work_heard_hint() } else { self.t.work_text_hint() }
    }

    /// What others read while something is covered.
    fn covered(&self) -> Option<&str> {
        self.kept.work.typed.as_ref().and(self.kept.work.text.as_deref())
    }
}

pub(crate) async fn save(cx: Cx, owner: Owner, asked: Asked, sent: Sent<Typed>) -> Result<Response> {
    let Form(typed) = sent?;
    let (t, mut faults) = (Words(cx.lang), Faults::default());
    let kept = owner.work(&cx, &asked.id).await?;
    if typed.text.chars().count() > TEXT {
        faults.add("text", t.work_too_long(TEXT as u64));
        return Ok(page(&cx, &owner, &kept, &typed.text, faults)?.into_response());
    }
    let saved = change(&cx, &owner, &asked.id, None, |kept| kept.work.say(&typed.text)).await?;
    // It is kept; what was found is shown first.
    if saved.work.typed.is_some() {
        return Ok(see_other(&owner.at(&cx, &saved.id, "text")));
    }
    Ok(onward(&cx, &owner, &kept.work, &saved))
}
