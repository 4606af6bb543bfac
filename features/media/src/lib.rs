//! Pictures: cut to the sizes we show, freed of everything but pixels, kept by content hash, served unchanging.
//! Who may see a picture is the business of the room whose thing it shows.

mod colour;
mod cut;
mod decode;
mod encode;
mod picture;
mod refused;
mod size;

#[cfg(test)]
mod tests;

pub use cut::{Cut, Made, cut};
pub use picture::{Format, Picture, Rendition, src};
pub use refused::Refused;
