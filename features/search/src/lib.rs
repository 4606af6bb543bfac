//! Search: one box over everything the viewer may see. An index on each node follows the change feed and answers
//! other rooms through `plugs::Finder`. What is found is said by the rooms themselves (`plugs::SearchSource`).

mod ask;
mod finder;
mod follow;
mod index;
mod pages;
mod rebuild;
mod text {
    words::include_text!();
}
#[cfg(test)]
mod tests;

pub use follow::follow;
pub use index::{
    Index, Mark,
    check::{Report, check},
};
pub use pages::Asked;
pub use rebuild::rebuild;
pub use text::COVERAGE;

use feature::Feature;
use web::{Access, Route};

pub fn feature() -> Feature {
    Feature::new("search").routes(vec![
        Route::get("/search", Access::AnyoneSeesPublic, pages::search::show),
        Route::get("/suggest", Access::AnyoneSeesPublic, pages::suggest::show),
    ])
}
