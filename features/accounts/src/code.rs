//! Secrets that the portal makes: codes people write down or say, and tokens in cookies and links.
//!
//! Only their SHA-256 is kept, with what they are for and whose they are in front, so that a code of one kind or person
//! is nothing anywhere else. They are long enough or short-lived enough to need no slow hash: 60 bits on paper, 256 in
//! tokens; spoken codes have 27 bits, live for minutes and are throttled. They are looked up by that hash, which tells
//! a guesser nothing by time.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use rand::{Rng, rand_core::UnwrapErr, rngs::SysRng};
use sha2::{Digest, Sha256};

/// Crockford's alphabet: nothing that is read as something else.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Longer input is no code; cards are copied with spaces and dashes.
const LONGEST_TYPED: usize = 100;
/// Codes on a recovery card.
pub const ON_A_CARD: usize = 8;

/// What a secret is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// One of eight on a recovery card: `4K7P-9QXR-M2TD`.
    Recovery,
    /// On the paper of somebody whose account a helper or an import made; written like a recovery code.
    Claim,
    /// On the paper of somebody in a story; written like a recovery code.
    Story,
    /// Said aloud to a helper: `4917 0362`.
    Spoken,
    /// In cookies and links: 256 bits.
    Token,
}

/// A secret in the form it is compared in. Shown once, never kept.
#[derive(Clone, PartialEq, Eq)]
pub struct Code {
    kind: Kind,
    plain: String,
}

impl Code {
    /// Makes a new one.
    pub fn make(kind: Kind) -> Self {
        let bytes = random::<32>();
        let plain = match kind {
            // 256 is a multiple of 32: every letter is as likely as the others.
            Kind::Recovery | Kind::Claim | Kind::Story => {
                bytes[..12].iter().map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect()
            }
            Kind::Spoken => format!("{:08}", u128_of(&bytes) % 100_000_000),
            Kind::Token => URL_SAFE_NO_PAD.encode(bytes),
        };
        Self { kind, plain }
    }

    /// Reads what somebody typed, pasted or sent. On paper and by voice, spaces, dashes and case do not matter, `O` is
    /// `0`, `I` and `L` are `1`, and Arabic digits are digits.
    pub fn read(kind: Kind, typed: &str) -> Option<Self> {
        if typed.chars().nth(LONGEST_TYPED).is_some() {
            return None;
        }
        let plain = match kind {
            Kind::Recovery | Kind::Claim | Kind::Story => letters(typed).filter(|plain| plain.len() == 12),
            Kind::Spoken => {
                letters(typed).filter(|plain| plain.len() == 8 && plain.bytes().all(|b| b.is_ascii_digit()))
            }
            Kind::Token => {
                Some(typed.to_owned()).filter(|token| URL_SAFE_NO_PAD.decode(token).is_ok_and(|b| b.len() == 32))
            }
        }?;
        Some(Self { kind, plain })
    }

    /// As a person reads it, in groups of four; a token as it is.
    pub fn shown(&self) -> String {
        let between = match self.kind {
            Kind::Token => return self.plain.clone(),
            Kind::Spoken => " ",
            Kind::Recovery | Kind::Claim | Kind::Story => "-",
        };
        let groups: Vec<&str> = (0..self.plain.len()).step_by(4).filter_map(|at| self.plain.get(at..at + 4)).collect();
        groups.join(between)
    }

    /// What is kept and looked up: 64 hexadecimal digits. `owner` is the id of the account; empty for tokens that are
    /// looked up before anybody is known.
    pub fn digest(&self, owner: &str) -> String {
        let mut hash = Sha256::new();
        for part in ["dzaleka code 1", self.kind.name(), owner, &self.plain] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        basics::hex(hash.finalize())
    }
}

/// Random bytes from the machine itself. It panics when the machine has none: nothing may go on then.
pub(crate) fn random<const LENGTH: usize>() -> [u8; LENGTH] {
    let mut bytes = [0; LENGTH];
    UnwrapErr(SysRng).fill_bytes(&mut bytes);
    bytes
}

/// A new token for a cookie or link.
pub fn token() -> String {
    Code::make(Kind::Token).plain
}

/// What is kept of a token; whatever else is sent in its place has a hash too, which nothing has.
pub fn hash_token(token: &str) -> String {
    Code { kind: Kind::Token, plain: token.to_owned() }.digest("")
}

/// The codes of a new recovery card, all different.
pub fn card() -> Vec<Code> {
    let mut codes: Vec<Code> = Vec::with_capacity(ON_A_CARD);
    while codes.len() < ON_A_CARD {
        let code = Code::make(Kind::Recovery);
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes
}

/// A secret never reaches a log.
impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} code", self.kind)
    }
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Recovery => "recovery",
            Self::Claim => "claim",
            Self::Story => "story",
            Self::Spoken => "spoken",
            Self::Token => "token",
        }
    }
}

fn u128_of(bytes: &[u8; 32]) -> u128 {
    bytes.iter().take(16).fold(0, |number, byte| number << 8 | u128::from(*byte))
}

/// Crockford letters of a typed code; nothing when another character is among them.
fn letters(typed: &str) -> Option<String> {
    let typed = typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '‐' | '‑' | '–' | '—' | '−' | '.'));
    typed.map(letter).collect()
}

fn letter(typed: char) -> Option<char> {
    let letter = match typed.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        digit @ ('٠'..='٩' | '۰'..='۹') => char::from_digit(u32::from(digit) & 0xf, 10)?,
        letter => letter,
    };
    u8::try_from(letter).is_ok_and(|byte| ALPHABET.contains(&byte)).then_some(letter)
}
