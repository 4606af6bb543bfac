//! The second step: a code of six digits from an app on the person's phone (TOTP, RFC 6238).

use basics::At;
use db::{Db, Result};
use totp_rs::{Algorithm, Builder, Secret, Totp};

use crate::{
    attempts::Admission,
    sign_in::{admit, subject, succeed},
    store,
};

/// How many steps of 30 seconds a phone's clock may be off.
const SKEW: u16 = 1;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Right,
    Wrong,
    NotBefore(At),
}

/// Checks a code; each code works once, and wrong ones are counted.
pub async fn check(db: &Db, account: &str, code: &str, now: At) -> Result<Outcome> {
    let subject = subject("second-step", account, None);
    if let Admission::NotBefore(then) = admit(db, &subject, now).await? {
        return Ok(Outcome::NotBefore(then));
    }
    let mut tx = db.begin().await?;
    let mut account = store::accounts::get_in(&mut tx, account).await?;
    let step = account.secrets.totp.as_deref().and_then(|secret| step_of(secret, code, now));
    let Some(step) = step.filter(|step| *step > account.secrets.totp_step) else { return Ok(Outcome::Wrong) };
    account.secrets.totp_step = step;
    store::accounts::update(&mut tx, &account).await?;
    tx.commit().await?;
    succeed(db, &subject, now).await?;
    Ok(Outcome::Right)
}

/// A new key in base32, for an app that makes codes.
pub fn new_key() -> String {
    Secret::new(Box::new(rand::random::<[u8; 20]>())).to_base32()
}

/// The address that an app reads from a QR code.
pub fn address(key: &str, handle: &str, site: &str) -> Option<String> {
    totp(key, handle, site)?.to_url().ok()
}

/// The time step whose code this is, if it is one of those around now.
pub fn step_of(key: &str, code: &str, now: At) -> Option<i64> {
    let code: String = code.chars().filter(char::is_ascii_digit).collect();
    let seconds = u64::try_from(now.0 / 1000).ok()?;
    totp(key, "", "")?.check(&code, seconds).and_then(|step| i64::try_from(step).ok())
}

fn totp(key: &str, handle: &str, site: &str) -> Option<Totp> {
    let builder = Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(6)
        .with_skew(SKEW)
        .with_step_duration(30)
        .with_secret(Secret::try_from_base32(key).ok()?)
        .with_account_name(handle.replace(':', " "))
        .with_issuer(Some(site.replace(':', " ")));
    Some(builder.build_noncompliant())
}
