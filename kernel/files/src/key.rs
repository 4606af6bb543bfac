//! The name of stored bytes: `ab/abcdef….webp`, from their SHA-256 and an ending that says the kind.

use std::fmt;

use object_store::path::Path;
use sha2::{Digest, Sha256};

/// Two digits of the hash, a slash, all 64 digits, a point, the ending. Keys sort by hash.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(String);

impl Key {
    /// The key of these bytes. `ending` is 1 to 8 lower-case letters or digits (`webp`); what else it holds is
    /// left out, and nothing becomes `bin`.
    pub fn of(bytes: &[u8], ending: &str) -> Self {
        let hash = basics::hex(Sha256::digest(bytes));
        let ending: String = ending.to_ascii_lowercase().chars().filter(char::is_ascii_alphanumeric).take(8).collect();
        let ending = if ending.is_empty() { "bin" } else { &ending };
        Self(format!("{}/{hash}.{ending}", &hash[..2]))
    }

    /// A key read back from the database or an address; nothing when it has another form.
    pub fn parse(text: &str) -> Option<Self> {
        let (folder, name) = text.split_once('/')?;
        let (hash, ending) = name.split_once('.')?;
        let digit = |c: u8| matches!(c, b'0'..=b'9' | b'a'..=b'f');
        let letter = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit();
        let hash_fits = hash.len() == 64 && hash.bytes().all(digit) && folder.len() == 2 && hash.starts_with(folder);
        let ending_fits = (1..=8).contains(&ending.len()) && ending.bytes().all(letter);
        (hash_fits && ending_fits).then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The SHA-256 in 64 hexadecimal digits.
    pub fn hash(&self) -> &str {
        &self.0[3..67]
    }

    /// What follows the point: `webp`.
    pub fn ending(&self) -> &str {
        &self.0[68..]
    }

    /// Whether these are the bytes this key was made from.
    pub fn fits(&self, bytes: &[u8]) -> bool {
        Self::of(bytes, self.ending()) == *self
    }

    pub(crate) fn path(&self) -> Path {
        Path::from(self.0.as_str())
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
