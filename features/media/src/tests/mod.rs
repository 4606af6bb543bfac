//! Pictures are made here, by rule, so that no real one is needed.

mod cutting;
mod keeping;
mod made;
