//! `/me/page/{part}`: one part of a page, with who may see it beside it.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use basics::Audience;
use web::{Cx, Page, Result, form, form::Faults};

use super::{framed, list::shown_to};
use crate::{
    Fields, State, Text,
    own::{Choice, Editing, Part, Question, Typed, audience, parts::Writing},
    store,
};

#[derive(Template)]
#[template(path = "own/pages/edit.html")]
struct Edit<'a> {
    t: Text,
    cx: &'a Cx,
    editing: &'a Editing,
    /// The title of the list of parts.
    home: String,
    label: &'static str,
    title: &'static str,
    hint: &'static str,
    action: String,
    faults: Faults,
    questions: Vec<Question>,
    audiences: Vec<Choice>,
    /// What is covered for others, one sentence for each kind.
    covered: Vec<&'static str>,
}

pub(crate) async fn ask(cx: Cx, editing: Editing, part: Part) -> Result<Page> {
    editing.with(part)?;
    let typed = part.kept(&editing.person.fields, cx.lang);
    let to = part.audience(&editing.person.fields).unwrap_or_default();
    page(&cx, &editing, part, &typed.with(audience::FIELD, to.code()), Faults::default())
}

fn page(cx: &Cx, editing: &Editing, part: Part, typed: &Typed, faults: Faults) -> Result<Page> {
    let t = Text(cx.lang);
    let to = Audience::ALL.into_iter().find(|to| to.code() == typed.first(audience::FIELD));
    let main = Edit {
        t,
        cx,
        editing,
        home: editing.title(cx.lang),
        label: part.label(t),
        title: part.title(t),
        hint: part.hint(t),
        action: editing.at(&part.code()),
        faults,
        questions: part.questions(cx.lang, typed),
        audiences: audience::choices(t, editing, to),
        covered: part.covered(&editing.person.fields).into_iter().map(|kind| covered_words(t, kind)).collect(),
    };
    framed(cx, part.title(t), &main)
}

pub(crate) async fn save(cx: Cx, editing: Editing, part: Part, typed: Typed) -> Result<Response> {
    editing.with(part)?;
    let mut faults = Faults::default();
    let to = audience::read(Text(cx.lang), &editing, &typed, &mut faults);
    let writing = Writing { lang: cx.lang, typed: &typed, to };
    part.write(&writing, &mut editing.person.fields.clone(), &mut faults);
    if !faults.is_empty() {
        let page = page(&cx, &editing, part, &typed, faults)?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let fields = keep(&cx, &editing, part, &writing).await?;
    let covered = !part.covered(&fields).is_empty();
    let on = match typed.first("then") {
        _ if covered => editing.at(&part.code()),
        "next" => editing.after(part),
        _ => format!("{}?done=saved", editing.base),
    };
    Ok(form::see_other(&cx.href(on)))
}

/// Writes the part into what the page has become meanwhile.
async fn keep(cx: &Cx, editing: &Editing, part: Part, writing: &Writing<'_>) -> Result<Fields> {
    let mut tx = cx.portal.db.begin().await?;
    let mut person = editing.again(&mut tx).await?;
    part.write(writing, &mut person.fields, &mut Faults::default());
    store::edit(&mut tx, &mut person, cx.now).await?;
    tx.commit().await?;
    Ok(person.fields)
}

/// What was found, and what that means.
fn covered_words(t: Text, kind: details::Kind) -> &'static str {
    match kind {
        details::Kind::Phone => t.covered_phone(),
        details::Kind::Email => t.covered_email(),
        details::Kind::Payment => t.covered_payment(),
        details::Kind::BirthDate => t.covered_birth_date(),
        details::Kind::Household => t.covered_household(),
        details::Kind::Place => t.covered_place(),
        details::Kind::Handle => t.covered_handle(),
        details::Kind::Sensitive => t.covered_sensitive(),
    }
}

impl Edit<'_> {
    /// Where the page as a whole reaches fewer people than a part can.
    fn whole_page(&self) -> Option<&'static str> {
        let person = &self.editing.person;
        match person.state {
            _ if self.editing.is_minor() => Some(self.t.own_minor_audience()),
            State::Released if person.listed < Audience::Everyone => Some(shown_to(self.t, person.listed)),
            State::Released => None,
            _ => Some(self.t.own_nothing_shown_yet()),
        }
    }
}
