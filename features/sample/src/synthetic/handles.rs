//! Handles that never repeat: the name, and a number in base 36 where the name is taken.

use std::collections::HashSet;

/// Handles given out so far.
pub struct Handles(HashSet<u64>);

impl Handles {
    /// Knows the handles of the sample community as taken.
    pub fn new() -> Self {
        let community = crate::community();
        let people = community.people.iter().map(|person| crate::seed::of(&person.handle));
        let organisations = community.organisations.iter().map(|it| crate::seed::of(&it.handle));
        Self(people.chain(organisations).collect())
    }

    /// The handle for the `nth` name. Names hold no digits and each number is used once, so none can repeat.
    pub fn give(&mut self, name: &str, nth: u64) -> String {
        let plain = basics::slug(name);
        if self.0.insert(crate::seed::of(&plain)) { plain } else { format!("{plain}-{}", base36(nth)) }
    }
}

/// A number in base 36 that always holds a digit: where letters alone would do, `0` stands before them.
fn base36(mut number: u64) -> String {
    let mut digits = Vec::new();
    loop {
        digits.push(char::from_digit((number % 36) as u32, 36).unwrap_or('0'));
        number /= 36;
        if number == 0 {
            break;
        }
    }
    if digits.iter().all(char::is_ascii_alphabetic) {
        digits.push('0');
    }
    digits.iter().rev().collect()
}
