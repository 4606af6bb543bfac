//! The invented community: people and organisations that never lived, written and drawn for the first look at the
//! portal, and as many more as a measurement needs. Also folders with faults and pictures that mean harm, to test with.
//!
//! Nothing is stored here; who wants these people in a database reads them and writes them there.

mod community;
mod crafts;
mod dirty;
mod draw;
mod hostile;
mod organisation;
mod person;
mod seed;
mod stories;
mod synthetic;
#[cfg(test)]
mod tests;

pub use community::{Community, community};
pub use crafts::{CRAFTS, OPEN_TO};
pub use dirty::{Fault, dirty_site, faults};
pub use draw::{
    Drawing, Head, Look, Motif, PORTRAIT, Palette, Sign, WORK_LONG, WORK_SHORT, logo, portrait, sign, work,
    work_drawing,
};
pub use hostile::{CANARY, Hostile, hostile};
pub use organisation::{Hours, OrganisationKind, SampleOrganisation};
pub use person::{Kind, Level, Place, Relation, SamplePerson, SampleWork};
pub use stories::{SampleStory, SampleTelling, stories};
pub use synthetic::{SPREAD_DAYS, SyntheticEntry, SyntheticPerson, SyntheticStory, synthetic, synthetic_stories};
