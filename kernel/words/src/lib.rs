//! Languages at work: plurals, numbers, dates, lists, sizes, names of languages and countries, and which language
//! a visitor gets.
//!
//! The sentences of a room stand in that room's `text/*.po`; its `lib.rs` says `mod text { words::include_text!(); }`.

extern crate self as words;

mod dates;
mod locale;
mod names;
mod negotiate;
mod numbers;
mod plurals;
#[cfg(test)]
mod tests;

mod text {
    words::include_text!();
}

pub use basics::Lang;
pub use dates::{date, day, moment, time};
pub use names::{countries, country_code, country_name, language_code, language_codes, language_name, languages};
pub use negotiate::{interface_for, negotiate};
pub use numbers::{bytes, list, number};
pub use plurals::{Plural, plural};

/// Brings in what `words_build::generate("text")` wrote: `Text`, `COVERAGE` and `every`.
#[macro_export]
macro_rules! include_text {
    () => {
        include!(concat!(env!("OUT_DIR"), "/text.rs"));
    };
}
