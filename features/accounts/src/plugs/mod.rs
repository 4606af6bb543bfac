//! How this room appears in others.

mod belongings;

pub(crate) use belongings::OwnAccount;
