//! What tests of every room lean on: stores on both engines, and a whole portal in a temporary folder.
//!
//! Only ever a dev-dependency. It knows no room; the rooms under test are handed in.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a fault here is a failed test

mod ask;
mod engines;
mod nothing;
mod portal;

pub use ask::{Answer, Ask};
pub use engines::{PostgresDatabase, on_both, postgres};
pub use nothing::Nothing;
pub use portal::{Opening, TestPortal};
