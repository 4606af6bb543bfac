//! Organisations beside their page: who runs them, who belongs to them, and whether what stands there is still right.

pub(crate) mod belongings;
mod standing;
mod store;

pub use standing::Standing;
