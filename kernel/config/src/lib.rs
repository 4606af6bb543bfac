//! The settings of one installation and where each came from: defaults, then a TOML file, then `DZALEKA_…` in the
//! environment, then flags.
//!
//! Every setting is one line of the table in `keys.rs`; what a setting does belongs in the room that reads it.
//! The TOML is read with `toml` itself because it knows the line of each value.

mod error;
mod file;
mod keys;
mod load;
mod origin;
mod read;
mod secret;
mod settings;
mod show;
#[cfg(test)]
mod tests;

pub use error::{ConfigError, Problem};
pub use load::{Loaded, Sources, load};
pub use origin::Origin;
pub use secret::{Secret, hide_password};
pub use settings::{LogFormat, S3, Settings, Sms};
pub use show::{Row, reference, to_toml};
