//! The reading side: lists, one story, series, feeds, what machines and previews read.

mod atom;
mod beside;
mod feed;
mod filters;
mod json;
mod list;
mod metas;
mod offer;
mod record;
mod series;
mod share;
mod show;
mod structured;
mod telling;

#[cfg(test)]
pub(crate) use filters::Filters;
#[cfg(test)]
pub(crate) use record::SCHEMA;

use axum::extract::{Path, rejection::PathRejection};
use web::{Access, Route};

type Asked = std::result::Result<Path<String>, PathRejection>;

/// The routes of the reading side.
pub(crate) fn routes() -> Vec<Route> {
    let anyone = Access::AnyoneSeesPublic;
    vec![
        Route::get("/stories", anyone, list::show),
        Route::get("/stories/feed.atom", anyone, atom::show),
        Route::get("/stories/feed.json", anyone, json::show),
        Route::get("/stories/record.schema.json", Access::Anyone, record::schema),
        Route::get("/stories/series/{slug}", anyone, series::show),
        Route::get("/stories/{slug}", anyone, show::show),
        Route::get("/stories/{slug}/share.jpg", anyone, share::show),
    ]
}
