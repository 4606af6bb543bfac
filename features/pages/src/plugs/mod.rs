//! How pages appear in other rooms.

pub mod cards;
pub mod listing;
pub mod portable;
pub mod search;
