//! `/me/page/{part}`: one part of a page, with who may see it beside it.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use basics::Audience;
use media::Received;
use web::{Cx, Page, Result, form, form::Faults};

use super::list::shown_to;
use crate::{
    Fields, State, Text,
    own::{
        Choice, Editing, Part, Question, Typed, audience,
        parts::{
            Writing,
            portrait::{FILE, arrived},
        },
    },
    pictures::blur_address,
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
    /// For the portrait: how a picture is brought.
    upload: Option<media::Offer<'a>>,
    held: &'a str,
    /// The hash of a picture that has arrived and is not shown yet.
    arrived: String,
    picture: Option<media::Picture>,
    /// Where parts of the portrait that is kept are blurred.
    blur: Option<String>,
}

pub(crate) async fn ask(cx: Cx, editing: Editing, part: Part) -> Result<Page> {
    editing.with(part)?;
    let typed = part.kept(&editing.person.fields, cx.lang);
    let to = part.audience(&editing.person.fields).unwrap_or_default();
    page(&cx, &editing, part, &typed.with(audience::FIELD, to.code()), Again::default())
}

/// What a form that is shown once more brings along.
#[derive(Default)]
struct Again<'a> {
    faults: Faults,
    /// The id of a file that has arrived.
    held: &'a str,
    picture: Option<media::Picture>,
}

fn page(cx: &Cx, editing: &Editing, part: Part, typed: &Typed, again: Again<'_>) -> Result<Page> {
    let t = Text(cx.lang);
    let to = Audience::ALL.into_iter().find(|to| to.code() == typed.first(audience::FIELD));
    let fields = &editing.person.fields;
    let is_portrait = part == Part::Portrait;
    let portrait = fields.portrait.as_ref().filter(|_| is_portrait).map(|portrait| &portrait.is.cut);
    let back = cx.href(editing.at(&part.code()));
    let main = Edit {
        t,
        cx,
        editing,
        home: editing.title(cx.lang),
        label: part.label(t),
        title: part.title(t),
        hint: part.hint(t),
        action: editing.at(&part.code()),
        faults: again.faults,
        questions: part.questions(cx.lang, typed),
        audiences: audience::choices(t, editing, to),
        covered: part.covered(fields).into_iter().map(|kind| covered_words(t, kind)).collect(),
        upload: is_portrait.then(|| media::Offer::of(cx)),
        held: again.held,
        arrived: again.picture.as_ref().map_or(String::new(), |picture| picture.hash.clone()),
        // One that has only arrived is nobody's yet.
        blur: portrait.filter(|_| again.picture.is_none()).map(|portrait| blur_address(cx, portrait, &back)),
        picture: again.picture.or_else(|| portrait.cloned()),
    };
    cx.own_page(part.title(t), &main)
}

pub(crate) async fn save(cx: Cx, editing: Editing, part: Part, received: Received) -> Result<Response> {
    editing.with(part)?;
    let (typed, mut faults) = (Typed::of(&received)?, Faults::default());
    let picture = if part == Part::Portrait { arrived(&cx, &received, &mut faults).await? } else { None };
    let to = audience::read(Text(cx.lang), &editing, &typed, &mut faults);
    let writing = Writing { lang: cx.lang, typed: &typed, to, picture };
    part.write(&writing, &mut editing.person.fields.clone(), &mut faults);
    if !faults.is_empty() {
        note(&cx, writing.picture.as_ref()).await?;
        let again = Again { faults, held: received.held(FILE), picture: writing.picture };
        let page = page(&cx, &editing, part, &typed, again)?;
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

/// Remembers a picture although the rest of its form has to be put right: it need not come twice. What nobody comes back
/// for is swept away.
async fn note(cx: &Cx, picture: Option<&media::Picture>) -> Result<()> {
    let Some(picture) = picture else { return Ok(()) };
    let mut tx = cx.portal.db.begin().await?;
    media::insert(&mut tx, picture, cx.now).await?;
    Ok(tx.commit().await?)
}

/// Writes the part into what the page has become meanwhile.
async fn keep(cx: &Cx, editing: &Editing, part: Part, writing: &Writing<'_>) -> Result<Fields> {
    let mut tx = cx.portal.db.begin().await?;
    let mut person = editing.again(&mut tx).await?;
    if let Some(picture) = &writing.picture {
        media::insert(&mut tx, picture, cx.now).await?;
    }
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
