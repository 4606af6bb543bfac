//! The pages of this room: lists and profiles.

pub(crate) mod card;
pub(crate) mod contact_card;
pub(crate) mod desk_word;
pub(crate) mod desk_words;
pub(crate) mod filters;
pub(crate) mod find;
pub(crate) mod list;
pub(crate) mod offer;
pub(crate) mod show;
pub(crate) mod structured;
pub(crate) mod suggest;
