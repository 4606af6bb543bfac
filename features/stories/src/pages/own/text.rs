//! `/me/stories/{id}/text`: the words of a story, in a plain text area. "Look at it" shows what readers will see, unsaved.

use askama::Template;
use axum::{
    Form,
    extract::Path,
    response::{IntoResponse, Response},
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
    form: String,
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
    let telling = store::tellings::list(&cx.portal.db, id).await?.into_iter().find(Telling::is_original);
    Ok((seat, telling.ok_or(Error::NotFound)?))
}

pub(crate) async fn ask(cx: Cx, path: Asked) -> Result<Page> {
    let Path(id) = path?;
    let (seat, telling) = original(&cx, &id).await?;
    let content = &telling.content;
    let typed = Typed {
        form: seat.whole.story.form.code().to_owned(),
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
    fn forms(&self) -> impl Iterator<Item = (&'static str, &'static str, bool)> {
        StoryForm::ALL.iter().map(|form| (form.code(), words::form(self.t, *form), self.typed.form == form.code()))
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

pub(crate) async fn save(cx: Cx, path: Asked, typed: Sent<Typed>) -> Result<Response> {
    let (Path(id), Form(typed)) = (path?, typed?);
    let (t, mut faults) = (Text(cx.lang), Faults::default());
    let (seat, telling) = original(&cx, &id).await?;
    let content = Content {
        title: line(&typed.title),
        lede: line(&typed.lede),
        lead: telling.content.piece(&typed.lead).map(|piece| piece.name.clone()).unwrap_or_default(),
        source: text(&typed.source),
        pieces: telling.content.pieces.clone(),
    };
    fits(t, "title", &content.title, limits::NAME, &mut faults);
    fits(t, "lede", &content.lede, LINE, &mut faults);
    fits(t, "source", &content.source, deeds::LONGEST, &mut faults);
    let form = StoryForm::from_code(&typed.form).unwrap_or(seat.whole.story.form);
    if typed.what == "look" || !faults.is_empty() {
        let folder = cx.href(format_args!("/me/stories/{id}/media"));
        let looked = shown(&cx, &content.covered(), &telling.lang, &folder)?;
        return Ok(page(&cx, &seat, &telling, &typed, faults, looked)?.into_response());
    }
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
