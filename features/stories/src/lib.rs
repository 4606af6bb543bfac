//! Stories: told with the people in them, withdrawn whenever they wish.
//!
//! A story is read through [`reading::find`] and [`reading::list`] and in no other way: what everybody in it agreed to is
//! applied there ([`rules`]).

pub mod blocks;
mod codes;
mod consent;
mod copies;
pub mod deeds;
mod edition;
mod names;
mod pages;
mod paper;
mod plugs;
pub mod reading;
pub mod ready;
mod role;
pub mod rules;
mod seat;
pub mod state;
pub mod store;
mod story;
mod subject;
mod telling;
mod telling_people;
#[cfg(test)]
mod tests;
mod text {
    words::include_text!();
}
mod work;

use feature::Feature;

pub use consent::{Consent, Giver, How, Term, Use};
pub use edition::{Content, Edition, Piece, Sound};
pub use names::Named;
pub use reading::{Found, Glance, Reading};
pub use role::{Part, Role};
pub use rules::Whole;
pub use state::State;
pub use story::{Form, Story, Theme, Told};
pub use subject::Subject;
pub use telling::{Telling, TellingState};
pub use text::{COVERAGE, Text};
pub use work::{ConsentEnds, CoolingOver, LookAfterStories, consent_ends, cooling_over, look_after, work};

/// The topic under which this room announces changes.
pub const TOPIC: &str = "stories";

/// The room.
pub fn feature() -> Feature {
    Feature::new("stories")
        .routes(pages::routes())
        .routes(pages::reading::routes())
        .search(plugs::search::Found)
        .cards(plugs::cards::Cards)
        .listing(plugs::listing::Addresses)
        .belongings(plugs::belongings::Stories)
        .waiting(plugs::waiting::Stories)
        .portable(plugs::portable::Folders)
}
