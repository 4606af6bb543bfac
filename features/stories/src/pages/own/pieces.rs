//! `/me/stories/{id}/pieces`: pictures and recordings of a story, uploaded or taken from the works of its people.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use basics::limits;
use media::{Offer, Received};
use serde::Deserialize;
use web::{
    Cx, Error, Page, Result,
    form::{Faults, see_other},
};

use super::{
    super::{
        Asked, refused,
        typed::{LINE, TRANSCRIPT, files, fits, line, text},
    },
    text::home,
};
use crate::{Content, Piece, Telling, Text, deeds, seat::Seat, store};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Typed {
    /// The name of a piece to change; empty for a new one.
    piece: String,
    alt: String,
    caption: String,
    credit: String,
    transcript: String,
    /// Id of a work to take the picture of.
    work: String,
    /// `remove`.
    what: String,
}

/// A picture of somebody in the story that could be taken.
struct Work {
    id: String,
    title: String,
    alt: String,
    credit: String,
    picture: media::Picture,
}

#[derive(Template)]
#[template(path = "pages/own/pieces.html")]
struct Pieces<'a> {
    t: Text,
    cx: &'a Cx,
    faults: Faults,
    offer: Offer<'a>,
    seat: &'a Seat,
    content: &'a Content,
    works: Vec<Work>,
    typed: &'a Typed,
    held: [&'a str; 2],
}

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
    page(&cx, &seat, &telling, &Typed::default(), Faults::default(), ["", ""]).await
}

async fn page(cx: &Cx, seat: &Seat, telling: &Telling, typed: &Typed, faults: Faults, held: [&str; 2]) -> Result<Page> {
    let (t, offer, works) = (Text(cx.lang), Offer::of(cx), works(cx, seat).await?);
    cx.own_page(t.pieces_title(), &Pieces { t, cx, faults, offer, seat, content: &telling.content, works, typed, held })
}

/// Published pictures of the people in the story and of its author, as this reader may see them.
async fn works(cx: &Cx, seat: &Seat) -> Result<Vec<Work>> {
    let whole = &seat.whole;
    let people = whole.subjects.iter().filter_map(|subject| subject.person.as_deref());
    let authors = whole.roles.iter().filter(|role| role.part == crate::Part::Author).map(|role| role.person.as_str());
    let mut ids: Vec<&str> = people.chain(authors).filter(|id| !id.is_empty()).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut works = Vec::new();
    for id in ids.into_iter().take(10) {
        for work in people::works::of(&cx.portal.db, id, cx.viewer).await? {
            works.extend(work.picture.map(|picture| Work {
                id: work.id.to_string(),
                title: work.title.clone(),
                alt: picture.alt,
                credit: work.credit.clone().unwrap_or_default(),
                picture: picture.cut,
            }));
        }
    }
    Ok(works)
}

impl Pieces<'_> {
    fn src(&self, piece: &Piece) -> Option<(String, u32, u32)> {
        let best = piece.picture.as_ref()?.best(320)?;
        let folder = self.cx.href(format_args!("/me/stories/{}/media", self.seat.whole.story.id));
        Some((format!("{folder}/{}", best.key), best.width, best.height))
    }

    fn listen(&self, piece: &Piece) -> Option<String> {
        let sound = piece.sound.as_ref()?;
        let folder = self.cx.href(format_args!("/me/stories/{}/media", self.seat.whole.story.id));
        Some(format!("{folder}/{}", sound.src.trim_start_matches("/audio/")))
    }
}

pub(crate) async fn save(cx: Cx, path: Asked, mut received: Received) -> Result<Response> {
    let Path(id) = path?;
    let (t, mut faults) = (Text(cx.lang), Faults::default());
    let (seat, telling) = original(&cx, &id).await?;
    let typed: Typed = received.form()?;
    let new = files(&cx, &received, &mut faults).await?;
    fits(t, "alt", &typed.alt, LINE, &mut faults);
    fits(t, "caption", &typed.caption, LINE, &mut faults);
    fits(t, "credit", &typed.credit, limits::LINE, &mut faults);
    fits(t, "transcript", &typed.transcript, TRANSCRIPT, &mut faults);
    let mut content = telling.content.clone();
    let taken = works(&cx, &seat).await?.into_iter().find(|work| work.id == typed.work);
    if typed.piece.is_empty() && new.picture.is_none() && new.sound.is_none() && taken.is_none() && faults.is_empty() {
        faults.add("picture", t.piece_none());
    }
    if faults.is_empty() {
        let mut tx = cx.portal.db.begin().await?;
        new.insert(&mut tx, cx.now).await?;
        change(&mut content, &typed, new.pieces(|letter| telling.content.free_name(letter)), taken);
        let what = (seat.whole.story.form, seat.whole.story.theme);
        match deeds::write(&mut tx, &id, what, content, cx.now).await? {
            Ok(_) => {
                tx.commit().await?;
                return Ok(see_other(&cx.href(format_args!("/me/stories/{id}/pieces"))));
            }
            Err(refusal) => faults.add("picture", refused(t, &refusal)),
        }
    }
    received.hold(&cx).await?;
    let held = [received.held("picture"), received.held("sound")];
    Ok(page(&cx, &seat, &telling, &typed, faults, held).await?.into_response())
}

/// Puts in what came, or changes or removes what is there.
fn change(content: &mut Content, typed: &Typed, mut new: Vec<Piece>, taken: Option<Work>) {
    if typed.what == "remove" {
        content.pieces.retain(|piece| piece.name != typed.piece);
        content.source = content.source.replace(&format!("![]({})", typed.piece), "");
        if content.lead == typed.piece {
            content.lead.clear();
        }
        return;
    }
    if let Some(work) = taken.filter(|_| typed.piece.is_empty()) {
        let name = content.free_name('p');
        let Work { alt, credit, picture, title, .. } = work;
        let piece = Piece {
            name,
            hash: picture.hash.clone(),
            alt,
            credit,
            caption: title,
            picture: Some(picture),
            ..Piece::default()
        };
        content.pieces.push(piece);
    }
    let describe = |piece: &mut Piece| {
        (piece.alt, piece.caption) = (line(&typed.alt), line(&typed.caption));
        (piece.credit, piece.transcript) = (line(&typed.credit), text(&typed.transcript));
    };
    new.iter_mut().for_each(describe);
    content.pieces.iter_mut().filter(|piece| piece.name == typed.piece).for_each(describe);
    if content.lead.is_empty() {
        content.lead =
            new.iter().find(|piece| piece.picture.is_some()).map(|piece| piece.name.clone()).unwrap_or_default();
    }
    content.pieces.extend(new);
}
