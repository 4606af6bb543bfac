//! A text for machines, with its type and how long it may be kept.

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};

/// What follows the people who are shown: five minutes.
pub const SHORT: HeaderValue = HeaderValue::from_static("public, max-age=300");
/// What only changes with the program: a day.
pub const DAY: HeaderValue = HeaderValue::from_static("public, max-age=86400");

pub fn file(kind: &'static str, cache: HeaderValue, text: String) -> Response {
    ([(header::CONTENT_TYPE, HeaderValue::from_static(kind)), (header::CACHE_CONTROL, cache)], text).into_response()
}
