//! Every SQL statement about what organisations have beside their page.

pub(crate) mod held;
