//! Forms of other sites are refused by what browsers say about where a request comes from (safety.md, *CSRF*).

use axum::http::{HeaderMap, Method, header};

/// Whether a request that may change something comes from this portal's own pages.
///
/// `Sec-Fetch-Site` decides where a browser sends it; without it `Origin` must name this host. Old browsers send
/// neither: they may set what needs no session, since there is nothing to forge.
pub(crate) fn allowed(method: &Method, headers: &HeaderMap) -> bool {
    if method.is_safe() {
        return true;
    }
    if let Some(site) = headers.get("sec-fetch-site") {
        return site == "same-origin" || site == "none";
    }
    let text = |name| headers.get(name).and_then(|value: &axum::http::HeaderValue| value.to_str().ok());
    match (text(header::ORIGIN), text(header::HOST)) {
        (Some(origin), Some(host)) => origin.split_once("://").is_some_and(|(_, from)| from == host),
        (None, _) => !has_session(headers),
        _ => false,
    }
}

fn has_session(headers: &HeaderMap) -> bool {
    headers.get_all(header::COOKIE).iter().any(|value| value.as_bytes().windows(7).any(|part| part == b"session"))
}
