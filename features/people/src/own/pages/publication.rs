//! `/me/page/publication`: who sees the page as a whole, said once in plain words, and taken back as easily.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use basics::Audience;
use web::{Cx, Page, Result, form, form::Faults};

use super::list::shown_to;
use crate::{
    State, Text,
    own::{Choice, Editing, Preset, Typed, preset::widest},
    store,
};

const FIELD: &str = "preset";

#[derive(Template)]
#[template(path = "own/pages/publication.html")]
struct Publication<'a> {
    t: Text,
    cx: &'a Cx,
    editing: &'a Editing,
    /// The title of the list of parts.
    home: String,
    faults: Faults,
    choices: Vec<Choice>,
}

pub(crate) async fn ask(cx: Cx, editing: Editing) -> Result<Page> {
    let now = if editing.person.state == State::Released { Preset::AsSet.code() } else { "" };
    page(&cx, &editing, now, Faults::default())
}

fn page(cx: &Cx, editing: &Editing, chosen: &str, faults: Faults) -> Result<Page> {
    let t = Text(cx.lang);
    let choice = |preset: &Preset| {
        let choice = Choice::new(preset.code(), preset.label(t), preset.code() == chosen);
        choice.meaning(preset.meaning(t, editing.is_organisation()))
    };
    let choices = Preset::offered(editing).iter().map(choice).collect();
    cx.own_page(t.own_who_sees(), &Publication { t, cx, editing, home: editing.title(cx.lang), faults, choices })
}

pub(crate) async fn decide(cx: Cx, editing: Editing, typed: Typed) -> Result<Response> {
    let preset = Preset::offered(&editing).iter().find(|preset| preset.code() == typed.first(FIELD)).copied();
    let mut faults = Faults::default();
    if let Some(words) = refusal(Text(cx.lang), &editing, preset) {
        faults.add(FIELD, words);
    }
    let Some(preset) = preset.filter(|_| faults.is_empty()) else {
        let page = page(&cx, &editing, typed.first(FIELD), faults)?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    let mut tx = cx.portal.db.begin().await?;
    let mut person = editing.again(&mut tx).await?;
    preset.apply(&mut person, cx.now);
    store::edit(&mut tx, &mut person, cx.now).await?;
    tx.commit().await?;
    let done = if preset == Preset::Hidden { "hidden" } else { "shown" };
    Ok(form::see_other(&cx.href(format_args!("{}?done={done}", editing.base))))
}

/// Why the page cannot be shown so.
fn refusal(t: Text, editing: &Editing, preset: Option<Preset>) -> Option<&'static str> {
    match preset {
        None => Some(t.own_choose_preset()),
        Some(_) if editing.person.state == State::Hidden => Some(t.own_hidden_by_team()),
        Some(Preset::AsSet) if widest(&editing.person) == Audience::OnlyMe => Some(t.own_nothing_to_show()),
        Some(_) => None,
    }
}

impl Publication<'_> {
    fn is_shown(&self) -> bool {
        self.editing.person.state == State::Released
    }

    fn by_team(&self) -> bool {
        self.editing.person.state == State::Hidden
    }

    fn shown_to(&self) -> &'static str {
        shown_to(self.t, self.editing.listed())
    }
}
