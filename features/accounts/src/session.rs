//! A session: who is signed in on which phone, and for how long.

use basics::{At, Id};
use db::{Result, Tx};

use crate::{account::Account, code, store};

/// On one's own phone.
pub const OWN: i64 = 30 * At::DAY;
/// On a shared phone, without a page asked for.
pub const IDLE: i64 = 10 * At::MINUTE;
/// On a shared phone, however much is asked for.
pub const SHARED: i64 = At::DAY / 2;
/// While a helper acts for somebody.
pub const HELP: i64 = 15 * At::MINUTE;

#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    pub id: String,
    /// Hash of the token in the cookie.
    pub token: String,
    pub account: String,
    /// The account of the helper who acts for `account`.
    pub helper: Option<String>,
    pub shared: bool,
    /// Opened with a passkey or a second step.
    pub second_step: bool,
    /// The kind of phone and browser in a few words, for the list of sessions.
    pub device: String,
    pub created_at: At,
    /// Within a minute on a shared phone, within a day on one's own.
    pub seen_at: At,
    pub confirmed_at: At,
    pub ends_at: At,
}

/// How a session is opened.
#[derive(Clone, Debug)]
pub struct Opening<'a> {
    pub shared: bool,
    pub second_step: bool,
    pub device: &'a str,
    pub helper: Option<&'a str>,
}

/// A new session and the token for its cookie, which is kept nowhere.
pub async fn open(tx: &mut Tx, account: &Account, opening: &Opening<'_>, now: At) -> Result<(Session, String)> {
    let token = code::token();
    let lasts = match (opening.helper, opening.shared) {
        (Some(_), _) => HELP,
        (None, true) => SHARED,
        (None, false) => OWN,
    };
    let session = Session {
        id: Id::<Session>::new().to_string(),
        token: code::hash_token(&token),
        account: account.id.to_string(),
        helper: opening.helper.map(str::to_owned),
        shared: opening.shared,
        second_step: opening.second_step,
        device: opening.device.to_owned(),
        created_at: now,
        seen_at: now,
        confirmed_at: now,
        ends_at: now.plus(lasts),
    };
    store::sessions::insert(tx, &session).await?;
    Ok((session, token))
}

impl Session {
    /// Whether it has ended by itself, when it was last used at `seen`.
    pub fn is_over(&self, seen: At, now: At) -> bool {
        now >= self.ends_at || (self.shared && self.helper.is_none() && now.0 - seen.0 >= IDLE)
    }
}
