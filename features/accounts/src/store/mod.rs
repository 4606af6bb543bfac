//! Every SQL statement about accounts, by table.

pub mod accounts;
pub mod attempts;
pub mod codes;
pub mod devices;
pub mod helped;
pub mod recoveries;
pub mod sessions;
pub mod tickets;
