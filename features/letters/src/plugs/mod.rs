//! How this room appears in others.

pub(crate) mod belongings;
pub(crate) mod waiting;
