//! The room where folders come in and go out: it walks, reads, sorts and reports; what a document becomes is the
//! business of the room that takes it ([`plugs::Portable`]).

mod carried;
mod export;
mod folder;
mod gallery;
mod held;
mod import;
mod leaving;
mod lines;
mod meaning;
mod name;
mod origins;
mod pictures;
mod place;
mod private;
mod read;
mod report;
mod rooms;
mod walk;
mod words;

#[cfg(test)]
mod tests;

pub use export::{Exported, export};
pub use held::{Held, HeldRecord, follow_all, held};
pub use import::{Options, Progress, import};
pub use leaving::Imported;
pub use report::{FileReport, Report, Summary};
