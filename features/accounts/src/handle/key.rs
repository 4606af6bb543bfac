//! The key under which look-alikes meet.
//!
//! It rests on Unicode's table of confusables (UTS 39, `skeleton`). A newer table may change keys of other scripts than
//! Latin; keys that are kept then have to be made again.

use unicode_normalization::UnicodeNormalization;
use unicode_security::skeleton;

use super::{LONGEST_TYPED, fold, strip};

/// Three rounds reach the end: a skeleton may hold capitals (`0` becomes `O`), and those have skeletons of their own.
const ROUNDS: usize = 3;

/// The key of what somebody types as a handle, whether it is one or not: [`Handle::key`](super::Handle::key) for a
/// handle, something no handle has for the rest. More than any handle holds is cut off.
pub fn key_of(typed: &str) -> String {
    let folded = fold(strip(typed).chars().take(LONGEST_TYPED).collect::<String>().as_str());
    // Marks go first: with a skeleton of their own they would no longer be known.
    let mut key: String = folded.nfd().filter(|c| !is_accent(*c)).collect();
    for _ in 0..ROUNDS {
        key = skeleton(&key).flat_map(char::to_lowercase).collect();
    }
    let plain: String = key.chars().filter(|c| !is_accent(*c)).map(alike).collect();
    plain.replace("vv", "w")
}

/// Marks that are left out, misread or not on the keyboard: accents of Latin, Greek and Cyrillic, points of Arabic.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}')
}

/// What the table keeps apart and small screens do not.
fn alike(c: char) -> char {
    match c {
        'i' | 'ı' => 'l',
        'ꞓ' => 'e',
        '.' => '-',
        c => c,
    }
}
