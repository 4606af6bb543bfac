//! The sample is whole, dignified and always the same.

mod community;
mod dirty;
mod drawings;
mod synthetic;
