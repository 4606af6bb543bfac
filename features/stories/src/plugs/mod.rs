//! How stories appear in other rooms.

pub(crate) mod belongings;
pub(crate) mod cards;
pub(crate) mod listing;
pub(crate) mod portable;
pub(crate) mod search;
pub(crate) mod waiting;

use basics::At;

/// What asks here has no clock. Nothing stays written down after its time: the job that ends consents takes it out.
const AS_WRITTEN: At = At(0);
