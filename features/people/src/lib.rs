//! People and organisations: the directory and its pages.
//!
//! A person is read through [`Person::seen_by`] and in no other way: the audience of each field is applied there.

mod fields;
mod finding;
mod freshness;
mod organisations;
mod own;
mod pages;
mod person;
mod pictures;
mod plugs;
mod protection;
mod said;
mod seen;
mod state;
pub mod store;
mod terms;
#[cfg(test)]
mod tests;
pub mod vocabulary;
pub mod works;
mod text {
    words::include_text!();
}

pub use fields::{Fields, Hours, Kind, Link, Part, Picture, Place, Shown, Spoken};
pub use freshness::{remind, rest};
pub use organisations::{Standing, look_after_organisations};
pub use pages::filters::Filters;
pub use person::Person;
pub use protection::lift_protection;
pub use said::{Said, Writing, kinds};
pub use seen::Seen;
pub use state::State;
pub use text::{COVERAGE, Text};
pub use works::Work;

use std::sync::Arc;

use basics::Capability;
use feature::Feature;
use web::{Access, Route};

/// The topic under which this room announces changes.
pub const TOPIC: &str = "people";

pub fn feature() -> Feature {
    Feature::new("people")
        .open(Arc::new(media::Posters::default()))
        .routes(routes())
        .routes(organisations::routes())
        .open(organisations::senders())
        .waiting(organisations::waiting::Keeping)
        // Words first: people are written into the index with what is known of words.
        .search(plugs::words::Words)
        .search(plugs::search::Found)
        .waiting(plugs::waiting::StillRight)
        .cards(plugs::cards::Cards)
        .faces(plugs::faces::Directory)
        .belongings(organisations::belongings::Beside)
        .belongings(plugs::belongings::Profile)
        .listing(plugs::listing::Addresses { kind: Kind::Person })
        .listing(plugs::listing::Addresses { kind: Kind::Organisation })
        .listing(plugs::works_listing::Works)
        .portable(plugs::portable::Folders)
}

fn routes() -> Vec<Route> {
    let mut routes = vec![
        Route::get("/people", Access::AnyoneSeesPublic, pages::list::people),
        Route::get("/people/{handle}", Access::AnyoneSeesPublic, pages::show::person),
        Route::get("/find", Access::AnyoneSeesPublic, pages::find::show),
        Route::get("/desk/words", Access::May(Capability::Curate), pages::desk_words::show),
        Route::get("/desk/words/word", Access::May(Capability::Curate), pages::desk_word::show),
        Route::post("/desk/words/word", Access::May(Capability::Curate), pages::desk_word::settle),
        Route::get("/vocabulary/suggest", Access::Anyone, pages::suggest::show),
        Route::get("/organisations", Access::AnyoneSeesPublic, pages::list::organisations),
        Route::get("/organisations/{handle}", Access::AnyoneSeesPublic, pages::show::organisation),
    ];
    routes.extend(pictures::routes());
    routes.extend(works::pages::routes());
    routes.extend(own::routes());
    routes
}
