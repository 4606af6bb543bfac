//! Accounts that end: whose time has come, and everything that hangs on one in the tables of this room.

use basics::At;
use db::{Db, Result, Tx, Value, params};

use crate::{
    account::{Account, State},
    sign_in::subject,
    store::accounts,
};

/// Whether the account may be erased now: it asked to leave, or slept too long, and the day has come. Being banned
/// meanwhile takes this right from nobody.
const DUE: &str = "leaves_at <= $1 AND state IN ('leaving', 'asleep', 'banned')";

/// Ids of accounts that are due, the longest waiting first.
pub async fn due(db: &Db, now: At, limit: i64) -> Result<Vec<String>> {
    let sql = format!("SELECT id FROM accounts WHERE {DUE} ORDER BY leaves_at, id LIMIT $2");
    db.all(&sql, params![now, limit], |row| row.get(0)).await
}

/// The account if it is still due; nobody changes that before the transaction ends.
pub async fn still_due(tx: &mut Tx, id: &str, now: At) -> Result<Option<Account>> {
    let sql = format!("UPDATE accounts SET seen_on = seen_on WHERE id = $2 AND {DUE}");
    if tx.exec(&sql, params![now, id]).await? == 0 {
        return Ok(None);
    }
    accounts::get_in(tx, id).await.map(Some)
}

/// Ids of accounts in a state that nobody has used since `before`, after the id `after`.
pub async fn unused(db: &Db, state: State, before: At, after: &str, limit: i64) -> Result<Vec<String>> {
    let sql = "SELECT id FROM accounts WHERE id > $3 AND state = $1 AND seen_on < $2 AND leaves_at IS NULL \
               ORDER BY id LIMIT $4";
    db.all(sql, params![state.code(), before, after, limit], |row| row.get(0)).await
}

/// Mail addresses that the person has confirmed.
pub async fn addresses(tx: &mut Tx, id: &str) -> Result<Vec<String>> {
    let sql = "SELECT value FROM contacts WHERE account_id = $1 AND kind = 'mail' AND verified_at IS NOT NULL \
               ORDER BY created_at LIMIT 5";
    tx.all(sql, params![id], |row| row.get(0)).await
}

/// Ids of sleeping accounts that somebody has used since `since`, at most `limit`.
pub async fn awoken(db: &Db, since: At, limit: i64) -> Result<Vec<String>> {
    let sql = "SELECT id FROM accounts WHERE state = 'asleep' AND seen_on >= $1 ORDER BY id LIMIT $2";
    db.all(sql, params![since, limit], |row| row.get(0)).await
}

/// Notes the day of a visit, in the caller's transaction.
pub async fn see(tx: &mut Tx, id: &str, day: At) -> Result<()> {
    tx.exec("UPDATE accounts SET seen_on = $2 WHERE id = $1 AND seen_on < $2", params![id, day]).await.map(drop)
}

/// Deletes an account and all that hangs on it and on its person. Vouches it gave stay under its id, which says nothing
/// any more.
pub async fn erase(tx: &mut Tx, account: &str, person: &str) -> Result<()> {
    tx.exec("DELETE FROM claims WHERE person_id = $1", params![person]).await?;
    let held = "SELECT handle, handle_key FROM accounts WHERE id = $1";
    let Some((handle, key)) =
        tx.opt(held, params![account], |row| Ok((row.get::<String>(0)?, row.get::<String>(1)?))).await?
    else {
        return Ok(());
    };
    for statement in [
        "UPDATE vouches SET giver_gone = TRUE, known_from = 'other' WHERE giver_id = $1",
        "UPDATE accounts SET made_by = NULL WHERE made_by = $1",
        "UPDATE accounts SET invited_by = NULL WHERE invited_by = $1",
        "DELETE FROM sessions WHERE helper_id = $1",
        "DELETE FROM tickets WHERE account_id = $1",
        // Sessions, phones, codes, contacts, passkeys, vouches received, recoveries and the log of helpers go with it.
        "DELETE FROM accounts WHERE id = $1",
    ] {
        tx.exec(statement, params![account]).await?;
    }
    forget_traces(tx, &handle, &key).await?;
    changes::recheck_sessions(tx).await
}

/// What stands under the sign-in name without belonging to the account.
async fn forget_traces(tx: &mut Tx, handle: &str, key: &str) -> Result<()> {
    tx.exec("DELETE FROM attempts WHERE subject = $1", params![subject("sign-in", key, None)]).await?;
    // Where somebody was sent after a form may name the page of a person.
    let written = percent_encoding::utf8_percent_encode(handle, percent_encoding::NON_ALPHANUMERIC);
    let named: [Value; 2] = [format!("%/{handle}%").into(), format!("%/{written}%").into()];
    tx.exec("DELETE FROM sent_forms WHERE location LIKE $1 OR location LIKE $2", &named).await.map(drop)
}
