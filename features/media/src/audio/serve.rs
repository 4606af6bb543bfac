//! `GET /audio/{name}`: a recording, or a piece of it, for whoever may hear it.

use std::ops::Range;

use files::Key;
use web::{
    Access, Cx, Error, Result, Route,
    axum::{
        extract::Path,
        http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
        response::{IntoResponse, Response},
    },
};

use super::{Kind, store};
use crate::{
    serve::{self, POLICY, PRIVATE, PUBLIC},
    uses::Reach,
};

pub(crate) fn routes() -> Vec<Route> {
    vec![Route::get("/audio/{name}", Access::AnyoneSeesPublic, recording)]
}

async fn recording(cx: Cx, Path(name): Path<String>, headers: HeaderMap) -> Result<Response> {
    let key = serve::key(&name).ok_or(Error::NotFound)?;
    let kind = Kind::from_ending(key.ending()).ok_or(Error::NotFound)?;
    let public = match reaches(&cx, &key).await? {
        Reach::Public => true,
        Reach::Viewer => false,
        Reach::Not => return Err(Error::NotFound),
    };
    let stat =
        cx.portal.files.stat(&key).await.map_err(|error| Error::Internal(error.into()))?.ok_or(Error::NotFound)?;
    let mut response = piece(&cx, &key, stat.bytes, asked(&headers, stat.bytes)).await?;
    let fixed: [(HeaderName, HeaderValue); 5] = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind.mime())),
        (header::ACCEPT_RANGES, HeaderValue::from_static("bytes")),
        (header::CACHE_CONTROL, if public { PUBLIC } else { PRIVATE }),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    for (name, value) in fixed {
        response.headers_mut().insert(name, value);
    }
    Ok(response)
}

/// Whether the viewer may hear it, by any recording that has this sound.
async fn reaches(cx: &Cx, key: &Key) -> Result<Reach> {
    let mut best = Reach::Not;
    for hash in store::hashes_of(&cx.portal.db, key.as_str()).await? {
        match serve::reaches_of(cx, &hash).await? {
            Reach::Public => return Ok(Reach::Public),
            Reach::Viewer => best = Reach::Viewer,
            Reach::Not => {}
        }
    }
    Ok(best)
}

/// What was asked for of so many bytes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    All,
    Part(Range<u64>),
    /// Nothing of that is there.
    Beyond,
}

/// One range in bytes (RFC 9110, 14.1.2). Several at once, and what is no range, are answered with everything.
pub(crate) fn asked(headers: &HeaderMap, bytes: u64) -> Asked {
    let said = headers.get(header::RANGE).and_then(|range| range.to_str().ok()?.strip_prefix("bytes="));
    let Some((from, to)) = said.and_then(|range| range.trim().split_once('-')) else { return Asked::All };
    let range = match (from.parse::<u64>(), to.parse::<u64>()) {
        (Ok(from), Ok(to)) if from <= to => from..bytes.min(to.saturating_add(1)),
        (Ok(from), Err(_)) if to.is_empty() => from..bytes,
        (Err(_), Ok(last)) if from.is_empty() => bytes.saturating_sub(last)..bytes,
        _ => return Asked::All,
    };
    if range.is_empty() { Asked::Beyond } else { Asked::Part(range) }
}

async fn piece(cx: &Cx, key: &Key, bytes: u64, asked: Asked) -> Result<Response> {
    let (status, range) = match asked {
        Asked::All => (StatusCode::OK, 0..bytes),
        Asked::Part(range) => (StatusCode::PARTIAL_CONTENT, range),
        Asked::Beyond => {
            return Ok((StatusCode::RANGE_NOT_SATISFIABLE, [(header::CONTENT_RANGE, format!("bytes */{bytes}"))])
                .into_response());
        }
    };
    let body = cx.portal.files.get_part(key, range.clone()).await.map_err(|error| Error::Internal(error.into()))?;
    let mut response = (status, body.ok_or(Error::NotFound)?).into_response();
    if status == StatusCode::PARTIAL_CONTENT
        && let Ok(said) = HeaderValue::try_from(format!("bytes {}-{}/{bytes}", range.start, range.end - 1))
    {
        response.headers_mut().insert(header::CONTENT_RANGE, said);
    }
    Ok(response)
}
