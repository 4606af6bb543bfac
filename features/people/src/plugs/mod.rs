//! How people appear in other rooms.

pub(crate) mod belongings;
pub(crate) mod cards;
pub(crate) mod faces;
pub(crate) mod listing;
pub(crate) mod portable;
pub(crate) mod search;
pub(crate) mod waiting;
pub(crate) mod words;
pub(crate) mod works_listing;
