//! Feeds: what machines read. Sitemap, robots, OpenSearch, security.txt, Atom and JSON Feed. It knows no room: what it
//! lists, rooms plug in.

mod atom;
mod file;
mod json;
mod news;
mod opensearch;
mod robots;
mod security;
mod sitemap;
#[cfg(test)]
mod tests;
mod text {
    words::include_text!();
}

pub use text::{COVERAGE, Text};

use std::sync::Arc;

use feature::Feature;
use web::{Access, Cx, Route};

pub fn feature() -> Feature {
    let parts = Arc::new(sitemap::Parts::default());
    let sitemap = move |cx: Cx, asked| sitemap::show(cx, asked, Arc::clone(&parts));
    Feature::new("feeds").routes(vec![
        Route::get("/sitemap.xml", Access::AnyoneSeesPublic, sitemap),
        Route::get("/robots.txt", Access::Anyone, robots::show),
        Route::get("/opensearch.xml", Access::Anyone, opensearch::show),
        Route::get("/.well-known/security.txt", Access::Anyone, security::show),
        Route::get("/feed.atom", Access::AnyoneSeesPublic, atom::show),
        Route::get("/feed.json", Access::AnyoneSeesPublic, json::show),
    ])
}
