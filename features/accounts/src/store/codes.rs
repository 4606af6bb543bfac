//! The table `recovery_codes`: what stands on a recovery card, as hashes.

use basics::At;
use db::{Db, Result, Tx, params};

/// Replaces all codes of an account: an older card is worth nothing.
pub async fn replace(tx: &mut Tx, account: &str, hashes: &[String], now: At) -> Result<()> {
    tx.exec("DELETE FROM recovery_codes WHERE account_id = $1", params![account]).await?;
    for hash in hashes {
        tx.exec(
            "INSERT INTO recovery_codes (account_id, code, used_at, created_at) VALUES ($1, $2, NULL, $3)",
            params![account, hash, now],
        )
        .await?;
    }
    Ok(())
}

/// Uses a code up. False when it is none of the account's or was used before.
pub async fn take(tx: &mut Tx, account: &str, hash: &str, now: At) -> Result<bool> {
    let sql = "UPDATE recovery_codes SET used_at = $3 WHERE account_id = $1 AND code = $2 AND used_at IS NULL";
    Ok(tx.exec(sql, params![account, hash, now]).await? > 0)
}

/// How many codes of an account are left, and of how many.
pub async fn count(db: &Db, account: &str) -> Result<(i64, i64)> {
    db.one(
        "SELECT COALESCE(SUM(CASE WHEN used_at IS NULL THEN 1 ELSE 0 END), 0), COUNT(*) FROM recovery_codes \
         WHERE account_id = $1",
        params![account],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
    .await
}
