//! The table `devices`: phones that somebody has signed in on before.

use basics::At;
use db::{Db, Result, Tx, params};

/// A phone as one account knows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Device {
    /// Hash of the token in the phone's cookie.
    pub token: String,
    pub account: String,
    /// The name may be offered on the page where people sign in.
    pub shown: bool,
    pub device: String,
    pub created_at: At,
    pub seen_at: At,
}

/// Remembers that an account signed in on a phone.
pub async fn remember(tx: &mut Tx, token: &str, account: &str, shown: bool, device: &str, now: At) -> Result<()> {
    tx.exec(
        "INSERT INTO devices (token, account_id, shown, device, created_at, seen_at) VALUES ($1, $2, $3, $4, $5, $5) \
         ON CONFLICT (token, account_id) DO UPDATE SET shown = $3, device = $4, seen_at = $5",
        params![token, account, shown, device, now],
    )
    .await
    .map(drop)
}

/// Whether this phone is known for an account.
pub async fn knows(db: &Db, token: &str, account: &str) -> Result<bool> {
    let sql = "SELECT 1 FROM devices WHERE token = $1 AND account_id = $2";
    Ok(db.opt(sql, params![token, account], |_| Ok(())).await?.is_some())
}

/// Handles that may be offered on a phone, the last used first.
pub async fn shown_on(db: &Db, token: &str) -> Result<Vec<String>> {
    db.all(
        "SELECT a.handle FROM devices d JOIN accounts a ON a.id = d.account_id \
         WHERE d.token = $1 AND d.shown AND a.state = 'active' ORDER BY d.seen_at DESC LIMIT 8",
        params![token],
        |row| row.get(0),
    )
    .await
}

/// Phones that know an account.
pub async fn list(db: &Db, account: &str) -> Result<Vec<Device>> {
    db.all(
        "SELECT token, account_id, shown, device, created_at, seen_at FROM devices WHERE account_id = $1 \
         ORDER BY seen_at DESC LIMIT 50",
        params![account],
        |row| {
            Ok(Device {
                token: row.get(0)?,
                account: row.get(1)?,
                shown: row.get(2)?,
                device: row.get(3)?,
                created_at: row.get(4)?,
                seen_at: row.get(5)?,
            })
        },
    )
    .await
}

/// One phone forgets one account.
pub async fn forget(tx: &mut Tx, token: &str, account: &str) -> Result<bool> {
    let sql = "DELETE FROM devices WHERE token = $1 AND account_id = $2";
    Ok(tx.exec(sql, params![token, account]).await? > 0)
}

/// One phone forgets everybody.
pub async fn forget_phone(tx: &mut Tx, token: &str) -> Result<()> {
    tx.exec("DELETE FROM devices WHERE token = $1", params![token]).await.map(drop)
}

/// Every phone forgets an account.
pub async fn forget_all(tx: &mut Tx, account: &str) -> Result<()> {
    tx.exec("DELETE FROM devices WHERE account_id = $1", params![account]).await.map(drop)
}

/// Forgets phones that were last used before `before`.
pub async fn sweep(tx: &mut Tx, before: At) -> Result<u64> {
    tx.exec("DELETE FROM devices WHERE seen_at < $1", params![before]).await
}
