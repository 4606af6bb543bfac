//! Pages: standing texts such as mission, help and rules. Those that come with the portal lie in `content/`; those a
//! community brings lie in the database and take their place.

mod content;
mod page;
mod pages {
    pub mod image;
    pub mod show;
}
mod pictures;
mod placed;
mod plugs;
mod shelf;
mod slug;
mod store;
#[cfg(test)]
mod tests;
mod text {
    words::include_text!();
}

pub use page::{Kept, Page, State};
pub use store::follow_all;
pub use text::{COVERAGE, Text};

use feature::Feature;
use web::{Access, Route};

/// The topic under which this room announces changes.
pub const TOPIC: &str = "pages";

pub fn feature() -> Feature {
    Feature::new("pages")
        .routes(vec![
            Route::get("/{slug}", Access::AnyoneSeesPublic, pages::show::show),
            Route::get("/images/{*path}", Access::AnyoneSeesPublic, pages::image::show),
        ])
        .search(plugs::search::Texts)
        .cards(plugs::cards::Cards)
        .listing(plugs::listing::Addresses)
        .portable(plugs::portable::Folders)
}
