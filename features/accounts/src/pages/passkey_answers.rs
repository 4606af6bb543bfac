//! What scripts send and get while a passkey is made or used: JSON, never kept.

use axum::{
    body::Bytes,
    extract::rejection::BytesRejection,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use web::{Cx, Error, Result};
use webauthn_rs::Webauthn;

use crate::passkey::{self, Reply};

/// # Errors
/// [`Error::NotFound`] where the portal has no name that passkeys can be bound to.
pub(crate) fn portal(cx: &Cx) -> Result<Webauthn> {
    passkey::portal(&cx.portal.site).ok_or(Error::NotFound)
}

/// Reads what a script sends back.
///
/// # Errors
/// [`Error::TooMuch`] and [`Error::Malformed`].
pub(crate) fn reply<T: DeserializeOwned>(body: std::result::Result<Bytes, BytesRejection>) -> Result<Reply<T>> {
    let body = body.map_err(|refused| match refused.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Error::TooMuch,
        _ => Error::Malformed,
    })?;
    serde_json::from_slice(&body).map_err(|_| Error::Malformed)
}

pub(crate) fn json(answer: &Value) -> Response {
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];
    (headers, answer.to_string()).into_response()
}

/// Where the script goes on.
pub(crate) fn go(to: &str) -> Response {
    json(&json!({ "to": to }))
}

/// The same for every reason: unknown, used before, too late, not signed by it.
pub(crate) fn refused() -> Response {
    said("")
}

/// A refusal with words of its own, for what was typed beside.
pub(crate) fn said(words: &str) -> Response {
    let mut answer = json(&json!({ "refused": words }));
    *answer.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    answer
}
