//! What is done with the pictures of a page: parts of them blurred, and one drawn to stand for the page elsewhere.

mod blur;
pub(crate) mod poster;

use web::{Access, Route};

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/people/{handle}/share.jpg", Access::AnyoneSeesPublic, poster::person),
        Route::get("/organisations/{handle}/share.jpg", Access::AnyoneSeesPublic, poster::organisation),
        Route::get("/me/pictures/{hash}/blur", Access::Own, blur::ask),
        Route::post("/me/pictures/{hash}/blur", Access::Own, blur::blur),
    ]
}
