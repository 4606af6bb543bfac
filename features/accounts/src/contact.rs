//! E-mail addresses and telephone numbers, read from what people type. Optional, private, and shared by as many people
//! as share them: whether somebody else has the same one changes nothing.

use basics::At;
use email_address::{EmailAddress, Options};

/// Contacts of one account.
pub const MOST: usize = 5;
/// In bytes; a longer address is none.
const LONGEST: usize = 254;
/// What stands before a Malawian number everywhere else.
const MALAWI: &str = "265";
/// Digits of a mobile number in Malawi, after the code of the country.
const MOBILE: usize = 9;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Mail,
    /// Gets text messages.
    Phone,
}

impl Kind {
    pub fn code(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Phone => "phone",
        }
    }

    pub fn from_code(code: &str) -> Self {
        if code == "phone" { Self::Phone } else { Self::Mail }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Contact {
    pub id: String,
    pub account: String,
    pub kind: Kind,
    /// An address as mail servers take it, or a number with `+` in front.
    pub value: String,
    /// When its owner showed that they read what is sent there.
    pub verified_at: Option<At>,
    pub created_at: At,
}

/// Neither an address nor a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoContact;

/// Reads an address (`amina@example.org`) or a mobile number (`0991 000 000`, `+265 991 000 000`, `00265…`).
///
/// # Errors
/// When it is neither.
pub fn read(typed: &str) -> Result<(Kind, String), NoContact> {
    let typed = typed.trim();
    if typed.len() > LONGEST || typed.chars().any(crate::handle::is_hidden) {
        return Err(NoContact);
    }
    if typed.contains('@') {
        mail(typed).map(|mail| (Kind::Mail, mail))
    } else {
        phone(typed).map(|phone| (Kind::Phone, phone))
    }
    .ok_or(NoContact)
}

fn mail(typed: &str) -> Option<String> {
    let rules = Options::default().with_required_tld().without_domain_literal().without_display_text();
    let address = EmailAddress::parse_with_options(typed, rules).ok()?;
    Some(format!("{}@{}", address.local_part(), address.domain().to_lowercase()))
}

/// E.164: `+` and 7 to 15 digits.
fn phone(typed: &str) -> Option<String> {
    let spoken = typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '(' | ')' | '.' | '/' | '‑' | '–'));
    let plain: String = spoken.map(digit).collect::<Option<_>>()?;
    let international = match plain.strip_prefix('+').or_else(|| plain.strip_prefix("00")) {
        Some(rest) => rest.to_owned(),
        None if plain.starts_with('0') => format!("{MALAWI}{}", &plain[1..]),
        None if plain.starts_with(MALAWI) => plain,
        None => return None,
    };
    let digits = international.bytes().all(|byte| byte.is_ascii_digit()) && !international.starts_with('0');
    let fits = match international.strip_prefix(MALAWI) {
        Some(rest) => rest.len() == MOBILE && rest.starts_with(['8', '9']),
        None => (7..=15).contains(&international.len()),
    };
    (digits && fits).then(|| format!("+{international}"))
}

fn digit(typed: char) -> Option<char> {
    match typed {
        '0'..='9' | '+' => Some(typed),
        '٠'..='٩' | '۰'..='۹' => char::from_digit(u32::from(typed) & 0xf, 10),
        _ => None,
    }
}
