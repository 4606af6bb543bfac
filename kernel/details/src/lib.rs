//! Finds personal details in text and names the fields that hold them, so that neither is ever public (safety.md,
//! People 2 and 3): phones, e-mails, payment numbers, birth dates, household and case numbers, exact places, handles
//! of other services; in English, French and Kiswahili. Rather one harmless number too many than one phone too few.
//! Linear-time patterns only. What is done with a finding is the rooms' business.

mod fields;
mod find;
mod kinds;
mod mask;
mod plain;

#[cfg(test)]
mod tests;

pub use fields::private_field;
pub use find::{Detail, Kind, find};
pub use mask::{MASK, mask};
