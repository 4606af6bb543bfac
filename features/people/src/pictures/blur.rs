//! `/me/pictures/{hash}/blur`: squares laid over a picture, to be ticked; what is under them is blurred for good.

use askama::Template;
use axum::{
    extract::{Path, Query, rejection::PathRejection},
    response::{IntoResponse, Response},
};
use db::Tx;
use media::{Picture, Received, Refused, Rendition};
use serde::Deserialize;
use web::{
    Cache, Cx, Error, Page, Result,
    form::{self, Faults},
};

use crate::{Text, store};

type Asked = std::result::Result<Path<String>, PathRejection>;

/// Where the reader came from, and goes back to.
#[derive(Default, Deserialize)]
pub(crate) struct Way {
    #[serde(default)]
    next: String,
    #[serde(default)]
    done: bool,
}

impl Way {
    fn next(&self) -> &str {
        if form::own_path(&self.next) { &self.next } else { "/me" }
    }
}

#[derive(Template)]
#[template(path = "pictures/blur.html")]
struct Blur<'a> {
    t: Text,
    cx: &'a Cx,
    shown: &'a Rendition,
    squares: Vec<u32>,
    next: &'a str,
    done: bool,
    faults: &'a Faults,
}

pub(crate) async fn ask(cx: Cx, path: Asked, Query(way): Query<Way>) -> Result<Response> {
    let (picture, _) = own(&cx, &path?).await?;
    page(&cx, &picture, &way, &Faults::default()).map(IntoResponse::into_response)
}

/// The picture with this hash and the one who shows it: the person signed in, or an organisation they act for.
async fn own(cx: &Cx, hash: &str) -> Result<(Picture, String)> {
    let me = cx.signed()?.person.clone();
    for shown in media::uses(&cx.portal.db, hash, &me).await? {
        if shown.room == store::PICTURES && cx.portal.faces()?.acts_for(&cx.portal.db, &me, &shown.subject).await? {
            let picture = media::find(&cx.portal.db, &[hash]).await?.remove(hash).ok_or(Error::NotFound)?;
            return Ok((picture, shown.subject));
        }
    }
    Err(Error::NotFound)
}

fn page(cx: &Cx, picture: &Picture, way: &Way, faults: &Faults) -> Result<Page> {
    let t = Text(cx.lang);
    let squares = (1..=media::ACROSS * media::squares_down(picture)).collect();
    let shown = picture.best(640).ok_or(Error::NotFound)?;
    let main = Blur { t, cx, shown, squares, next: way.next(), done: way.done, faults };
    Ok(cx.page(t.blur_title(), &main)?.cache(Cache::Never).not_indexed())
}

pub(crate) async fn blur(cx: Cx, path: Asked, received: Received) -> Result<Response> {
    let (picture, subject) = own(&cx, &path?).await?;
    let way: Way = received.form()?;
    let squares: Vec<u32> = received.texts("square").filter_map(|square| square.parse().ok()).collect();
    if squares.is_empty() {
        let mut faults = Faults::default();
        faults.add("square-1", Text(cx.lang).blur_none());
        return page(&cx, &picture, &way, &faults).map(IntoResponse::into_response);
    }
    let blurred = match media::blur(&cx.portal.files, &picture, &squares).await? {
        Ok(blurred) => blurred,
        Err(Refused::Busy | Refused::TooSlow) => return Err(Error::Busy(5)),
        Err(other) => return Err(Error::Internal(other.into())),
    };
    let mut tx = cx.portal.db.begin().await?;
    let free = instead(&mut tx, &cx, &subject, &picture, &blurred).await?;
    tx.commit().await?;
    cx.portal.files.delete_all(free).await?;
    Ok(form::see_other(&format!("{}&done=true", super::blur_address(&cx, &blurred, way.next()))))
}

/// Shows the one picture instead of the other; keys of files that nobody needs any more.
async fn instead(tx: &mut Tx, cx: &Cx, subject: &str, old: &Picture, new: &Picture) -> Result<Vec<String>> {
    media::insert(tx, new, cx.now).await?;
    if !store::show_instead(tx, subject, &old.hash, new, cx.now).await? {
        return Err(Error::NotFound);
    }
    Ok(media::let_go(tx, &[&old.hash]).await?)
}
