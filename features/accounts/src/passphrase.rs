//! The secrets people choose: passphrases, and PINs on devices that know them.
//!
//! A passphrase is any text of 8 characters or more, taken as RFC 8265 (`OpaqueString`) takes it: in Unicode's composed
//! form (NFC) with every kind of space as the plain one, because one keyboard sends `é` as one character and another as
//! two. Nothing else is changed: not case, not width, not spaces at the ends. No character is refused.

mod common;
mod hasher;
mod pin;

use unicode_normalization::UnicodeNormalization;

pub use hasher::{Busy, Cost, Hasher};
pub use pin::{Pin, PinRefusal};

use crate::handle::Handle;

/// In characters.
const SHORTEST: usize = 8;
/// In bytes, as typed: longer ones are refused before anything is made of them.
const LONGEST: usize = 1024;
/// A passphrase needs so many characters beside its owner's handle.
const BESIDE_HANDLE: usize = 6;

/// What the hash of a text too long to be a passphrase is made of: no text is.
const NO_TEXT: &[u8] = &[0xff];

/// What somebody typed as a passphrase, ready for the hash. It never shows itself.
#[derive(Clone)]
pub struct Passphrase(Vec<u8>);

/// Why a passphrase cannot be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassphraseRefusal {
    TooShort,
    TooLong,
    /// One of those tried first: a common one, a row of keys, a date, a telephone number, the same again and again.
    Common,
    /// Little more than the own handle.
    Own,
}

impl Passphrase {
    /// Takes a new passphrase.
    ///
    /// # Errors
    /// The first rule it breaks.
    pub fn chosen(typed: &str, handle: &Handle) -> Result<Self, PassphraseRefusal> {
        Self::chosen_beside(typed, handle.as_str())
    }

    /// Takes a new passphrase of somebody who types their handle with it, whether anybody has that handle or not.
    ///
    /// # Errors
    /// The first rule it breaks.
    pub fn chosen_beside(typed: &str, handle: &str) -> Result<Self, PassphraseRefusal> {
        if typed.len() > LONGEST {
            return Err(PassphraseRefusal::TooLong);
        }
        let composed = compose(typed);
        if composed.chars().count() < SHORTEST {
            return Err(PassphraseRefusal::TooShort);
        }
        let folded: String = composed.nfkc().flat_map(char::to_lowercase).collect();
        if !handle.is_empty() && is_own(&folded, handle) {
            return Err(PassphraseRefusal::Own);
        }
        if common::is_common(&folded) { Err(PassphraseRefusal::Common) } else { Ok(Self(composed.into_bytes())) }
    }

    /// Takes what somebody signs in with. What is longer than any passphrase is nobody's, and checking it costs the
    /// same.
    pub fn typed(typed: &str) -> Self {
        Self(if typed.len() <= LONGEST { compose(typed).into_bytes() } else { NO_TEXT.to_vec() })
    }
}

impl AsRef<[u8]> for Passphrase {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a passphrase")
    }
}

fn compose(typed: &str) -> String {
    typed.nfc().map(|c| if is_space(c) { ' ' } else { c }).collect()
}

/// The spaces of Unicode's category Zs.
fn is_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

fn is_own(folded: &str, handle: &str) -> bool {
    let backwards: String = handle.chars().rev().collect();
    [handle, backwards.as_str()]
        .into_iter()
        .any(|name| folded.contains(name) && folded.replace(name, "").chars().count() < BESIDE_HANDLE)
}
