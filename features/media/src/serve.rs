//! `GET /media/{key}`: the bytes of a rendition. A key is the hash of the bytes: whoever knows it has seen a page that
//! shows the picture, and what it names never changes.

use files::{Files, Key};
use web::axum::{
    extract::{Path, State},
    http::{HeaderName, HeaderValue, header},
    response::{IntoResponse, Response},
};
use web::{Access, Error, Portal, Result, Route};

/// Nothing in the file may run, load or be framed as a page, whatever a browser makes of it.
const POLICY: HeaderValue = HeaderValue::from_static("sandbox; default-src 'none'");
const FOREVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// The routes of this room.
pub fn routes() -> Vec<Route> {
    vec![Route::get("/media/{key}", Access::AnyoneSeesPublic, rendition)]
}

async fn rendition(State(portal): State<Portal>, Path(name): Path<String>) -> Result<Response> {
    let key = key(&name).ok_or(Error::NotFound)?;
    let kind = kind(key.ending()).ok_or(Error::NotFound)?;
    let bytes = portal.files.get(&key).await.map_err(|error| Error::Internal(error.into()))?.ok_or(Error::NotFound)?;
    let headers: [(HeaderName, HeaderValue); 4] = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CACHE_CONTROL, FOREVER),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    Ok((headers, bytes).into_response())
}

/// The file store's key for the name in an address.
pub(crate) fn key(name: &str) -> Option<Key> {
    Key::parse(&format!("{}/{name}", name.get(..2)?))
}

fn kind(ending: &str) -> Option<&'static str> {
    match ending {
        "webp" => Some("image/webp"),
        "jpg" => Some("image/jpeg"),
        _ => None,
    }
}

/// The bytes of a rendition, for those who carry pictures elsewhere; `None` when the store has lost them.
pub async fn bytes(files: &Files, key_name: &str) -> anyhow::Result<Option<bytes::Bytes>> {
    match key(key_name) {
        Some(key) => Ok(files.get(&key).await?),
        None => Ok(None),
    }
}
