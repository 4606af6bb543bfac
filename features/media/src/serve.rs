//! `GET /media/{key}`: the bytes of a rendition, for whoever may see the picture. A key is the hash of the bytes: what it
//! names never changes, but who may see it does, so it is asked each time.

use files::{Files, Key};
use web::axum::{
    extract::{Path, State},
    http::{HeaderName, HeaderValue, header},
    response::{IntoResponse, Response},
};
use web::{Access, Cx, Error, Portal, Result, Route};

use crate::uses::{self, Reach};

/// Nothing in the file may run, load or be framed as a page, whatever a browser makes of it.
pub(crate) const POLICY: HeaderValue = HeaderValue::from_static("sandbox; default-src 'none'");
/// What everybody sees may be kept for a week, no longer: it may be withdrawn.
pub(crate) const PUBLIC: HeaderValue = HeaderValue::from_static("public, max-age=604800, immutable");
/// What only some see is kept nowhere.
pub(crate) const PRIVATE: HeaderValue = HeaderValue::from_static("private, no-store");

/// The routes of this room.
pub fn routes() -> Vec<Route> {
    vec![Route::get("/media/{key}", Access::AnyoneSeesPublic, rendition)]
}

async fn rendition(cx: Cx, State(portal): State<Portal>, Path(name): Path<String>) -> Result<Response> {
    let key = key(&name).ok_or(Error::NotFound)?;
    let kind = kind(key.ending()).ok_or(Error::NotFound)?;
    let public = match reaches(&cx, &name).await? {
        Reach::Public => true,
        Reach::Viewer => false,
        Reach::Not => return Err(Error::NotFound),
    };
    let bytes = portal.files.get(&key).await.map_err(|error| Error::Internal(error.into()))?.ok_or(Error::NotFound)?;
    let headers: [(HeaderName, HeaderValue); 4] = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CACHE_CONTROL, if public { PUBLIC } else { PRIVATE }),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    Ok((headers, bytes).into_response())
}

/// Whether the viewer may see it: by its audience, or because they act for whoever shows it.
async fn reaches(cx: &Cx, key: &str) -> Result<Reach> {
    let me = cx.signed.as_ref().map_or("", |signed| signed.person.as_str());
    let found = uses::reach(&cx.portal.db, key, cx.viewer, me).await?;
    or_acts(cx, me, found).await
}

/// The same for what has this hash, a recording for instance.
pub(crate) async fn reaches_of(cx: &Cx, hash: &str) -> Result<Reach> {
    let me = cx.signed.as_ref().map_or("", |signed| signed.person.as_str());
    let found = uses::reach_of(&cx.portal.db, hash, cx.viewer, me).await?;
    or_acts(cx, me, found).await
}

/// Whoever acts for one of the subjects sees it as well.
async fn or_acts(cx: &Cx, me: &str, (reach, subjects): (Reach, Vec<String>)) -> Result<Reach> {
    if reach == Reach::Not
        && !subjects.is_empty()
        && let Some(faces) = &cx.portal.plugs.faces
    {
        for subject in &subjects {
            if faces.acts_for(&cx.portal.db, me, subject).await? {
                return Ok(Reach::Viewer);
            }
        }
    }
    Ok(reach)
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
