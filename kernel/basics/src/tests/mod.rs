//! Rules of the small nouns.

mod look_alike;
mod tidy;
