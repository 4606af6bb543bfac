//! A new passphrase for somebody who has got back in, and an end to what could be used in their place.

use basics::{At, Roles};
use db::{Result, Tx};

use crate::{
    account::Account,
    store::{accounts, codes, devices, recoveries, sessions, tickets, tickets::Kind},
};

/// Links, codes and half-done things that end when somebody gets back in.
const VOIDED: [Kind; 5] = [Kind::SecondStep, Kind::Recovery, Kind::Passkey, Kind::Totp, Kind::Spoken];

/// Sets the passphrase (argon2id, as a PHC string), ends all sessions and what is under way, and lets every phone
/// forget the account, so that a PIN is worth nothing on a stolen one.
pub(crate) async fn renew(tx: &mut Tx, account: &str, passphrase: String) -> Result<Account> {
    changes::take_turn(tx).await?;
    let mut account = accounts::get_in(tx, account).await?;
    account.secrets.passphrase = Some(passphrase);
    written(tx, account).await
}

/// The same for somebody who proved to be themselves by no secret of their own: PIN, second step and card go too. Their
/// roles go with the second step that guarded them; an administrator gives them again.
pub(crate) async fn begin_anew(tx: &mut Tx, account: &str, passphrase: String, now: At) -> Result<Account> {
    changes::take_turn(tx).await?;
    let mut account = accounts::get_in(tx, account).await?;
    account.secrets.passphrase = Some(passphrase);
    (account.secrets.pin, account.secrets.totp, account.secrets.totp_step) = (None, None, 0);
    account.roles = Roles::default();
    codes::replace(tx, account.id.as_str(), &[], now).await?;
    written(tx, account).await
}

async fn written(tx: &mut Tx, account: Account) -> Result<Account> {
    let id = account.id.as_str();
    accounts::update(tx, &account).await?;
    devices::forget_all(tx, id).await?;
    recoveries::void(tx, id).await?;
    for kind in VOIDED {
        tickets::void(tx, id, kind).await?;
    }
    sessions::end_all(tx, id, "").await?;
    Ok(account)
}
