//! `/stories/{slug}/share.jpg`: what previews show where somebody passes on the address of a story. Only where everybody
//! in it agreed to that use.

use axum::{
    http::{HeaderName, HeaderValue, header},
    response::{IntoResponse, Response},
};
use media::{Poster, Posters, Refused};
use web::{Cx, Error, Result};

use super::{Asked, show::found};
use crate::{Reading, Text, Use};

/// A preview is asked for seldom, and what was taken back must not be kept.
const KEPT: HeaderValue = HeaderValue::from_static("public, no-cache");
/// Width of the rendition that is drawn into it, in pixels.
const LEAD: u32 = 640;

pub(super) async fn show(cx: Cx, asked: Asked) -> Result<Response> {
    let reading = found(&cx, &asked?, Use::Share).await?;
    let mut poster = words(&cx, &reading);
    if let Some(key) = lead(&reading) {
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

fn words(cx: &Cx, reading: &Reading) -> Poster {
    let t = Text(cx.lang);
    let form = t.by_key(&format!("form_{}", reading.form.code())).unwrap_or_default();
    Poster {
        name: reading.title.clone(),
        handle: reading.slug.clone(),
        facts: [form, &t.minutes(reading.minutes)].join(" · "),
        line: reading.lede.clone(),
        site: cx.portal.site.name.clone(),
        portrait: None,
    }
}

fn lead(reading: &Reading) -> Option<&str> {
    let picture = reading.lead.as_ref()?.picture.as_ref()?;
    picture.best(LEAD).map(|rendition| rendition.key.as_str())
}

/// The address of the picture, with prefix; it is another one when the picture shows something else.
pub(super) fn address(cx: &Cx, reading: &Reading) -> String {
    let mut poster = words(cx, reading);
    // The picture's key stands for its bytes.
    poster.portrait = lead(reading).map(|key| key.to_owned().into());
    let version = &poster.hash()[..8];
    cx.href(format!("{}/share.jpg?v={version}", reading.path))
}
