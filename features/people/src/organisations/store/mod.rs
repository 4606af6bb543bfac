//! Every SQL statement about what organisations have beside their page, by table.

pub(crate) mod checks;
pub(crate) mod claims;
pub(crate) mod corrections;
pub(crate) mod held;
pub(crate) mod invitations;
pub(crate) mod members;
