//! What must be found and what must not, sentence by sentence in three languages, and laws that hold for any text.

mod corpus;
mod fields;
mod laws;
mod negative;
mod plain;
mod positive;
