//! The table `passkeys`: public keys, and what is needed to check what they sign.

use basics::{At, Id};
use db::{Db, Result, Row, Tx, params};

/// A passkey as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    pub id: String,
    pub account: String,
    /// What its owner calls it.
    pub name: String,
    /// The credential with public key and counter, as JSON.
    pub passkey: String,
    pub created_at: At,
    pub used_at: Option<At>,
}

const COLUMNS: &str = "id, account_id, name, passkey, created_at, used_at";

fn read(row: &mut Row) -> Result<Kept> {
    Ok(Kept {
        id: row.get(0)?,
        account: row.get(1)?,
        name: row.get(2)?,
        passkey: row.get(3)?,
        created_at: row.get(4)?,
        used_at: row.get(5)?,
    })
}

/// `credential` is the credential's id in base64url, which no two passkeys share.
pub async fn insert(tx: &mut Tx, account: &str, credential: &str, name: &str, passkey: &str, now: At) -> Result<()> {
    tx.exec(
        "INSERT INTO passkeys (id, account_id, credential, name, passkey, created_at, used_at) \
         VALUES ($1, $2, $3, $4, $5, $6, NULL)",
        params![&Id::<Kept>::new(), account, credential, name, passkey, now],
    )
    .await
    .map(drop)
}

/// By the credential's id in base64url.
pub async fn find(db: &Db, credential: &str) -> Result<Option<Kept>> {
    let sql = format!("SELECT {COLUMNS} FROM passkeys WHERE credential = $1");
    db.opt(&sql, params![credential], read).await
}

/// Passkeys of an account, the newest first.
pub async fn list(db: &Db, account: &str) -> Result<Vec<Kept>> {
    let sql = format!("SELECT {COLUMNS} FROM passkeys WHERE account_id = $1 ORDER BY created_at DESC, id LIMIT 20");
    db.all(&sql, params![account], read).await
}

/// How many an account has; the answer holds while the transaction holds the account.
pub async fn count_in(tx: &mut Tx, account: &str) -> Result<i64> {
    tx.one("SELECT COUNT(*) FROM passkeys WHERE account_id = $1", params![account], |row| row.get(0)).await
}

/// Notes a use: the credential with its new counter.
pub async fn used(tx: &mut Tx, id: &str, passkey: &str, now: At) -> Result<()> {
    let sql = "UPDATE passkeys SET passkey = $2, used_at = $3 WHERE id = $1";
    tx.exec(sql, params![id, passkey, now]).await.map(drop)
}

/// Says whether there was one.
pub async fn delete(tx: &mut Tx, account: &str, id: &str) -> Result<bool> {
    Ok(tx.exec("DELETE FROM passkeys WHERE account_id = $1 AND id = $2", params![account, id]).await? > 0)
}
