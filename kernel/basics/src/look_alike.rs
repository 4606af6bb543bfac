//! When two handles could be taken for each other on a small screen.
//!
//! It rests on Unicode's table of confusables (UTS 39, `skeleton`). A newer table may change the forms of other scripts
//! than Latin; forms that are kept then have to be made again.

use unicode_normalization::UnicodeNormalization;
use unicode_security::skeleton;

/// Three rounds reach the end: a skeleton may hold capitals (`0` becomes `O`), and those have skeletons of their own.
const ROUNDS: usize = 3;

/// A form that texts share when the eye takes them for each other, whatever script, case or accents they are written
/// in: Latin `amina` and the same with a Cyrillic `а`, `rnoses` and `moses`, `1ule` and `lule`. To be compared only,
/// never to be shown.
pub fn look_alike(text: &str) -> String {
    let lower: String = text.nfkc().flat_map(char::to_lowercase).collect();
    // Marks go first: with a skeleton of their own they would no longer be known.
    let mut form: String = lower.nfkd().filter(|c| !is_accent(*c)).collect();
    for _ in 0..ROUNDS {
        form = skeleton(&form).flat_map(char::to_lowercase).collect();
    }
    let plain: String = form.chars().filter(|c| !is_accent(*c)).map(alike).collect();
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
