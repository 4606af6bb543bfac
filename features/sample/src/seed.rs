//! From words to the numbers that steer chance.

/// A number that is always the same for the same words (FNV-1a, 64 bit).
pub fn of(words: &str) -> u64 {
    words.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
