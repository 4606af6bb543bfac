//! Forms of other sites are refused by what browsers say about where a request comes from (safety.md, *CSRF*).

use axum::http::{HeaderMap, Method, Uri, header};

/// Where a request comes from that may change something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum From {
    /// One of this portal's own pages, or no page at all.
    Here,
    Elsewhere,
    /// The browser does not say: the form must carry its token.
    Unsaid,
}

/// What the browser says about where a request comes from.
///
/// `Sec-Fetch-Site` decides where a browser sends it; without it `Origin` must name this host.
pub(crate) fn from(method: &Method, uri: &Uri, headers: &HeaderMap) -> From {
    if method.is_safe() {
        return From::Here;
    }
    if let Some(site) = headers.get("sec-fetch-site") {
        return if site == "same-origin" || site == "none" { From::Here } else { From::Elsewhere };
    }
    let text = |name| headers.get(name).and_then(|value: &axum::http::HeaderValue| value.to_str().ok());
    // HTTP/2 names the host in the address.
    let host = text(header::HOST).or_else(|| uri.authority().map(|authority| authority.as_str()));
    match (text(header::ORIGIN), host) {
        (Some(origin), Some(host)) if origin.split_once("://").is_some_and(|(_, from)| from == host) => From::Here,
        (None, _) => From::Unsaid,
        _ => From::Elsewhere,
    }
}
