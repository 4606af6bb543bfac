//! The sample is whole, dignified and always the same.

mod community;
mod drawings;
mod synthetic;
