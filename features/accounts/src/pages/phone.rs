//! The phone a request comes from: its cookie, and what it is called in lists.

use axum::http::{HeaderMap, HeaderValue, header};
use basics::At;
use web::{Cx, cookies};

use crate::code;

/// How long a phone is known.
const KNOWN: i64 = 365 * At::DAY / 1000;

const BROWSERS: [(&str, &str); 8] = [
    ("OPR/", "Opera"),
    ("Opera Mini", "Opera Mini"),
    ("SamsungBrowser", "Samsung Internet"),
    ("UCBrowser", "UC Browser"),
    ("Edg", "Edge"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
];
const SYSTEMS: [(&str, &str); 7] = [
    ("KAIOS", "KaiOS"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
];

/// `Chrome, Android`: enough to know one's own phone again, too little to follow anybody by.
pub(crate) fn called(headers: &HeaderMap) -> String {
    let agent = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
    let first =
        |names: &[(&str, &'static str)]| names.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name);
    [first(&BROWSERS), first(&SYSTEMS)].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The token of a phone that was here before.
pub(crate) fn token(cx: &Cx, headers: &HeaderMap) -> Option<String> {
    cookies::read(headers, &cookies::name(cookies::DEVICE, cx.portal.site.secure())).map(str::to_owned)
}

/// The phone's token, or a new one, and the cookie that keeps it.
pub(crate) fn known(cx: &Cx, headers: &HeaderMap) -> (String, HeaderValue) {
    let token = token(cx, headers).unwrap_or_else(code::token);
    let cookie = cookies::set(cookies::DEVICE, &token, cx.portal.site.secure(), Some(KNOWN));
    (token, cookie)
}
