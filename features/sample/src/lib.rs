//! The invented community: people and organisations that never lived, drawn and written for the first look at the
//! portal, and as many more as a measurement needs.

mod draw;
mod seed;

pub use draw::*;
