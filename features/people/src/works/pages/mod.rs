//! The pages of works: those on which owners make them, one thing a page, and those everybody sees.

mod credits;
mod facts;
mod licence;
mod link;
mod list;
mod my_credits;
mod new;
mod one;
mod people;
mod picture;
mod publish;
mod remove;
mod show;
pub(crate) mod step;
mod structured;
mod text;
mod title;

use web::{Access::AnyoneSeesPublic, Access::Own, Route};

/// Every address of works.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/people/{handle}/works", AnyoneSeesPublic, show::all_of_person),
        Route::get("/people/{handle}/works/{slug}", AnyoneSeesPublic, show::of_person),
        Route::get("/organisations/{handle}/works", AnyoneSeesPublic, show::all_of_organisation),
        Route::get("/organisations/{handle}/works/{slug}", AnyoneSeesPublic, show::of_organisation),
        Route::get("/me/works", Own, list::show),
        Route::post("/me/works/order", Own, list::order),
        Route::get("/me/works/new", Own, new::ask),
        Route::post("/me/works/new", Own, new::add),
        Route::get("/me/works/{id}", Own, one::show),
        Route::get("/me/works/{id}/title", Own, title::ask),
        Route::post("/me/works/{id}/title", Own, title::save),
        Route::get("/me/works/{id}/picture", Own, picture::ask),
        Route::post("/me/works/{id}/picture", Own, picture::save),
        Route::get("/me/works/{id}/link", Own, link::ask),
        Route::post("/me/works/{id}/link", Own, link::save),
        Route::get("/me/works/{id}/text", Own, text::ask),
        Route::post("/me/works/{id}/text", Own, text::save),
        Route::get("/me/works/{id}/people", Own, people::ask),
        Route::post("/me/works/{id}/people", Own, people::save),
        Route::get("/me/works/{id}/facts", Own, facts::ask),
        Route::post("/me/works/{id}/facts", Own, facts::save),
        Route::get("/me/works/{id}/licence", Own, licence::ask),
        Route::post("/me/works/{id}/licence", Own, licence::save),
        Route::get("/me/works/{id}/credits", Own, credits::ask),
        Route::post("/me/works/{id}/credits", Own, credits::save),
        Route::get("/me/works/{id}/publish", Own, publish::ask),
        Route::post("/me/works/{id}/publish", Own, publish::save),
        Route::get("/me/works/{id}/remove", Own, remove::ask),
        Route::post("/me/works/{id}/remove", Own, remove::save),
        Route::get("/me/credits", Own, my_credits::show),
        Route::post("/me/credits", Own, my_credits::answer),
    ]
}
