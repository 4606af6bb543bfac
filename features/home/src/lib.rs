//! Home: what this portal is, and the first steps to someone. It knows no room: what it shows, rooms plug in.

mod crafts;
mod front;
mod listing;
#[cfg(test)]
mod tests;
mod text {
    words::include_text!();
}

pub use text::{COVERAGE, Text};

use feature::Feature;
use web::{Access, Route};

pub fn feature() -> Feature {
    Feature::new("home").routes(vec![Route::get("/", Access::AnyoneSeesPublic, front::show)]).listing(listing::Doors)
}
