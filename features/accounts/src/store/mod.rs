//! Every SQL statement about accounts, by table.

pub mod accounts;
pub mod attempts;
pub(crate) mod belongings;
pub mod claims;
pub mod codes;
pub mod confirmations;
pub mod contacts;
pub mod devices;
pub mod erasures;
pub mod helped;
pub mod leaving;
pub mod passkeys;
pub mod recoveries;
pub mod sessions;
pub mod tickets;
pub mod vouches;
