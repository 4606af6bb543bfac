//! The table `tickets`: links, codes and half-done things that are good once and for a short time.

use basics::At;
use db::{Db, Result, Row, Tx, params};

use crate::code;

/// What a ticket is for. A ticket of one kind is worth nothing elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The passphrase was right; the second step is missing.
    SecondStep,
    /// The one-time link for the first administrator.
    FirstAdmin,
    /// An invitation by a member.
    Invitation,
    /// A link by mail or text message for somebody who has lost the passphrase.
    Recovery,
    /// A code that proves that an address or number is the person's.
    Contact,
    /// A challenge to a passkey.
    Passkey,
    /// The handle was changed: not again while this lasts.
    Renamed,
    /// A key of a second step that is not confirmed yet.
    Totp,
    /// A code that somebody says to the helper who is with them.
    Spoken,
    /// An archive of one's own data being made; used up once it is.
    Download,
    /// Somebody was told of something today.
    Told,
}

impl Kind {
    pub fn code(self) -> &'static str {
        match self {
            Self::SecondStep => "second-step",
            Self::FirstAdmin => "first-admin",
            Self::Invitation => "invitation",
            Self::Recovery => "recovery",
            Self::Contact => "contact",
            Self::Passkey => "passkey",
            Self::Renamed => "renamed",
            Self::Totp => "totp",
            Self::Spoken => "spoken",
            Self::Download => "download",
            Self::Told => "told",
        }
    }

    /// How long it is good for.
    pub fn lasts(self) -> i64 {
        match self {
            Self::SecondStep | Self::Passkey => 5 * At::MINUTE,
            Self::Spoken => 10 * At::MINUTE,
            Self::Totp | Self::Contact | Self::Recovery => 30 * At::MINUTE,
            Self::FirstAdmin | Self::Download | Self::Told => At::DAY,
            Self::Invitation | Self::Renamed => 30 * At::DAY,
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Ticket {
    pub account: Option<String>,
    pub content: String,
    pub created_at: At,
    pub ends_at: At,
}

fn read(row: &mut Row) -> Result<Ticket> {
    Ok(Ticket { account: row.get(0)?, content: row.get(1)?, created_at: row.get(2)?, ends_at: row.get(3)? })
}

/// Makes a ticket and returns its token, which is kept nowhere.
pub async fn issue(tx: &mut Tx, kind: Kind, account: Option<&str>, content: &str, now: At) -> Result<String> {
    let token = code::token();
    insert(tx, &token, kind, account, content, now).await?;
    Ok(token)
}

/// Makes a ticket for a token that was made elsewhere, such as a code to be typed.
pub async fn insert(tx: &mut Tx, token: &str, kind: Kind, account: Option<&str>, content: &str, now: At) -> Result<()> {
    tx.exec(
        "INSERT INTO tickets (token, kind, account_id, content, created_at, ends_at, used_at) \
         VALUES ($1, $2, $3, $4, $5, $6, NULL)",
        params![code::hash_token(token), kind.code(), account, content, now, now.plus(kind.lasts())],
    )
    .await
    .map(drop)
}

/// Makes a ticket that is nobody's key: of the same account, kind and content there is one a day. False when there was.
pub async fn mark_day(tx: &mut Tx, kind: Kind, account: &str, content: &str, now: At) -> Result<bool> {
    let day = now.0.div_euclid(At::DAY);
    let token = code::hash_token(&format!("{account} {} {content} {day}", kind.code()));
    let new = tx
        .exec(
            "INSERT INTO tickets (token, kind, account_id, content, created_at, ends_at, used_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $5) ON CONFLICT (token) DO NOTHING",
            params![token, kind.code(), account, content, now, now.plus(kind.lasts())],
        )
        .await?;
    Ok(new > 0)
}

/// A ticket that is still good, without using it up.
pub async fn find(db: &Db, token: &str, kind: Kind, now: At) -> Result<Option<Ticket>> {
    db.opt(
        "SELECT account_id, content, created_at, ends_at FROM tickets \
         WHERE token = $1 AND kind = $2 AND used_at IS NULL AND ends_at > $3",
        params![code::hash_token(token), kind.code(), now],
        read,
    )
    .await
}

/// Uses a ticket up; nothing when it was used, has ended or is of another kind.
pub async fn take(tx: &mut Tx, token: &str, kind: Kind, now: At) -> Result<Option<Ticket>> {
    tx.opt(
        "UPDATE tickets SET used_at = $3 WHERE token = $1 AND kind = $2 AND used_at IS NULL AND ends_at > $3 \
         RETURNING account_id, content, created_at, ends_at",
        params![code::hash_token(token), kind.code(), now],
        read,
    )
    .await
}

/// Uses one ticket of a kind up, and with it all others of that kind: whoever comes second finds none.
pub async fn take_all(tx: &mut Tx, token: &str, kind: Kind, now: At) -> Result<bool> {
    let good: Vec<(String, bool)> = tx
        .all(
            "DELETE FROM tickets WHERE kind = $1 RETURNING token, (used_at IS NULL AND ends_at > $2)",
            params![kind.code(), now],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .await?;
    let token = code::hash_token(token);
    Ok(good.into_iter().any(|(of, good)| good && of == token))
}

/// Makes every ticket of a kind of an account worthless.
pub async fn void(tx: &mut Tx, account: &str, kind: Kind) -> Result<()> {
    tx.exec("DELETE FROM tickets WHERE account_id = $1 AND kind = $2", params![account, kind.code()]).await.map(drop)
}

/// The ticket of a kind that an account has now, and that lasts longest.
pub async fn last(db: &Db, account: &str, kind: Kind, now: At) -> Result<Option<Ticket>> {
    db.opt(
        "SELECT account_id, content, created_at, ends_at FROM tickets \
         WHERE account_id = $1 AND kind = $2 AND used_at IS NULL AND ends_at > $3 ORDER BY ends_at DESC LIMIT 1",
        params![account, kind.code(), now],
        read,
    )
    .await
}

/// How many tickets of a kind an account was given since a moment.
pub async fn count_since(db: &Db, account: &str, kind: Kind, since: At) -> Result<i64> {
    db.one(
        "SELECT COUNT(*) FROM tickets WHERE account_id = $1 AND kind = $2 AND created_at > $3",
        params![account, kind.code(), since],
        |row| row.get(0),
    )
    .await
}

/// How many tickets of a kind an account was given since a moment that are used up, or that are not.
pub async fn count_in(tx: &mut Tx, account: &str, kind: Kind, used: bool, since: At) -> Result<i64> {
    tx.one(
        "SELECT COUNT(*) FROM tickets WHERE account_id = $1 AND kind = $2 AND created_at > $3 AND (used_at IS NOT NULL) = $4",
        params![account, kind.code(), since, used],
        |row| row.get(0),
    )
    .await
}

/// Forgets what ended before `before`.
pub async fn sweep(tx: &mut Tx, before: At) -> Result<u64> {
    tx.exec("DELETE FROM tickets WHERE ends_at < $1", params![before]).await
}

/// Makes every ticket of everybody worthless.
pub async fn clear(tx: &mut Tx) -> Result<()> {
    tx.exec("DELETE FROM tickets", &[]).await.map(drop)
}
