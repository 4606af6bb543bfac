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
mod sound;
pub(crate) mod step;
mod structured;
mod text;
mod title;

use web::{Access::AnyoneSeesPublic, Access::Own, Route};

/// The addresses by which works are edited, below one's own place or below the page of an organisation.
macro_rules! editing {
    ($base:literal) => {
        vec![
            Route::get($base, Own, list::show),
            Route::post(concat!($base, "/order"), Own, list::order),
            Route::get(concat!($base, "/new"), Own, new::ask),
            Route::post(concat!($base, "/new"), Own, new::add),
            Route::get(concat!($base, "/{id}"), Own, one::show),
            Route::get(concat!($base, "/{id}/title"), Own, title::ask),
            Route::post(concat!($base, "/{id}/title"), Own, title::save),
            Route::get(concat!($base, "/{id}/picture"), Own, picture::ask),
            Route::post(concat!($base, "/{id}/picture"), Own, picture::save),
            Route::get(concat!($base, "/{id}/sound"), Own, sound::ask),
            Route::post(concat!($base, "/{id}/sound"), Own, sound::save),
            Route::get(concat!($base, "/{id}/link"), Own, link::ask),
            Route::post(concat!($base, "/{id}/link"), Own, link::save),
            Route::get(concat!($base, "/{id}/text"), Own, text::ask),
            Route::post(concat!($base, "/{id}/text"), Own, text::save),
            Route::get(concat!($base, "/{id}/people"), Own, people::ask),
            Route::post(concat!($base, "/{id}/people"), Own, people::save),
            Route::get(concat!($base, "/{id}/facts"), Own, facts::ask),
            Route::post(concat!($base, "/{id}/facts"), Own, facts::save),
            Route::get(concat!($base, "/{id}/licence"), Own, licence::ask),
            Route::post(concat!($base, "/{id}/licence"), Own, licence::save),
            Route::get(concat!($base, "/{id}/credits"), Own, credits::ask),
            Route::post(concat!($base, "/{id}/credits"), Own, credits::save),
            Route::get(concat!($base, "/{id}/publish"), Own, publish::ask),
            Route::post(concat!($base, "/{id}/publish"), Own, publish::save),
            Route::get(concat!($base, "/{id}/remove"), Own, remove::ask),
            Route::post(concat!($base, "/{id}/remove"), Own, remove::save),
        ]
    };
}

/// Every address of works.
pub(crate) fn routes() -> Vec<Route> {
    let mut routes = vec![
        Route::get("/people/{handle}/works", AnyoneSeesPublic, show::all_of_person),
        Route::get("/people/{handle}/works/{slug}", AnyoneSeesPublic, show::of_person),
        Route::get("/organisations/{handle}/works", AnyoneSeesPublic, show::all_of_organisation),
        Route::get("/organisations/{handle}/works/{slug}", AnyoneSeesPublic, show::of_organisation),
        Route::get("/me/credits", Own, my_credits::show),
        Route::post("/me/credits", Own, my_credits::answer),
    ];
    routes.extend(editing!("/me/works"));
    routes.extend(editing!("/organisations/{handle}/page/works"));
    routes
}
