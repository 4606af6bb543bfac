//! The pages of this room: telling (`tell`), one's own stories (`own`), the paper code (`paper`), the editors' desk (`desk`).

pub(crate) mod consenting;
pub(crate) mod desk;
mod erasing;
pub(crate) mod media;
pub(crate) mod own;
pub(crate) mod paper;
pub(crate) mod reading;
mod shown;
pub(crate) mod tell;
pub(crate) mod typed;
mod words;

use axum::{Form, extract::Path, extract::rejection::FormRejection, extract::rejection::PathRejection};
use basics::Capability;
use serde::Deserialize;
use web::{Access, Route};

use crate::{Text, deeds::Refusal};

pub(crate) type Asked = std::result::Result<Path<String>, PathRejection>;
pub(crate) type Asked2 = std::result::Result<Path<(String, String)>, PathRejection>;
pub(crate) type Sent<T> = std::result::Result<Form<T>, FormRejection>;

/// The routes of the writing side.
pub(crate) fn routes() -> Vec<Route> {
    let (own, desk, anyone) = (Access::Own, Access::May(Capability::Edit), Access::AnyoneSeesPublic);
    vec![
        Route::get("/stories/tell", own, tell::ask),
        Route::post("/stories/tell", own, tell::send),
        Route::get("/me/stories", own, own::list::show),
        Route::get("/me/stories/{id}", own, own::one::show),
        Route::post("/me/stories/{id}", own, own::one::submit),
        Route::get("/me/stories/{id}/agree", own, own::agree::ask),
        Route::post("/me/stories/{id}/agree", own, own::agree::agree),
        Route::get("/me/stories/{id}/withdraw", own, own::withdraw::ask),
        Route::post("/me/stories/{id}/withdraw", own, own::withdraw::withdraw),
        Route::get("/me/stories/{id}/text", own, own::text::ask),
        Route::post("/me/stories/{id}/text", own, own::text::save),
        Route::post("/me/stories/{id}/preview", own, own::text::preview),
        Route::get("/me/stories/{id}/pieces", own, own::pieces::ask),
        Route::post("/me/stories/{id}/pieces", own, own::pieces::save),
        Route::get("/me/stories/{id}/translate/{lang}", own, own::translate::ask),
        Route::post("/me/stories/{id}/translate/{lang}", own, own::translate::save),
        Route::get("/me/stories/{id}/media/{key}", own, media::own),
        Route::get("/stories/code", anyone, paper::ask),
        Route::post("/stories/code", anyone, paper::act),
        Route::get("/stories/code/media/{look}/{key}", anyone, media::by_paper),
        Route::get("/desk/stories", desk, desk::queue::show),
        Route::post("/desk/stories", desk, desk::queue::begin),
        Route::get("/desk/stories/{id}", desk, desk::one::show),
        Route::post("/desk/stories/{id}", desk, desk::one::act),
        Route::get("/desk/stories/{id}/read", desk, desk::read::show),
        Route::get("/desk/stories/{id}/correct", desk, desk::correct::ask),
        Route::post("/desk/stories/{id}/correct", desk, desk::correct::save),
        Route::post("/desk/stories/{id}/people", desk, desk::people::add),
        Route::get("/desk/stories/{id}/people/{subject}", desk, desk::people::ask),
        Route::post("/desk/stories/{id}/people/{subject}", desk, desk::people::save),
        Route::post("/desk/stories/{id}/people/{subject}/paper", desk, desk::sheet::print),
    ]
}

/// What was just done, for the note above a page.
#[derive(Deserialize, Default)]
pub(crate) struct Done {
    #[serde(default)]
    pub done: String,
}

impl Done {
    pub fn words(&self, t: Text) -> Option<&'static str> {
        t.by_key(&format!("done_{}", self.done))
    }
}

/// Why something was not done, as readers are told.
pub(crate) fn refused(t: Text, refusal: &Refusal) -> String {
    match refusal {
        Refusal::NotNow => t.refused_not_now().to_owned(),
        Refusal::Changed => t.refused_changed().to_owned(),
        Refusal::Twice => t.refused_twice().to_owned(),
        Refusal::NotSmall => t.refused_not_small().to_owned(),
        Refusal::Full => t.refused_full().to_owned(),
        Refusal::Missing(_) => t.refused_missing().to_owned(),
    }
}
