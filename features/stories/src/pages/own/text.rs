//! `/me/stories/{id}/text`: the words of a story, in a plain text area. "Preview" shows what readers will see, unsaved; a
//! script asks for the same while somebody writes (`/me/stories/{id}/preview`).

use askama::Template;
use axum::{
    Form,
    extract::Path,
    response::{Html, IntoResponse, Response},
};
use basics::limits;
use serde::Deserialize;
use web::{
    Cx, Error, Page, Result,
    form::{Faults, see_other},
};

use super::super::{
    Asked, Sent, refused,
    shown::shown,
    typed::{LINE, fits, line, text},
    words,
};
use crate::{Content, Form as StoryForm, Telling, Text, Theme, deeds, seat::Seat, store};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Typed {
    /// The code of a form; `form` is the token that every form carries.
    kind: String,
    theme: String,
    title: String,
    lede: String,
    lead: String,
    source: String,
    /// `look` or `save`.
    what: String,
}

#[derive(Template)]
#[template(path = "pages/own/text.html")]
struct Write<'a> {
    t: Text,
    cx: &'a Cx,
    faults: Faults,
    seat: &'a Seat,
    typed: &'a Typed,
    content: &'a Content,
    lang: &'a str,
    /// The text as readers will see it, when that was asked for.
    looked: String,
}

/// The original of a story that may be written now.
async fn original(cx: &Cx, id: &str) -> Result<(Seat, Telling)> {
    let seat = Seat::of(cx, id).await?;
    if !seat.may_write() {
        return Err(Error::NotFound);
    }
    let telling = store::tellings::original(&cx.portal.db, id).await?;
    Ok((seat, telling.ok_or(Error::NotFound)?))
}

pub(crate) async fn ask(cx: Cx, path: Asked) -> Result<Page> {
    let Path(id) = path?;
    let (seat, telling) = original(&cx, &id).await?;
    let content = &telling.content;
    let typed = Typed {
        kind: seat.whole.story.form.code().to_owned(),
        theme: seat.whole.story.theme.map(Theme::code).unwrap_or_default().to_owned(),
        title: content.title.clone(),
        lede: content.lede.clone(),
        lead: content.lead.clone(),
        source: content.source.clone(),
        what: String::new(),
    };
    page(&cx, &seat, &telling, &typed, Faults::default(), String::new())
}

fn page(cx: &Cx, seat: &Seat, telling: &Telling, typed: &Typed, faults: Faults, looked: String) -> Result<Page> {
    let t = Text(cx.lang);
    let (content, lang) = (&telling.content, telling.lang.as_str());
    cx.own_page(t.text_title(), &Write { t, cx, faults, seat, typed, content, lang, looked })
}

impl Write<'_> {
    /// It is drawn while somebody writes: not with the data saver, and not by a helper, of whom each request is written
    /// down.
    fn live(&self) -> bool {
        !self.cx.saver && self.cx.signed.as_ref().is_some_and(|signed| signed.helper.is_none())
    }

    fn forms(&self) -> impl Iterator<Item = (&'static str, &'static str, bool)> {
        StoryForm::ALL.iter().map(|form| (form.code(), words::form(self.t, *form), self.typed.kind == form.code()))
    }

    fn themes(&self) -> impl Iterator<Item = (&'static str, &'static str, bool)> {
        Theme::ALL.iter().map(|theme| (theme.code(), words::theme(self.t, *theme), self.typed.theme == theme.code()))
    }

    /// Pictures that may stand first: name, words, chosen.
    fn leads(&self) -> impl Iterator<Item = (&str, &str, bool)> {
        let pictures = self.content.pieces.iter().filter(|piece| piece.picture.is_some());
        pictures.map(|piece| (piece.name.as_str(), piece.alt.as_str(), piece.name == self.typed.lead))
    }
}

/// What was typed, with the pieces there are.
fn read(typed: &Typed, telling: &Telling) -> Content {
    Content {
        title: line(&typed.title),
        lede: line(&typed.lede),
        lead: telling.content.piece(&typed.lead).map(|piece| piece.name.clone()).unwrap_or_default(),
        source: text(&typed.source),
        pieces: telling.content.pieces.clone(),
    }
}

/// What is too long.
fn faults(t: Text, content: &Content) -> Faults {
    let mut faults = Faults::default();
    fits(t, "title", &content.title, limits::NAME, &mut faults);
    fits(t, "lede", &content.lede, LINE, &mut faults);
    fits(t, "source", &content.source, deeds::LONGEST, &mut faults);
    faults
}

/// What was typed as readers will see it.
fn looked(cx: &Cx, telling: &Telling, content: &Content) -> Result<String> {
    let folder = cx.href(format_args!("/me/stories/{}/media", telling.story));
    shown(cx, &content.covered(), &telling.lang, &folder)
}

/// The same for a script: a part of a page. Nothing is kept of it.
pub(crate) async fn preview(cx: Cx, path: Asked, typed: Sent<Typed>) -> Result<Html<String>> {
    let (Path(id), Form(typed)) = (path?, typed?);
    let (_, telling) = original(&cx, &id).await?;
    let content = read(&typed, &telling);
    if !faults(Text(cx.lang), &content).is_empty() {
        return Err(Error::TooMuch);
    }
    looked(&cx, &telling, &content).map(Html)
}

pub(crate) async fn save(cx: Cx, path: Asked, typed: Sent<Typed>) -> Result<Response> {
    let (Path(id), Form(typed)) = (path?, typed?);
    let t = Text(cx.lang);
    let (seat, telling) = original(&cx, &id).await?;
    let content = read(&typed, &telling);
    let mut faults = faults(t, &content);
    if typed.what == "look" || !faults.is_empty() {
        let looked = looked(&cx, &telling, &content)?;
        return Ok(page(&cx, &seat, &telling, &typed, faults, looked)?.into_response());
    }
    let form = StoryForm::from_code(&typed.kind).unwrap_or(seat.whole.story.form);
    let mut tx = cx.portal.db.begin().await?;
    match deeds::write(&mut tx, &id, (form, Theme::from_code(&typed.theme)), content, cx.now).await? {
        Ok(_) => tx.commit().await?,
        Err(refusal) => {
            faults.add("source", refused(t, &refusal));
            return Ok(page(&cx, &seat, &telling, &typed, faults, String::new())?.into_response());
        }
    }
    Ok(see_other(&cx.href(format_args!("{}?done=saved", home(&seat)))))
}

/// Where somebody goes back to: the desk, or their own list.
pub(crate) fn home(seat: &Seat) -> String {
    let folder = if seat.edits { "/desk/stories" } else { "/me/stories" };
    format!("{folder}/{}", seat.whole.story.id)
}
