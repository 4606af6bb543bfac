//! Taking one's data along, leaving, what becomes of accounts nobody uses, and what is held at all.

mod cast;
mod download;
mod erasing;
mod going;
mod holdings;
mod listing;
mod log;
mod retention;
