//! `/.well-known/security.txt` (RFC 9116): where to tell of a weakness.

use axum::response::Response;
use basics::{At, Lang};
use web::Cx;

use crate::file::{DAY, file};

pub async fn show(cx: Cx) -> Response {
    let base = &cx.portal.site.base_url;
    let langs = Lang::ALL.map(Lang::tag).join(", ");
    let text = format!(
        "Contact: {base}/contact\nExpires: {}\nPreferred-Languages: {langs}\nCanonical: {base}/.well-known/security.txt\n",
        expires(cx.now).rfc3339(),
    );
    file("text/plain; charset=utf-8", DAY, text)
}

/// The first of this month, one year on: less than a year away, as the standard asks, and the same all month.
fn expires(now: At) -> At {
    let today = now.timestamp().to_zoned(jiff::tz::TimeZone::UTC).date();
    At::midnight(today.first_of_month().saturating_add(jiff::Span::new().years(1)))
}
