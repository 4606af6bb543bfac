//! The invented community: nobody here has ever lived, and every text was written for this portal.
//!
//! Strengths first. Nothing on origin, faith, family or the way anybody came: the portal has no field for them.

mod abroad;
mod builders;
mod cloth;
mod images;
mod learning;
mod makers;
mod newcomers;
mod organisations;
mod sound;
mod table;

use crate::{SampleOrganisation, SamplePerson};

/// Everybody of the sample, in a fixed order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Community {
    pub people: Vec<SamplePerson>,
    pub organisations: Vec<SampleOrganisation>,
}

/// The invented community, always the same.
pub fn community() -> Community {
    let groups = [
        makers::people,
        cloth::people,
        sound::people,
        builders::people,
        images::people,
        table::people,
        learning::people,
        abroad::people,
        newcomers::people,
    ];
    let people = groups.into_iter().flat_map(|people| people()).collect();
    Community { people, organisations: organisations::organisations() }
}

/// What every file of people writes with.
mod words {
    pub use crate::{
        draw::{Head, Look, Motif, Palette},
        person::{
            Level::{Basic, Fluent, Good, Native},
            Relation::{DiasporaBorn, FormerResident, Friend, HostCommunity},
            SamplePerson, person, picture, text,
        },
    };
}
