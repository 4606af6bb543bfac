//! What people send: forms that bring files, whole or resumed after a cut.

mod declined;
mod memory;
mod multipart;
mod offer;
mod received;

pub use declined::Declined;
pub use offer::Offer;
pub use received::Received;
