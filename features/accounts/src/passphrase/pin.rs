//! PINs: six digits that open an account on a device it knows, and nowhere else.

const LENGTH: usize = 6;
/// Tried first, and not caught by a rule.
const FAMILIAR: [&str; 14] = [
    "007007", "101010", "102030", "112233", "123654", "142536", "147258", "147852", "159753", "258369", "321654",
    "332211", "654123", "987456",
];

/// Six digits, ready for the hash. It never shows itself.
#[derive(Clone)]
pub struct Pin(String);

/// Why a PIN cannot be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PinRefusal {
    /// Not six digits.
    Shape,
    /// One of those tried first: counting, repeating, a year, a well-known one.
    Common,
}

impl Pin {
    /// Takes a new PIN.
    ///
    /// # Errors
    /// When it is not six digits, or one that is tried first.
    pub fn chosen(typed: &str) -> Result<Self, PinRefusal> {
        let pin = Self::typed(typed).ok_or(PinRefusal::Shape)?;
        if is_common(&pin.0) { Err(PinRefusal::Common) } else { Ok(pin) }
    }

    /// Takes what somebody signs in with: six digits, also Arabic ones, with or without spaces. Nothing otherwise.
    pub fn typed(typed: &str) -> Option<Self> {
        if typed.len() > 100 {
            return None;
        }
        let digits: Option<String> = typed.chars().filter(|c| !c.is_whitespace()).map(digit).collect();
        digits.filter(|digits| digits.len() == LENGTH).map(Self)
    }
}

impl AsRef<[u8]> for Pin {
    fn as_ref(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl std::fmt::Debug for Pin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a PIN")
    }
}

fn digit(typed: char) -> Option<char> {
    match typed {
        '0'..='9' => Some(typed),
        '٠'..='٩' | '۰'..='۹' => char::from_digit(u32::from(typed) & 0xf, 10),
        _ => None,
    }
}

fn is_common(pin: &str) -> bool {
    let digits = pin.as_bytes();
    let steps = |step: u8| digits.windows(2).all(|pair| (pair[0] + step - b'0') % 10 == pair[1] - b'0');
    let repeats = |unit: usize| digits.iter().zip(&digits[unit..]).all(|(a, b)| a == b);
    steps(1) || steps(9) || (1..=3).any(repeats) || has_year(pin) || FAMILIAR.contains(&pin)
}

/// A year somebody may be born or married in, in front or behind.
fn has_year(pin: &str) -> bool {
    let year = |part: Option<&str>| {
        part.and_then(|year| year.parse::<u16>().ok()).is_some_and(|year| (1930..=2039).contains(&year))
    };
    year(pin.get(..4)) || year(pin.get(2..))
}
