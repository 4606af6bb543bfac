//! Bytes by the hash of their content, in a folder or an S3 bucket: written once, never changed.
//!
//! What the bytes mean, who may see them and when they are not needed any more belongs in the rooms (`media`).

mod error;
mod key;
mod open;
mod probe;
mod store;
#[cfg(test)]
mod tests;

pub use error::{Doing, Error, Why};
pub use key::Key;
pub use open::{Bucket, FilesSettings};
pub use store::{Files, Stat};
