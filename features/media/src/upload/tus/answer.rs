//! What every answer of the protocol carries.

use basics::{At, limits::AUDIO_BYTES};
use jiff::{Timestamp, fmt::rfc2822::DateTimePrinter};
use web::{
    Cx,
    axum::{
        http::{HeaderMap, HeaderValue, StatusCode, header},
        response::{IntoResponse, Response},
    },
};

use super::{EXTENSIONS, VERSION, checksum::ALGORITHMS};
use crate::upload::{Declined, store::Upload};

pub(super) fn plain(status: StatusCode) -> Response {
    let version = [("tus-resumable", VERSION)];
    (status, version, [(header::CACHE_CONTROL, "no-store")]).into_response()
}

/// What this server can do.
pub(super) fn abilities(status: StatusCode) -> Response {
    let mut response = plain(status);
    let headers = response.headers_mut();
    headers.insert("tus-version", HeaderValue::from_static(VERSION));
    headers.insert("tus-extension", HeaderValue::from_static(EXTENSIONS));
    headers.insert("tus-checksum-algorithm", HeaderValue::from_static(ALGORITHMS));
    headers.insert("tus-max-size", HeaderValue::from(AUDIO_BYTES));
    response
}

/// How far an upload has come and when it ends.
pub(super) fn state(status: StatusCode, upload: &Upload) -> Response {
    let mut response = plain(status);
    let headers = response.headers_mut();
    headers.insert("upload-offset", HeaderValue::from(upload.arrived));
    headers.insert("upload-length", HeaderValue::from(upload.bytes));
    if let Ok(ends) = HeaderValue::try_from(http_date(upload.ends_at)) {
        headers.insert("upload-expires", ends);
    }
    response
}

/// Why a file is not taken, in the reader's words.
pub(super) fn declined(cx: &Cx, declined: &Declined) -> Response {
    let mut response = plain(declined.status());
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    *response.body_mut() = declined.words(cx.lang).into();
    response
}

/// What to answer to a request that does not speak our version.
pub(super) fn misunderstood(headers: &HeaderMap) -> Option<Response> {
    let ours = headers.get("tus-resumable").is_some_and(|version| version == VERSION);
    (!ours).then(|| abilities(StatusCode::PRECONDITION_FAILED))
}

/// A header that is a number.
pub(super) fn number(headers: &HeaderMap, name: &str) -> Option<u64> {
    headers.get(name)?.to_str().ok()?.parse().ok()
}

/// As headers say times (RFC 9110): `Sat, 21 Nov 2026 08:00:00 GMT`.
fn http_date(at: At) -> String {
    let moment = Timestamp::from_millisecond(at.0).unwrap_or_default();
    DateTimePrinter::new().timestamp_to_rfc9110_string(&moment).unwrap_or_default()
}
