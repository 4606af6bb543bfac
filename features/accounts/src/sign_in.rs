//! Signing in: who is it, and may it be tried now. Known and unknown handles cost the same and get the same answer.

use basics::At;
use db::Db;
use sha2::{Digest, Sha256};

use crate::{
    account::{Account, State},
    attempts::{Admission, Log},
    code,
    handle::key_of,
    passphrase::{Busy, Hasher, Passphrase, Pin},
    store,
};

/// What somebody typed, and the phone they typed it on.
#[derive(Clone, Copy, Debug)]
pub struct Try<'a> {
    pub handle: &'a str,
    pub secret: &'a str,
    /// The token of the phone's cookie.
    pub device: Option<&'a str>,
}

#[derive(Debug)]
pub enum Outcome {
    In(Box<Account>),
    /// The handle or the secret is wrong; nobody learns which.
    Wrong,
    /// Too many failures for this handle; a phone that is known has tries of its own.
    NotBefore(At),
    /// All who check secrets are busy.
    Busy,
}

/// Checks a passphrase, or on a known phone a PIN.
pub async fn check(db: &Db, hasher: &Hasher, tried: Try<'_>, now: At) -> db::Result<Outcome> {
    let key = key_of(tried.handle);
    let found = store::accounts::find_by_key(db, &key).await?.filter(|account| account.state != State::Banned);
    let known = match tried.device {
        None => false,
        Some(token) => {
            let id = found.as_ref().map_or("", |account| account.id.as_str());
            store::devices::knows(db, &code::hash_token(token), id).await?
        }
    };
    let subject = subject("sign-in", &key, tried.device.filter(|_| known));
    if let Admission::NotBefore(then) = admit(db, &subject, now).await? {
        return Ok(Outcome::NotBefore(then));
    }
    let secrets = found.as_ref().map(|account| &account.secrets);
    let pin = secrets.and_then(|secrets| secrets.pin.as_deref()).filter(|_| known).zip(Pin::typed(tried.secret));
    let right = match pin {
        Some((kept, typed)) => hasher.verify(Some(kept), typed).await,
        None => {
            let kept = secrets.and_then(|secrets| secrets.passphrase.as_deref());
            hasher.verify(kept, Passphrase::typed(tried.secret)).await
        }
    };
    match right {
        Err(Busy) => {
            forgive(db, &subject, now).await?;
            Ok(Outcome::Busy)
        }
        Ok(false) => Ok(Outcome::Wrong),
        Ok(true) => {
            succeed(db, &subject, now).await?;
            Ok(found.map_or(Outcome::Wrong, |account| Outcome::In(Box::new(account))))
        }
    }
}

/// Whether a phone is known for the handle that is typed on it.
pub async fn is_known(db: &Db, tried: Try<'_>) -> db::Result<bool> {
    let (Some(token), Some(account)) = (tried.device, store::accounts::find_by_key(db, &key_of(tried.handle)).await?)
    else {
        return Ok(false);
    };
    store::devices::knows(db, &code::hash_token(token), account.id.as_str()).await
}

/// What tries are counted under: never the handle itself.
pub(crate) fn subject(what: &str, key: &str, device: Option<&str>) -> String {
    let mut hash = Sha256::new();
    for part in [what, key, device.unwrap_or_default()] {
        hash.update(part.len().to_be_bytes());
        hash.update(part);
    }
    base64::Engine::encode(&base64::engine::general_purpose::URL_SAFE_NO_PAD, hash.finalize())
}

/// Whether one more try may reach the secret now. It is counted as failed until [`succeed`] says otherwise, so that
/// tries at the same moment cannot slip through together.
pub(crate) async fn admit(db: &Db, subject: &str, now: At) -> db::Result<Admission> {
    let mut tx = db.begin().await?;
    let mut log = Log::read(&store::attempts::get_in(&mut tx, subject, now).await?);
    let admission = log.admit(now);
    if admission == Admission::Now {
        log.failed(now);
        store::attempts::put(&mut tx, subject, &log.write(), now).await?;
        tx.commit().await?;
    }
    Ok(admission)
}

/// The secret was right: this try was no failure, and the pauses are over. Failures of the last hour still count, or
/// a guesser could wait for the owner to open the door again.
pub(crate) async fn succeed(db: &Db, subject: &str, now: At) -> db::Result<()> {
    change(db, subject, now, |log| {
        log.forgive();
        log.succeeded();
    })
    .await
}

/// The try never reached the secret, so it does not count.
pub(crate) async fn forgive(db: &Db, subject: &str, now: At) -> db::Result<()> {
    change(db, subject, now, Log::forgive).await
}

async fn change(db: &Db, subject: &str, now: At, change: impl FnOnce(&mut Log)) -> db::Result<()> {
    let mut tx = db.begin().await?;
    let mut log = Log::read(&store::attempts::get_in(&mut tx, subject, now).await?);
    change(&mut log);
    store::attempts::put(&mut tx, subject, &log.write(), now).await?;
    tx.commit().await
}
