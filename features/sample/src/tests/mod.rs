//! The sample is whole, dignified and always the same.

mod community;
mod dirty;
mod drawings;
mod stories;
mod synthetic;
