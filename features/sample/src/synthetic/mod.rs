//! Invented people without end, for measurements: streamed, cheap, always the same for the same seed.
//!
//! Names, crafts and languages are as unevenly spread as real ones; nobody has a picture.

mod group;
mod handles;
mod names;
mod pick;
mod profile;
mod stories;
mod texts;

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::{SampleOrganisation, SamplePerson};
pub use stories::{SyntheticStory, synthetic_stories};

use handles::Handles;
use names::Names;
use pick::Zipf;

/// How long before the given moment the first profiles were made, in days.
pub const SPREAD_DAYS: u32 = 3 * 365;
/// One entry in so many is an organisation (6 %).
const ORGANISATIONS: f64 = 0.06;

/// Somebody or some organisation of the synthetic community.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(clippy::large_enum_variant, reason = "nearly every entry is a person, and entries are not kept")]
pub enum SyntheticEntry {
    Person(SamplePerson),
    Organisation(SampleOrganisation),
}

/// An entry and its age.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntheticPerson {
    pub entry: SyntheticEntry,
    /// Days between the making of the profile and the moment of writing, below [`SPREAD_DAYS`].
    pub age_days: u32,
}

/// What the stream needs to make the next entry.
struct Maker {
    rng: ChaCha8Rng,
    names: Names,
    handles: Handles,
    crafts: Zipf,
}

impl Maker {
    fn new(seed: u64) -> Self {
        let crafts = Zipf::new(crate::CRAFTS.len());
        Self { rng: ChaCha8Rng::seed_from_u64(seed), names: Names::new(), handles: Handles::new(), crafts }
    }

    fn next(&mut self, nth: u64) -> SyntheticPerson {
        let age_days = self.rng.random_range(0..SPREAD_DAYS);
        let entry = if self.rng.random::<f64>() < ORGANISATIONS {
            SyntheticEntry::Organisation(self.organisation(nth))
        } else {
            SyntheticEntry::Person(self.person(nth))
        };
        SyntheticPerson { entry, age_days }
    }
}

/// `n` invented entries. The first of a longer stream are those of a shorter one with the same seed. Handles are
/// unique, also against [`crate::community`]; the stream keeps eight bytes for each name it has given out.
pub fn synthetic(n: u64, seed: u64) -> impl Iterator<Item = SyntheticPerson> {
    let mut maker = Maker::new(seed);
    (0..n).map(move |nth| maker.next(nth))
}
