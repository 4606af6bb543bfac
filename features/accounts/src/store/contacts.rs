//! The table `contacts`. Nothing here tells whether a value is somebody else's too.

use basics::{At, Id};
use db::{Db, Result, Row, Tx, params};

use crate::contact::{Contact, Kind};

const COLUMNS: &str = "id, account_id, kind, value, verified_at, created_at";

fn read(row: &mut Row) -> Result<Contact> {
    Ok(Contact {
        id: row.get(0)?,
        account: row.get(1)?,
        kind: Kind::from_code(&row.get::<String>(2)?),
        value: row.get(3)?,
        verified_at: row.get(4)?,
        created_at: row.get(5)?,
    })
}

/// Adds a contact that is not verified yet; returns its id.
pub async fn insert(tx: &mut Tx, account: &str, kind: Kind, value: &str, now: At) -> Result<String> {
    let id = Id::<Contact>::new().to_string();
    tx.exec(
        "INSERT INTO contacts (id, account_id, kind, value, verified_at, created_at) VALUES ($1, $2, $3, $4, NULL, $5)",
        params![&id, account, kind.code(), value, now],
    )
    .await?;
    Ok(id)
}

/// One contact of an account.
pub async fn find(db: &Db, account: &str, id: &str) -> Result<Option<Contact>> {
    let sql = format!("SELECT {COLUMNS} FROM contacts WHERE account_id = $1 AND id = $2");
    db.opt(&sql, params![account, id], read).await
}

/// Contacts of an account, in the order in which they were added.
pub async fn list(db: &Db, account: &str) -> Result<Vec<Contact>> {
    let sql = format!("SELECT {COLUMNS} FROM contacts WHERE account_id = $1 ORDER BY created_at, id LIMIT 20");
    db.all(&sql, params![account], read).await
}

/// The same, in a transaction that has taken the account.
pub async fn list_in(tx: &mut Tx, account: &str) -> Result<Vec<Contact>> {
    let sql = format!("SELECT {COLUMNS} FROM contacts WHERE account_id = $1 ORDER BY created_at, id LIMIT 20");
    tx.all(&sql, params![account], read).await
}

/// Notes that its owner reads what is sent there.
pub async fn verify(tx: &mut Tx, account: &str, id: &str, now: At) -> Result<()> {
    let sql = "UPDATE contacts SET verified_at = $3 WHERE account_id = $1 AND id = $2";
    tx.exec(sql, params![account, id, now]).await.map(drop)
}

/// Says whether there was one.
pub async fn delete(tx: &mut Tx, account: &str, id: &str) -> Result<bool> {
    Ok(tx.exec("DELETE FROM contacts WHERE account_id = $1 AND id = $2", params![account, id]).await? > 0)
}
