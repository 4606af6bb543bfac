//! The few nouns every room speaks: ids, time, who may see what, languages, folding, limits.
//!
//! No I/O, no SQL, no HTTP. What only one room needs belongs in that room.

mod audience;
mod clock;
mod fold;
mod hex;
mod id;
mod lang;
pub mod limits;
mod look_alike;
mod slug;
mod standing;
#[cfg(test)]
mod tests;
mod tidy;
mod viewer;

pub use audience::Audience;
pub use clock::{At, Clock, ManualClock, SystemClock};
pub use fold::{fold, fold_name, words};
pub use hex::hex;
pub use id::Id;
pub use lang::Lang;
pub use look_alike::look_alike;
pub use slug::{says_nothing, slug};
pub use standing::{Capability, Level, Role, Roles};
pub use tidy::{tidy_line, tidy_text};
pub use viewer::{Member, PersonKey, Viewer};
