//! Forms of other sites are refused by what browsers say about where a request comes from (safety.md, *CSRF*).

use axum::http::{HeaderMap, Method, Uri, header};

/// Whether a request that may change something comes from this portal's own pages.
///
/// `Sec-Fetch-Site` decides where a browser sends it; without it `Origin` must name this host. Old browsers send
/// neither: they may set what needs no session, since there is nothing to forge.
pub(crate) fn allowed(method: &Method, uri: &Uri, headers: &HeaderMap) -> bool {
    if method.is_safe() {
        return true;
    }
    if let Some(site) = headers.get("sec-fetch-site") {
        return site == "same-origin" || site == "none";
    }
    let text = |name| headers.get(name).and_then(|value: &axum::http::HeaderValue| value.to_str().ok());
    // HTTP/2 names the host in the address.
    let host = text(header::HOST).or_else(|| uri.authority().map(|authority| authority.as_str()));
    match (text(header::ORIGIN), host) {
        (Some(origin), Some(host)) => origin.split_once("://").is_some_and(|(_, from)| from == host),
        (None, _) => !has_session(headers),
        _ => false,
    }
}

fn has_session(headers: &HeaderMap) -> bool {
    headers.get_all(header::COOKIE).iter().any(|value| value.as_bytes().windows(7).any(|part| part == b"session"))
}
