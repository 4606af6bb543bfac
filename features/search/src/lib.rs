//! Search: one box over everything the viewer may see. An index on each node follows the change feed and answers
//! other rooms through `plugs::Finder`. What is found is said by the rooms themselves (`plugs::SearchSource`).

mod ask;
mod finder;
mod follow;
mod index;
mod rebuild;
#[cfg(test)]
mod tests;

pub use follow::follow;
pub use index::{
    Index, Mark,
    check::{Report, check},
};
pub use rebuild::rebuild;
