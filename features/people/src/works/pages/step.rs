//! What the pages about one work share: the frame, the words for what a work is, and the way on after saving.

use axum::{
    extract::{Path, rejection::FormRejection},
    response::Response,
};
use basics::Lang;
use serde::Deserialize;
use web::{Cx, form::see_other};

use crate::{
    Text,
    vocabulary::label,
    works::{KeptWork, SeenWork, Work, WorkKind, WorkState, owner::Owner, ready::Step},
};

/// What stands in the address.
#[derive(Deserialize, Default)]
pub(super) struct Named {
    #[serde(default)]
    pub id: String,
}

pub(super) type Asked = Path<Named>;
pub(super) type Sent<T> = std::result::Result<axum::Form<T>, FormRejection>;

/// What was just done, for the note above a page.
#[derive(Deserialize, Default)]
pub(super) struct Done {
    #[serde(default)]
    pub done: String,
}

impl Done {
    pub fn words(&self, t: Text) -> Option<&'static str> {
        t.by_key(&format!("work_done_{}", self.done))
    }
}

/// Where somebody goes after saving: on to what is still needed, to publishing once nothing is, else back to the work.
pub(super) fn onward(cx: &Cx, owner: &Owner, before: &Work, kept: &KeptWork) -> Response {
    let missing = kept.work.missing();
    let word = match missing.first() {
        Some(step) if kept.work.state == WorkState::Draft => step.code(),
        None if kept.work.state == WorkState::Draft && !before.missing().is_empty() => "publish",
        _ => "?done=saved",
    };
    match word.strip_prefix('?') {
        Some(query) => see_other(&format!("{}?{query}", owner.at(cx, &kept.id, ""))),
        None => see_other(&owner.at(cx, &kept.id, word)),
    }
}

pub(super) fn kind_words(lang: Lang, kind: WorkKind) -> &'static str {
    label(lang, "work_kind", kind.code()).unwrap_or_default()
}

/// What a step is called. The words depend on what the work is made of.
pub(super) fn step_words(t: Text, work: &Work, step: Step) -> &'static str {
    match (step, work.kind()) {
        (Step::Title, _) => t.work_title(),
        (Step::Picture, WorkKind::Picture) => t.work_picture(),
        (Step::Picture, _) => t.work_picture_with_it(),
        (Step::Sound, _) => t.work_sound(),
        (Step::Link, WorkKind::Video) => t.work_link(),
        (Step::Link, _) => t.work_link_more(),
        (Step::Text, WorkKind::Text) => t.work_text(),
        (Step::Text, WorkKind::Audio) => t.work_heard(),
        (Step::Text, _) => t.work_about(),
        (Step::People, WorkKind::Audio) => t.work_people_heard(),
        (Step::People, _) => t.work_people(),
        (Step::Facts, _) => t.work_facts(),
        (Step::Licence, _) => t.work_licence(),
        (Step::Credits, _) => t.work_credits(),
    }
}

impl KeptWork {
    /// The title, or what the work is made of.
    pub(crate) fn called(&self, cx: &Cx) -> String {
        called(cx, &self.work.title, self.work.kind())
    }
}

impl SeenWork {
    /// The title, or what the work is made of.
    pub(crate) fn called(&self, cx: &Cx) -> String {
        called(cx, &self.title, self.kind)
    }
}

fn called(cx: &Cx, title: &str, kind: WorkKind) -> String {
    if title.is_empty() { kind_words(cx.lang, kind).to_owned() } else { title.to_owned() }
}
