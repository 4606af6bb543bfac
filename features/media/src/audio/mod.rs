//! Sound recordings: taken as they come within limits, freed of everything that is not sound, kept by content hash,
//! served in pieces. They are not made smaller: see decision 0015.

mod m4a;
mod mp3;
mod ogg;
mod recording;
mod serve;
mod sound;
mod store;
mod wav;

pub use recording::{Recording, keep_sound};
pub(crate) use serve::routes;
pub use sound::{Kind, Sound, SoundRefused, sound};
pub use store::{find_sound_in, insert_sound, recordings};
pub(crate) use store::{let_one_go, sweep};
