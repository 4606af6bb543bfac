//! How people appear in other rooms.

pub(crate) mod cards;
pub(crate) mod listing;
pub(crate) mod portable;
pub(crate) mod search;
