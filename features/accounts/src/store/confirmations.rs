//! The table `recovery_confirmations`: who says that it is really the account's owner who asks.

use basics::At;
use db::{Result, Tx, params};

use crate::by_people::{Confirmation, Part};

/// Notes a confirmation. False when this person has confirmed before.
pub async fn insert(tx: &mut Tx, recovery: &str, who: &str, part: Part, now: At) -> Result<bool> {
    let new = tx
        .exec(
            "INSERT INTO recovery_confirmations (recovery_id, account_id, part, confirmed_at) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (recovery_id, account_id) DO NOTHING",
            params![recovery, who, part.code(), now],
        )
        .await?;
    Ok(new > 0)
}

/// Confirmations of people who are still here and whom nobody looks into.
pub async fn list(tx: &mut Tx, recovery: &str) -> Result<Vec<Confirmation>> {
    tx.all(
        "SELECT c.account_id, c.part FROM recovery_confirmations c JOIN accounts a ON a.id = c.account_id \
         WHERE c.recovery_id = $1 AND a.state = 'active' AND a.review_since IS NULL ORDER BY c.confirmed_at, c.account_id LIMIT 100",
        params![recovery],
        |row| Ok(Confirmation { account: row.get(0)?, part: Part::from_code(&row.get::<String>(1)?) }),
    )
    .await
}
