//! Cookies: their names, how they are read and how they are set (safety.md, *Web*).

use std::fmt::Write;

use axum::http::{HeaderMap, HeaderValue, header};

pub const SESSION: &str = "session";
/// While a helper acts for somebody.
pub const ACTING: &str = "acting";
/// Names a phone on which somebody signed in before.
pub const DEVICE: &str = "device";
/// Binds the forms of somebody who is not signed in to their browser.
pub const VISIT: &str = "visit";

/// `__Host-session` where the portal is reached by https, so that no other host can set it; `session` on this machine.
pub fn name(name: &str, secure: bool) -> String {
    if secure { format!("__Host-{name}") } else { name.to_owned() }
}

/// The value of a cookie.
pub fn read<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .find_map(|pair| {
            let (key, value) = pair.trim().split_once('=')?;
            (key == name).then_some(value)
        })
}

/// A `Set-Cookie` that no script can read. `seconds` to live; without, it goes when the browser closes.
pub fn set(kind: &str, value: &str, secure: bool, seconds: Option<i64>) -> HeaderValue {
    let mut cookie = format!("{}={value}; Path=/; HttpOnly; SameSite=Lax", name(kind, secure));
    if secure {
        cookie.push_str("; Secure");
    }
    if let Some(seconds) = seconds {
        write!(cookie, "; Max-Age={seconds}").unwrap_or_default();
    }
    HeaderValue::try_from(cookie).unwrap_or(HeaderValue::from_static(""))
}

/// Makes the browser forget a cookie.
pub fn forget(kind: &str, secure: bool) -> HeaderValue {
    set(kind, "", secure, Some(0))
}
