//! `/people/{handle}/share.jpg`: what previews show where somebody passes on the address of a page. Made from what a
//! stranger may see and from nothing else, whoever asks.

use axum::{
    extract::{Path, rejection::PathRejection},
    http::{HeaderName, HeaderValue, header},
    response::{IntoResponse, Response},
};
use basics::{Lang, Viewer};
use media::{Poster, Posters, Refused};
use web::{Cx, Error, Result};

use crate::{Kind, Seen, store};

type Asked = std::result::Result<Path<String>, PathRejection>;

/// Previews ask seldom; the address changes with the content (`?v=`).
const KEPT: HeaderValue = HeaderValue::from_static("public, max-age=86400");
/// Width of the rendition that is drawn into it, in pixels.
const PORTRAIT: u32 = 640;

pub(crate) async fn person(cx: Cx, path: Asked) -> Result<Response> {
    show(cx, Kind::Person, &path?).await
}

pub(crate) async fn organisation(cx: Cx, path: Asked) -> Result<Response> {
    show(cx, Kind::Organisation, &path?).await
}

async fn show(cx: Cx, kind: Kind, handle: &str) -> Result<Response> {
    let person = store::find(&cx.portal.db, handle).await?.ok_or(Error::NotFound)?;
    let seen = person.seen_by(Viewer::Stranger).filter(|seen| seen.in_lists && seen.kind == kind);
    let seen = seen.ok_or(Error::NotFound)?;
    let mut poster = words(&seen, cx.lang, &cx.portal.site.name);
    if let Some(key) = portrait(&seen) {
        poster.portrait = media::bytes(&cx.portal.files, key).await?;
    }
    let drawn = cx.portal.room::<Posters>()?.get(poster).await.map_err(refused)?;
    let headers: [(HeaderName, HeaderValue); 3] = [
        (header::CONTENT_TYPE, HeaderValue::from_static("image/jpeg")),
        (header::CACHE_CONTROL, KEPT),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    Ok((headers, drawn).into_response())
}

fn refused(refused: Refused) -> Error {
    match refused {
        Refused::Busy | Refused::TooSlow => Error::Busy(10),
        other => Error::Internal(other.into()),
    }
}

fn words(seen: &Seen, lang: Lang, site: &str) -> Poster {
    let facts: Vec<String> = [seen.craft(lang), seen.place_words(lang)].into_iter().flatten().collect();
    Poster {
        name: seen.name.clone(),
        handle: seen.handle.clone(),
        facts: facts.join(" · "),
        line: seen.line.as_ref().map_or_else(String::new, |line| line.text.clone()),
        site: site.to_owned(),
        portrait: None,
    }
}

fn portrait(seen: &Seen) -> Option<&str> {
    let portrait = seen.portrait.as_ref()?;
    portrait.cut.best(PORTRAIT).map(|rendition| rendition.key.as_str())
}

/// The address of the picture, with prefix; it is another one when the picture shows something else.
pub(crate) fn address(cx: &Cx, seen: &Seen) -> String {
    let mut poster = words(seen, cx.lang, &cx.portal.site.name);
    // The portrait's key stands for its bytes.
    poster.portrait = portrait(seen).map(|key| key.to_owned().into());
    let version = &poster.hash()[..8];
    cx.href(format!("{}/share.jpg?v={version}", seen.path))
}
