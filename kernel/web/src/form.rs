//! Forms: the token that binds them to a browser, the key that makes a second sending harmless, the way on.

use std::sync::atomic::{AtomicBool, Ordering};

use axum::{
    body::{Body, to_bytes},
    http::{HeaderMap, Request, StatusCode, header},
    response::{IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use basics::At;
use db::{Tx, params};
use sha2::{Digest, Sha256};

use crate::{Error, Result, first_field};

/// The name of the field that carries the token.
const TOKEN: &str = "form";
/// How long a sent form is remembered.
pub const REMEMBERED: i64 = 7 * At::DAY;

/// What a key for one sending is a key of.
pub struct Once;

/// The cookie that forms of a browser are bound to, and whether a page made use of it.
#[derive(Debug, Default)]
pub(crate) struct Secret {
    pub text: String,
    used: AtomicBool,
}

impl Secret {
    pub fn new(text: String) -> Self {
        Self { text, used: AtomicBool::new(false) }
    }

    pub fn token(&self) -> String {
        self.used.store(true, Ordering::Relaxed);
        token(&self.text)
    }

    pub fn is_used(&self) -> bool {
        self.used.load(Ordering::Relaxed)
    }
}

/// What a form of this browser carries; says nothing about the cookie it is made from.
fn token(secret: &str) -> String {
    URL_SAFE_NO_PAD.encode(&Sha256::new().chain_update(b"dzaleka form\0").chain_update(secret).finalize()[..18])
}

/// The same for what a script sends: no page of another site can add a header of its own.
const TOKEN_HEADER: &str = "form-token";

/// Checks the token of a form, of a browser that does not say where requests come from. Returns the request as it was;
/// of a form with files only the beginning is read, where its token stands.
pub(crate) async fn checked(request: Request<Body>, secret: &str, most: usize) -> Result<Request<Body>> {
    let expected = token(secret);
    if request.headers().get(TOKEN_HEADER).is_some_and(|sent| sent == expected.as_str()) {
        return Ok(request);
    }
    if is_kind(request.headers(), "multipart/form-data") {
        return first_field::checked(request, TOKEN, &expected).await;
    }
    if !is_kind(request.headers(), "application/x-www-form-urlencoded") {
        return Err(Error::CrossSite);
    }
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, most).await.map_err(|_| Error::TooMuch)?;
    let carries = url::form_urlencoded::parse(&body).any(|(name, value)| name == TOKEN && value == expected.as_str());
    if carries { Ok(Request::from_parts(parts, Body::from(body))) } else { Err(Error::CrossSite) }
}

/// Whether a body says to be of this kind.
pub fn is_kind(headers: &HeaderMap, kind: &str) -> bool {
    let said = headers.get(header::CONTENT_TYPE).and_then(|said| said.to_str().ok()).unwrap_or_default();
    said.split(';').next().is_some_and(|said| said.trim().eq_ignore_ascii_case(kind))
}

/// What is wrong with a form: the field and what to do, in the reader's language, in the order of the fields.
#[derive(Clone, Debug, Default)]
pub struct Faults(Vec<(&'static str, String)>);

impl Faults {
    pub fn add(&mut self, field: &'static str, words: impl Into<String>) {
        self.0.push((field, words.into()));
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first fault of a field.
    pub fn of(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|(of, _)| *of == field).map(|(_, words)| words.as_str())
    }

    pub fn has(&self, field: &str) -> bool {
        self.of(field).is_some()
    }

    pub fn all(&self) -> &[(&'static str, String)] {
        &self.0
    }
}

/// Remembers in this transaction that a form was sent, and where its sender goes. When it was sent before: where its
/// sender went then; the caller changes nothing and sends them there again.
///
/// `form` is the key the page put into the form, bound by the caller to whoever sends it.
pub async fn sent(tx: &mut Tx, form: &str, location: &str, now: At) -> Result<Option<String>> {
    let key = URL_SAFE_NO_PAD.encode(Sha256::digest(form));
    let new = tx
        .exec(
            "INSERT INTO sent_forms (form, location, sent_at) VALUES ($1, $2, $3) ON CONFLICT (form) DO NOTHING",
            params![&key, location, now],
        )
        .await?;
    if new > 0 {
        return Ok(None);
    }
    Ok(Some(tx.one("SELECT location FROM sent_forms WHERE form = $1", params![&key], |row| row.get(0)).await?))
}

/// Forgets forms that were sent before `before`.
pub async fn forget_sent(tx: &mut Tx, before: At) -> Result<u64> {
    Ok(tx.exec("DELETE FROM sent_forms WHERE sent_at < $1", params![before]).await?)
}

/// Sends the reader on after a form (303), with or without cookies.
pub fn see_other(location: &str) -> Response {
    (StatusCode::SEE_OTHER, [(header::LOCATION, location), (header::CACHE_CONTROL, "no-store")]).into_response()
}

/// Only an address of this portal: a path that no browser reads as another host.
pub fn own_path(back: &str) -> bool {
    back.starts_with('/')
        && !back.starts_with("//")
        && !back.contains('\\')
        && back.bytes().all(|byte| byte.is_ascii_graphic())
}
