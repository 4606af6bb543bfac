//! A page as its owner edits it: one thing a page, each with who may see it beside it; how much of it is shown, said once
//! in plain words; and how it looks to others. The same pages serve a person and those who keep an organisation's page.

mod audience;
mod editing;
mod pages;
mod part;
mod parts;
mod preset;
mod question;
mod typed;

pub(crate) use editing::Editing;
pub(crate) use part::Part;
pub(crate) use preset::Preset;
pub(crate) use question::{Choice, Question};
pub(crate) use typed::Typed;

use web::{Access, Route};

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/me/page", Access::Own, pages::list::list),
        Route::post("/me/page/confirm", Access::Own, pages::list::confirm),
        Route::get("/me/page/publication", Access::Own, pages::publication::ask),
        Route::post("/me/page/publication", Access::Own, pages::publication::decide),
        Route::get("/me/page/seen", Access::Own, pages::seen::seen),
        Route::get("/me/page/{part}", Access::Own, pages::edit::ask),
        Route::post("/me/page/{part}", Access::Own, pages::edit::save),
        // The same for an organisation, to those who edit its page.
        Route::get("/organisations/{handle}/page", Access::Own, pages::list::list),
        Route::post("/organisations/{handle}/page/confirm", Access::Own, pages::list::confirm),
        Route::get("/organisations/{handle}/page/publication", Access::Own, pages::publication::ask),
        Route::post("/organisations/{handle}/page/publication", Access::Own, pages::publication::decide),
        Route::get("/organisations/{handle}/page/seen", Access::Own, pages::seen::seen),
        Route::get("/organisations/{handle}/page/{part}", Access::Own, pages::edit::ask),
        Route::post("/organisations/{handle}/page/{part}", Access::Own, pages::edit::save),
    ]
}
