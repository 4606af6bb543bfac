//! SMS: how long a text may be, how it is spelt to fit, and where it goes.
//!
//! Wire formats of gateways differ and will be carriers of their own; until then there is a file, for development and
//! tests.

mod alphabet;
mod file;
mod length;

pub use file::File;
pub use length::{Alphabet, Plan, plan, spell};
