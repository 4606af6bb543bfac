//! `/desk/stories`: what waits for whom.

use std::collections::HashMap;

use askama::Template;
use axum::{
    Form,
    extract::{Query, rejection::QueryRejection},
    response::{IntoResponse, Response},
};
use basics::limits;
use serde::Deserialize;
use web::{
    Cx, Page, Result,
    form::{Faults, see_other},
};

use super::super::{
    Done, Sent,
    tell::languages,
    typed::{fits, line},
    words,
};
use crate::{
    Content, Form as StoryForm, Part, Text, Told, Whole,
    deeds::{self, Beginning},
    names::{self, Named},
    plugs::waiting::SOON,
    state::Stage,
    store::{self, tellings::Waiting},
};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Typed {
    title: String,
    /// The code of a form; `form` is the token that every form carries.
    kind: String,
    lang: String,
}

#[derive(Template)]
#[template(path = "pages/desk/queue.html")]
struct Queue<'a> {
    t: Text,
    cx: &'a Cx,
    done: Option<&'static str>,
    faults: Faults,
    typed: &'a Typed,
    /// Each stage with its stories, the longest unmoved first.
    stages: Vec<(Stage, Vec<Whole>)>,
    ending: Vec<Whole>,
    translations: Vec<Waiting>,
    editors: HashMap<String, Named>,
}

pub(crate) async fn show(cx: Cx, done: std::result::Result<Query<Done>, QueryRejection>) -> Result<Page> {
    let done = done?.words(Text(cx.lang));
    page(&cx, &Typed::default(), Faults::default(), done).await
}

async fn page(cx: &Cx, typed: &Typed, faults: Faults, done: Option<&'static str>) -> Result<Page> {
    let (t, db) = (Text(cx.lang), &cx.portal.db);
    let mut stages = Vec::new();
    for stage in [Stage::Review, Stage::Preview, Stage::Cooling, Stage::Draft] {
        stages.push((stage, store::whole::of(db, store::stories::at_stage(db, stage).await?).await?));
    }
    let ending = store::consents::ending(db, cx.now.plus(SOON)).await?;
    let ending = store::whole::list(db, &ending.iter().map(String::as_str).collect::<Vec<_>>()).await?;
    let translations = store::tellings::waiting(db).await?;
    let roles = stages.iter().flat_map(|(_, wholes)| wholes).flat_map(|whole| &whole.roles);
    let mut ids: Vec<&str> = roles.filter(|role| role.part == Part::Editor).map(|role| role.person.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    let editors = names::seen(db, cx.viewer, &ids).await?;
    cx.own_page(t.desk_title(), &Queue { t, cx, done, faults, typed, stages, ending, translations, editors })
}

impl Queue<'_> {
    fn stage(&self, stage: &Stage) -> &'static str {
        self.t.by_key(&format!("desk_{}", stage.code())).unwrap_or_default()
    }

    fn forms(&self) -> impl Iterator<Item = (&'static str, &'static str, bool)> {
        StoryForm::ALL.iter().map(|form| (form.code(), words::form(self.t, *form), form.code() == self.typed.kind))
    }

    fn langs(&self) -> impl Iterator<Item = (&'static str, String, bool)> {
        let chosen = if self.typed.lang.is_empty() { self.cx.lang.tag() } else { &self.typed.lang };
        languages().map(move |tag| (tag, words::language(self.t, tag), tag == chosen))
    }

    fn language(&self, tag: &str) -> String {
        words::language(self.t, tag)
    }

    /// Whom it is about, what kind it is, who works on it, whom it waits for, since when.
    fn line(&self, whole: &Whole) -> String {
        let mut parts: Vec<String> = whole.subjects.iter().map(|subject| subject.called.clone()).collect();
        parts.retain(|called| !called.is_empty());
        parts.push(words::form(self.t, whole.story.form).to_owned());
        let editor = whole.roles.iter().find(|role| role.part == Part::Editor);
        let name = editor.and_then(|role| self.editors.get(&role.person)).map(|named| named.name.clone());
        match (whole.story.stage, editor) {
            (Stage::Review, None) => parts.push(self.t.desk_nobody().to_owned()),
            (Stage::Preview, _) => parts.push(self.t.desk_waits_for(self.unanswered(whole))),
            (Stage::Cooling, _) => {
                parts.extend(
                    whole.story.cooling_until.map(|until| self.t.cooling_until(::words::moment(self.cx.lang, until))),
                );
            }
            _ => parts.extend(name.map(|name| self.t.desk_editor(name))),
        }
        parts.push(::words::date(self.cx.lang, whole.story.updated_at));
        parts.join(" · ")
    }

    /// Those in it who have not agreed to the version they were shown.
    fn unanswered(&self, whole: &Whole) -> String {
        let root = whole.story.next_root.as_str();
        let open = whole.subjects.iter().filter(|subject| {
            subject.is_identifiable()
                && crate::rules::subject_until(whole, subject, root, crate::Use::Site, self.cx.now).is_none()
        });
        open.map(|subject| subject.called.as_str()).collect::<Vec<_>>().join(", ")
    }
}

/// An editor begins a story and takes it on.
pub(crate) async fn begin(cx: Cx, typed: Sent<Typed>) -> Result<Response> {
    let Form(typed) = typed?;
    let (t, mut faults) = (Text(cx.lang), Faults::default());
    let title = line(&typed.title);
    if title.is_empty() {
        faults.add("title", t.missing_title());
    }
    fits(t, "title", &title, limits::NAME, &mut faults);
    if !faults.is_empty() {
        return Ok(page(&cx, &typed, faults, None).await?.into_response());
    }
    let form = StoryForm::from_code(&typed.kind).unwrap_or(StoryForm::Profile);
    let lang = languages().find(|tag| *tag == typed.lang).unwrap_or_else(|| cx.lang.tag());
    let content = Content { title, ..Content::default() };
    let beginning = Beginning { form, theme: None, lang, told: Told::Desk, content, author: None, sent: true };
    let mut tx = cx.portal.db.begin().await?;
    let whole = deeds::begin(&mut tx, beginning, cx.now).await?;
    let id = whole.story.id.to_string();
    let me = cx.signed()?.person.clone();
    if deeds::assign(&mut tx, &id, &me, Part::Editor, "", cx.now).await?.is_ok() {
        tx.commit().await?;
    }
    Ok(see_other(&cx.href(format_args!("/desk/stories/{id}"))))
}
