//! Pictures and recordings of versions that are not public: for those who work on a story, and those who are asked.

use axum::{
    extract::Path,
    http::{HeaderName, HeaderValue, header},
    response::{IntoResponse, Response},
};
use web::{Cx, Error, Result};

use super::Asked2;
use crate::{Piece, seat::Seat, store};

/// For somebody with a part in the story.
pub(crate) async fn own(cx: Cx, asked: Asked2) -> Result<Response> {
    let Path((id, key)) = asked?;
    Seat::of(&cx, &id).await?;
    file(&cx, &id, &key).await
}

/// For whoever has typed the code on their paper.
pub(crate) async fn by_paper(cx: Cx, asked: Asked2) -> Result<Response> {
    let Path((look, key)) = asked?;
    let subject = store::codes::looks(&cx.portal.db, &look).await?.ok_or(Error::NotFound)?;
    let subject = store::subjects::find(&cx.portal.db, &subject).await?.ok_or(Error::NotFound)?;
    file(&cx, &subject.story, &key).await
}

async fn file(cx: &Cx, story: &str, key: &str) -> Result<Response> {
    let kind = kind(key).ok_or(Error::NotFound)?;
    if !store::editions::pieces(&cx.portal.db, story).await?.iter().any(|piece| holds(piece, key)) {
        return Err(Error::NotFound);
    }
    let bytes = media::bytes(&cx.portal.files, key).await?.ok_or(Error::NotFound)?;
    let headers: [(HeaderName, HeaderValue); 4] = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("sandbox; default-src 'none'")),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    Ok((headers, bytes).into_response())
}

fn holds(piece: &Piece, key: &str) -> bool {
    let pictures = piece.picture.iter().flat_map(|picture| &picture.renditions).any(|rendition| rendition.key == key);
    pictures || piece.sound.as_ref().is_some_and(|sound| sound.src.trim_start_matches("/audio/") == key)
}

fn kind(key: &str) -> Option<&'static str> {
    match key.rsplit_once('.')?.1 {
        "webp" => Some("image/webp"),
        "jpg" => Some("image/jpeg"),
        ending => media::Kind::from_ending(ending).map(media::Kind::mime),
    }
}
