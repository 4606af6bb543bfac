//! The editors' desk.

pub(crate) mod correct;
pub(crate) mod one;
pub(crate) mod people;
pub(crate) mod queue;
pub(crate) mod read;
pub(crate) mod sheet;
