//! `/robots.txt`: everything may be read but endless lists of results.

use axum::response::Response;
use basics::Lang;
use web::{Cx, link};

use crate::file::{DAY, file};

const ENDLESS: [&str; 2] = ["/search", "/suggest"];

pub async fn show(cx: Cx) -> Response {
    let mut text = String::from("User-agent: *\n");
    for lang in Lang::ALL {
        for path in ENDLESS {
            text += &format!("Disallow: {}\n", link(lang, path));
        }
    }
    text += &format!("\nSitemap: {}/sitemap.xml\n", cx.portal.site.base_url);
    file("text/plain; charset=utf-8", DAY, text)
}
