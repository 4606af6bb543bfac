//! Pictures as somebody sends them who means harm, or whose phone does: damaged, too large, dressed up, full of what is
//! nobody's business. Always the same for the same number.

mod bytes;
mod metadata;
mod seeds;
mod sizes;

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// Stands in all metadata, and in everything that is hidden behind a picture: it must not come out again.
pub const CANARY: &str = "Zmkanari";

/// One such picture.
pub struct Hostile {
    /// What was done to it.
    pub kind: &'static str,
    pub bytes: Vec<u8>,
}

type Maker = fn(&mut ChaCha8Rng) -> Vec<u8>;

const KINDS: [(&str, Maker); 18] = [
    ("whole", bytes::whole),
    ("cut off", bytes::cut_off),
    ("some bytes changed", bytes::changed),
    ("some bytes lost", bytes::lost),
    ("some bytes twice", bytes::twice),
    ("noise behind a beginning", bytes::noise),
    ("something else", bytes::something_else),
    ("two kinds at once", bytes::two_kinds),
    ("claims to be huge", sizes::claims),
    ("is huge when opened", sizes::bomb),
    ("thin and long", sizes::thin),
    ("scans without end", sizes::scans),
    ("EXIF", metadata::exif),
    ("XMP and comments", metadata::xmp),
    ("a colour profile", metadata::profile),
    ("PNG chunks", metadata::chunks),
    ("WebP chunks", metadata::riff),
    ("metadata, then damaged", metadata::damaged),
];

/// The picture with this number.
pub fn hostile(number: u64) -> Hostile {
    let (kind, make) = KINDS[(number % KINDS.len() as u64) as usize];
    Hostile { kind, bytes: make(&mut ChaCha8Rng::seed_from_u64(number)) }
}

/// A number below `end`; 0 when there is none.
fn below(random: &mut ChaCha8Rng, end: usize) -> usize {
    if end == 0 { 0 } else { random.random_range(0..end) }
}
