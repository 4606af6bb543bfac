//! Passphrases that are guessed first.

use std::sync::LazyLock;

/// Sorted words, one a line; see `data/README.md`.
static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| include_str!("../../data/common.txt").lines().collect());

/// Digits and signs behind a word that do not make it better.
const ENDING: usize = 4;
/// A word so short, or shorter, is left alone: it says nothing about what stands around it.
const SHORT_WORD: usize = 4;
/// Something of this length or less, again and again, is one thing.
const UNIT: usize = 8;
/// Fingers walk along these, forwards or backwards.
const WALKS: [&str; 6] = [
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890123456789",
    "qwertyuiopasdfghjklzxcvbnm",
    "azertyuiopqsdfghjklmwxcvbn",
    "qwertzuiopasdfghjklyxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
];
/// How telephone numbers begin here and around: at home, and with the countries' codes.
const TELEPHONE: [&str; 12] = ["0", "211", "243", "250", "251", "252", "254", "255", "256", "257", "260", "265"];

/// Whether a passphrase in lower case is one of them.
pub(super) fn is_common(folded: &str) -> bool {
    let stem = without_ending(folded);
    is_word(folded) || is_word(stem) || is_monotonous(folded) || is_walk(folded) || is_walk(stem) || is_number(folded)
}

fn is_word(text: &str) -> bool {
    text.chars().count() >= SHORT_WORD && WORDS.binary_search(&text).is_ok()
}

fn without_ending(text: &str) -> &str {
    let letters = text.trim_end_matches(|c: char| !c.is_alphabetic());
    let ending = text.chars().count() - letters.chars().count();
    if ending <= ENDING { letters } else { text }
}

/// Two characters in all, or a short thing repeated.
fn is_monotonous(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    let mut kinds = chars.clone();
    kinds.sort_unstable();
    kinds.dedup();
    let repeats = |unit: usize| chars.len() >= 2 * unit && chars.iter().zip(&chars[unit..]).all(|(a, b)| a == b);
    kinds.len() <= 2 || (1..=UNIT).any(repeats)
}

fn is_walk(text: &str) -> bool {
    let backwards: String = text.chars().rev().collect();
    text.len() >= SHORT_WORD && WALKS.iter().any(|walk| walk.contains(text) || walk.contains(&backwards))
}

/// A date, or what could be somebody's telephone number.
fn is_number(text: &str) -> bool {
    if !text.chars().all(|c| c.is_ascii_digit() || " -/.+()".contains(c)) {
        return false;
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let telephone = (9..=13).contains(&digits.len()) && TELEPHONE.iter().any(|start| digits.starts_with(start));
    telephone || is_date(&digits)
}

/// Day, month and year in any usual order.
fn is_date(digits: &str) -> bool {
    let number = |from: usize, to: usize| digits.get(from..to).and_then(|part| part.parse::<u16>().ok()).unwrap_or(0);
    let day_and_month = |a: u16, b: u16| (1..=31).contains(&a) && (1..=12).contains(&b);
    let either = |a: u16, b: u16| day_and_month(a, b) || day_and_month(b, a);
    let year = |year: u16| (1900..=2039).contains(&year);
    digits.len() == 8
        && (either(number(0, 2), number(2, 4)) && year(number(4, 8))
            || year(number(0, 4)) && either(number(4, 6), number(6, 8)))
}
