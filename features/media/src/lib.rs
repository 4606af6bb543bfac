//! Pictures: cut to the sizes we show, freed of everything but pixels, kept by content hash, served to whoever may see
//! them. Recordings, freed of everything but sound. Rooms say what they show and to whom ([`shown`]).

mod audio;
mod blur;
mod carry;
mod colour;
mod cut;
mod decode;
mod drawn;
mod encode;
mod follow;
mod header;
mod jpeg;
mod keep;
mod let_go;
mod ours;
mod picture;
mod png_rows;
mod pool;
mod poster;
mod refused;
mod serve;
mod shrink;
mod size;
mod store;
mod text {
    words::include_text!();
}
mod upload;
mod uses;

#[cfg(test)]
mod tests;

pub use audio::{Kind, Recording, Sound, SoundRefused, find_sound_in, insert_sound, keep_sound, recordings, sound};
pub use blur::{ACROSS, blur, squares_down};
pub use carry::carried;
pub use cut::{Cut, Made, cut};
pub use drawn::Drawn;
pub use follow::{followed, is_followed};
pub use keep::{hash, keep, put};
pub use let_go::{let_go, sweep};
pub use ours::is_ours;
pub use picture::{Format, Picture, Rendition, src};
pub use pool::cut_aside;
pub use poster::{Poster, Posters};
pub use refused::Refused;
pub use serve::{bytes, routes};
pub use store::{find, find_in, insert};
pub use text::COVERAGE;
pub use upload::{Declined, Offer, Received, Settings, feature, sweep_uploads, work};
pub use uses::{Use, first_shown, shown, uses};
