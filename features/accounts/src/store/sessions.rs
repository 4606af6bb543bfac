//! The table `sessions`. Tokens are kept as hashes; who holds one is never told apart from who holds none.

use basics::At;
use db::{Db, Result, Row, Tx, params};

use crate::session::Session;

const COLUMNS: &str =
    "id, account_id, helper_id, shared, second_step, device, created_at, seen_at, confirmed_at, ends_at, token";

fn read(row: &mut Row) -> Result<Session> {
    Ok(Session {
        id: row.get(0)?,
        account: row.get(1)?,
        helper: row.get(2)?,
        shared: row.get(3)?,
        second_step: row.get(4)?,
        device: row.get(5)?,
        created_at: row.get(6)?,
        seen_at: row.get(7)?,
        confirmed_at: row.get(8)?,
        ends_at: row.get(9)?,
        token: row.get(10)?,
    })
}

pub async fn insert(tx: &mut Tx, session: &Session) -> Result<()> {
    tx.exec(
        &format!("INSERT INTO sessions ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"),
        params![
            &session.id,
            &session.account,
            session.helper.clone(),
            session.shared,
            session.second_step,
            &session.device,
            session.created_at,
            session.seen_at,
            session.confirmed_at,
            session.ends_at,
            &session.token
        ],
    )
    .await?;
    Ok(())
}

/// A session by the hash of its token.
pub async fn find(db: &Db, token: &str) -> Result<Option<Session>> {
    db.opt(&format!("SELECT {COLUMNS} FROM sessions WHERE token = $1"), params![token], read).await
}

/// Sessions of an account, the newest first; those of helpers included.
pub async fn list(db: &Db, account: &str, now: At) -> Result<Vec<Session>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM sessions WHERE account_id = $1 AND ends_at > $2 ORDER BY created_at DESC, id LIMIT 100"
    );
    db.all(&sql, params![account, now], read).await
}

/// Notes that a session was used.
pub async fn see(db: &Db, id: &str, now: At) -> Result<()> {
    db.exec("UPDATE sessions SET seen_at = $2 WHERE id = $1 AND seen_at < $2", params![id, now]).await.map(drop)
}

/// Notes that its holder has just proved to be themselves, perhaps with a second step. It goes on under another token, so
/// that no node takes it for what it was before.
pub async fn renew(tx: &mut Tx, id: &str, token: &str, second_step: bool, now: At) -> Result<()> {
    let sql = "UPDATE sessions SET token = $2, second_step = second_step OR $3, confirmed_at = $4 WHERE id = $1";
    tx.exec(sql, params![id, token, second_step, now]).await?;
    changes::recheck_sessions(tx).await
}

/// Ends one session of an account on every node. Says whether there was one.
pub async fn end(tx: &mut Tx, account: &str, id: &str) -> Result<bool> {
    let ended = tx.exec("DELETE FROM sessions WHERE account_id = $1 AND id = $2", params![account, id]).await?;
    changes::recheck_sessions(tx).await?;
    Ok(ended > 0)
}

/// Ends all sessions of an account, of helpers too, but `except`. Returns how many.
pub async fn end_all(tx: &mut Tx, account: &str, except: &str) -> Result<u64> {
    let ended = tx
        .exec("DELETE FROM sessions WHERE (account_id = $1 OR helper_id = $1) AND id <> $2", params![account, except])
        .await?;
    changes::recheck_sessions(tx).await?;
    Ok(ended)
}

/// Ends the sessions of helpers who act for an account.
pub async fn end_helpers(tx: &mut Tx, account: &str) -> Result<u64> {
    let ended =
        tx.exec("DELETE FROM sessions WHERE account_id = $1 AND helper_id IS NOT NULL", params![account]).await?;
    changes::recheck_sessions(tx).await?;
    Ok(ended)
}

/// Ends every session of everybody: the emergency brake.
pub async fn end_everybodys(tx: &mut Tx) -> Result<u64> {
    let ended = tx.exec("DELETE FROM sessions", &[]).await?;
    changes::recheck_sessions(tx).await?;
    Ok(ended)
}

/// Forgets sessions that ended before `before`.
pub async fn sweep(tx: &mut Tx, before: At) -> Result<u64> {
    tx.exec("DELETE FROM sessions WHERE ends_at < $1", params![before]).await
}
