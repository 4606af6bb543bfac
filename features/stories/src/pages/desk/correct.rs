//! `/desk/stories/{id}/correct`: a slip in what is public is mended at once, with a line that readers see.

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
    typed::{LINE, fits, line, text},
};
use crate::{Content, Edition, Text, deeds, seat::Seat, store};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Typed {
    lede: String,
    source: String,
    changed: String,
}

#[derive(Template)]
#[template(path = "pages/desk/correct.html")]
struct Correct<'a> {
    t: Text,
    cx: &'a Cx,
    faults: Faults,
    seat: &'a Seat,
    lang: &'a str,
    typed: &'a Typed,
}

async fn public(cx: &Cx, id: &str) -> Result<(Seat, Edition)> {
    let seat = Seat::editor(cx, id).await?;
    if !seat.whole.story.standing.is_public() {
        return Err(Error::NotFound);
    }
    let edition = store::editions::find(&cx.portal.db, id, &seat.whole.story.edition).await?;
    edition.map(|edition| (seat, edition)).ok_or(Error::NotFound)
}

pub(crate) async fn ask(cx: Cx, path: Asked) -> Result<Page> {
    let Path(id) = path?;
    let (seat, edition) = public(&cx, &id).await?;
    let Content { lede, source, .. } = edition.content;
    page(&cx, &seat, &edition.lang, &Typed { lede, source, changed: String::new() }, Faults::default())
}

fn page(cx: &Cx, seat: &Seat, lang: &str, typed: &Typed, faults: Faults) -> Result<Page> {
    let t = Text(cx.lang);
    cx.own_page(t.correct_title(), &Correct { t, cx, faults, seat, lang, typed })
}

pub(crate) async fn save(cx: Cx, path: Asked, typed: Sent<Typed>) -> Result<Response> {
    let (Path(id), Form(typed)) = (path?, typed?);
    let (t, mut faults) = (Text(cx.lang), Faults::default());
    let (seat, edition) = public(&cx, &id).await?;
    let changed = details::mask(&line(&typed.changed)).0;
    let content = Content { lede: line(&typed.lede), source: text(&typed.source), ..edition.content };
    if changed.is_empty() {
        faults.add("changed", t.changed_missing());
    }
    fits(t, "changed", &changed, limits::LINE, &mut faults);
    fits(t, "lede", &content.lede, LINE, &mut faults);
    fits(t, "source", &content.source, deeds::LONGEST, &mut faults);
    if faults.is_empty() {
        let mut tx = cx.portal.db.begin().await?;
        match deeds::correct(&mut tx, &id, content, &changed, cx.now).await? {
            Ok(_) => {
                tx.commit().await?;
                return Ok(see_other(&cx.href(format_args!("/desk/stories/{id}?done=corrected"))));
            }
            Err(refusal) => faults.add("source", refused(t, &refusal)),
        }
    }
    Ok(page(&cx, &seat, &edition.lang, &typed, faults)?.into_response())
}
