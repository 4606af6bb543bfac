//! The table `accounts`.

use basics::{At, Id, Lang, Level, Roles};
use db::{Db, Result, Row, Tx, params};

use crate::account::{Account, Secrets, State};

const COLUMNS: &str = "id, person_id, handle, handle_key, passphrase, pin, takes_help, totp, totp_step, lang, born, level, \
                       trusted_by, roles, state, review_since, vouched_at, leaves_at, made_by, invited_by, shared_by_default, \
                       quiet_from, quiet_until, created_at, seen_on, by_hand";

fn read(row: &mut Row) -> Result<Account> {
    let (from, until): (Option<i64>, Option<i64>) = (row.get(21)?, row.get(22)?);
    Ok(Account {
        id: Id::from_text(row.get::<String>(0)?),
        person: row.get(1)?,
        handle: row.get(2)?,
        handle_key: row.get(3)?,
        secrets: Secrets { passphrase: row.get(4)?, pin: row.get(5)?, totp: row.get(7)?, totp_step: row.get(8)? },
        lang: lang(&row.get::<String>(9)?),
        born: row.get::<Option<i64>>(10)?.and_then(|year| year.try_into().ok()),
        level: Level::from_rank(row.get(11)?),
        trusted_by: row.get(12)?,
        roles: Roles::from_bits(row.get(13)?),
        state: State::from_code(&row.get::<String>(14)?),
        review_since: row.get(15)?,
        vouched_at: row.get(16)?,
        leaves_at: row.get(17)?,
        made_by: row.get(18)?,
        invited_by: row.get(19)?,
        shared_by_default: row.get(20)?,
        takes_help: row.get(6)?,
        quiet: from.zip(until),
        created_at: row.get(23)?,
        seen_on: row.get(24)?,
        by_hand: Level::from_rank(row.get(25)?),
    })
}

fn lang(tag: &str) -> Lang {
    Lang::ALL.into_iter().find(|lang| lang.tag() == tag).unwrap_or_default()
}

/// An account by the handle as its owner may type it: the key that look-alikes share.
pub async fn find_by_key(db: &Db, key: &str) -> Result<Option<Account>> {
    db.opt(&format!("SELECT {COLUMNS} FROM accounts WHERE handle_key = $1"), params![key], read).await
}

pub async fn find(db: &Db, id: &str) -> Result<Option<Account>> {
    db.opt(&format!("SELECT {COLUMNS} FROM accounts WHERE id = $1"), params![id], read).await
}

pub async fn get(db: &Db, id: &str) -> Result<Account> {
    find(db, id).await?.ok_or(db::Error::NoRow)
}

pub async fn find_by_person(db: &Db, person: &str) -> Result<Option<Account>> {
    db.opt(&format!("SELECT {COLUMNS} FROM accounts WHERE person_id = $1"), params![person], read).await
}

pub async fn find_by_person_in(tx: &mut Tx, person: &str) -> Result<Option<Account>> {
    tx.opt(&format!("SELECT {COLUMNS} FROM accounts WHERE person_id = $1"), params![person], read).await
}

/// An account to be changed in this transaction: nobody else changes it before it ends.
///
/// # Errors
/// [`db::Error::NoRow`] without one.
pub async fn get_in(tx: &mut Tx, id: &str) -> Result<Account> {
    tx.exec("UPDATE accounts SET seen_on = seen_on WHERE id = $1", params![id]).await?;
    tx.one(&format!("SELECT {COLUMNS} FROM accounts WHERE id = $1"), params![id], read).await
}

pub async fn find_in(tx: &mut Tx, id: &str) -> Result<Option<Account>> {
    tx.opt(&format!("SELECT {COLUMNS} FROM accounts WHERE id = $1"), params![id], read).await
}

/// Accounts in the order in which they were made, after the id `after`.
pub async fn list_after(db: &Db, after: &str, limit: i64) -> Result<Vec<Account>> {
    db.all(&format!("SELECT {COLUMNS} FROM accounts WHERE id > $1 ORDER BY id LIMIT $2"), params![after, limit], read)
        .await
}

/// Whether somebody who runs the portal is here, apart from the account `besides` (empty: anybody). Whoever asks has taken
/// their turn: the answer holds until the end of the transaction.
pub async fn has_admin(tx: &mut Tx, besides: &str) -> Result<bool> {
    let sql = "SELECT roles FROM accounts WHERE roles > 0 AND state = 'active' AND id <> $1 ORDER BY id LIMIT 10000";
    let roles = tx.all(sql, params![besides], |row| Ok(Roles::from_bits(row.get(0)?))).await?;
    Ok(roles.into_iter().any(|roles| roles.has(basics::Role::Admin)))
}

pub async fn insert(tx: &mut Tx, account: &Account) -> Result<()> {
    let (from, until) = account.quiet.unzip();
    tx.exec(
        &format!(
            "INSERT INTO accounts ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, \
             $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26)"
        ),
        params![
            &account.id,
            &account.person,
            &account.handle,
            &account.handle_key,
            account.secrets.passphrase.clone(),
            account.secrets.pin.clone(),
            account.takes_help,
            account.secrets.totp.clone(),
            account.secrets.totp_step,
            account.lang.tag(),
            account.born.map(i64::from),
            account.level.rank(),
            account.trusted_by.clone(),
            account.roles.bits(),
            account.state.code(),
            account.review_since,
            account.vouched_at,
            account.leaves_at,
            account.made_by.clone(),
            account.invited_by.clone(),
            account.shared_by_default,
            from,
            until,
            account.created_at,
            account.seen_on,
            account.by_hand.rank()
        ],
    )
    .await?;
    Ok(())
}

/// Writes an account back. What sessions know of it is looked up again on every node.
pub async fn update(tx: &mut Tx, account: &Account) -> Result<()> {
    let (from, until) = account.quiet.unzip();
    tx.exec(
        "UPDATE accounts SET handle = $2, handle_key = $3, passphrase = $4, pin = $5, takes_help = $6, totp = $7, \
         totp_step = $8, lang = $9, born = $10, level = $11, trusted_by = $12, roles = $13, state = $14, review_since = $15, \
         vouched_at = $16, leaves_at = $17, shared_by_default = $18, quiet_from = $19, quiet_until = $20, \
         made_by = $21, by_hand = $22 WHERE id = $1",
        params![
            &account.id,
            &account.handle,
            &account.handle_key,
            account.secrets.passphrase.clone(),
            account.secrets.pin.clone(),
            account.takes_help,
            account.secrets.totp.clone(),
            account.secrets.totp_step,
            account.lang.tag(),
            account.born.map(i64::from),
            account.level.rank(),
            account.trusted_by.clone(),
            account.roles.bits(),
            account.state.code(),
            account.review_since,
            account.vouched_at,
            account.leaves_at,
            account.shared_by_default,
            from,
            until,
            account.made_by.clone(),
            account.by_hand.rank()
        ],
    )
    .await?;
    changes::recheck_sessions(tx).await
}

/// Notes the day of a visit.
pub async fn see(db: &Db, id: &str, day: At) -> Result<()> {
    db.exec("UPDATE accounts SET seen_on = $2 WHERE id = $1 AND seen_on < $2", params![id, day]).await.map(drop)
}
