//! Uploads that survive cuts: tus 1.0.0 (tus.io/protocols/resumable-upload) with creation, creation-with-upload,
//! termination, expiration and checksum. An upload belongs to the person who began it; to others there is nothing.

mod answer;
mod append;
mod checksum;
mod create;
mod look;

use web::{Access, Route};

/// The version spoken.
const VERSION: &str = "1.0.0";
const EXTENSIONS: &str = "creation,creation-with-upload,termination,expiration,checksum";
/// What the body of a part says to be.
const BYTES: &str = "application/offset+octet-stream";

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::options("/uploads", Access::Anyone, look::abilities),
        Route::post("/uploads", Access::Own, create::create),
        // HEAD is asked as GET.
        Route::get("/uploads/{id}", Access::Own, look::offset),
        Route::patch("/uploads/{id}", Access::Own, append::append),
        Route::delete("/uploads/{id}", Access::Own, look::terminate),
        Route::post("/uploads/{id}", Access::Own, look::overridden),
    ]
}
