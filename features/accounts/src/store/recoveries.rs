//! The table `recoveries`: who asked to get back in through people who know them.

use basics::At;
use db::{Db, Result, Row, Tx, params};

/// Whether somebody tries to get this account back through people who know its owner.
pub async fn is_under_way(db: &Db, account: &str, now: At) -> Result<bool> {
    Ok(find_under_way(db, account, now).await?.is_some())
}

/// What an account's owner has to know of: somebody entitled has confirmed it. A stranger who only asks disturbs nobody.
pub async fn find_under_way(db: &Db, account: &str, now: At) -> Result<Option<Recovery>> {
    db.opt(
        &format!(
            "SELECT {COLUMNS} FROM recoveries r WHERE account_id = $1 AND state IN ('asked', 'confirmed') \
             AND ends_at > $2 AND EXISTS (SELECT 1 FROM recovery_confirmations c WHERE c.recovery_id = r.id) \
             ORDER BY ready_at IS NULL, ready_at LIMIT 1"
        ),
        params![account, now],
        read,
    )
    .await
}

/// A recovery through people.
#[derive(Clone, Debug, PartialEq)]
pub struct Recovery {
    pub id: String,
    /// Nobody has that handle: it looks the same to whoever asked, and cannot be confirmed.
    pub account: Option<String>,
    /// The passphrase to be, argon2id as a PHC string; emptied when it is over.
    pub passphrase: String,
    /// `asked`, `confirmed`, `done` or `cancelled`.
    pub state: String,
    pub ready_at: Option<At>,
    pub ends_at: At,
}

const COLUMNS: &str = "id, account_id, passphrase, state, ready_at, ends_at";

fn read(row: &mut Row) -> Result<Recovery> {
    Ok(Recovery {
        id: row.get(0)?,
        account: row.get(1)?,
        passphrase: row.get(2)?,
        state: row.get(3)?,
        ready_at: row.get(4)?,
        ends_at: row.get(5)?,
    })
}

/// Begins one. False when the reference is in use. `reference` is a hash.
pub async fn insert(tx: &mut Tx, recovery: &Recovery, reference: &str, now: At) -> Result<bool> {
    let made = tx
        .exec(
            "INSERT INTO recoveries (id, reference, account_id, passphrase, state, created_at, ready_at, ends_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (reference) DO NOTHING",
            params![
                &recovery.id,
                reference,
                recovery.account.clone(),
                &recovery.passphrase,
                &recovery.state,
                now,
                recovery.ready_at,
                recovery.ends_at
            ],
        )
        .await?;
    Ok(made > 0)
}

/// One that can still be confirmed, by the hash of its reference.
pub async fn find_asked(db: &Db, reference: &str, now: At) -> Result<Option<Recovery>> {
    db.opt(
        &format!(
            "SELECT {COLUMNS} FROM recoveries \
             WHERE reference = $1 AND state = 'asked' AND ends_at > $2 AND account_id IS NOT NULL"
        ),
        params![reference, now],
        read,
    )
    .await
}

/// One to be changed in this transaction: nobody else changes it before it ends.
pub async fn find_in(tx: &mut Tx, id: &str) -> Result<Option<Recovery>> {
    tx.exec("UPDATE recoveries SET state = state WHERE id = $1", params![id]).await?;
    tx.opt(&format!("SELECT {COLUMNS} FROM recoveries WHERE id = $1"), params![id], read).await
}

/// Enough people have confirmed: from `ready_at` on it takes effect.
pub async fn confirm(tx: &mut Tx, id: &str, ready_at: At, ends_at: At) -> Result<()> {
    let sql = "UPDATE recoveries SET state = 'confirmed', ready_at = $2, ends_at = $3 WHERE id = $1";
    tx.exec(sql, params![id, ready_at, ends_at]).await.map(drop)
}

/// It is over; the passphrase is forgotten.
pub async fn end(tx: &mut Tx, id: &str, state: &str) -> Result<()> {
    let sql = "UPDATE recoveries SET state = $2, passphrase = '' WHERE id = $1";
    tx.exec(sql, params![id, state]).await.map(drop)
}

/// Ends all that are under way for an account. Returns how many.
pub async fn void(tx: &mut Tx, account: &str) -> Result<u64> {
    let sql = "UPDATE recoveries SET state = 'cancelled', passphrase = '' \
               WHERE account_id = $1 AND state IN ('asked', 'confirmed')";
    tx.exec(sql, params![account]).await
}

/// Forgets what was asked before `before` and is over.
pub async fn sweep(tx: &mut Tx, before: At, now: At) -> Result<u64> {
    tx.exec("DELETE FROM recoveries WHERE created_at < $1 AND ends_at < $2", params![before, now]).await
}
