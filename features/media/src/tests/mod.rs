//! Pictures are made here, by rule, so that no real one is needed.

mod cutting;
mod house;
mod keeping;
mod made;
mod receiving;
