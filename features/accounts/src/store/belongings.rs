//! What hangs on an account in every table of this room, as its owner may read it: never secrets, hashes or tokens, and
//! of other people no more than the sign-in name they were met under.

use basics::At;
use db::{Db, Result, Row, Value, params};
use serde_json::{Value as Json, json};

/// More than anybody gathers in the time that things are kept.
const MOST: i64 = 5000;

/// Rows of a statement about one account or person, as objects.
async fn rows(db: &Db, sql: &str, id: &str, read: impl Fn(&mut Row) -> Result<Json>) -> Result<Json> {
    let values: [Value; 2] = [id.into(), MOST.into()];
    Ok(db.all(&format!("{sql} LIMIT $2"), &values, read).await?.into())
}

/// The day of a moment: nobody needs to know when exactly a phone was used.
fn day(row: &mut Row, column: usize) -> Result<Option<String>> {
    Ok(row.get::<Option<At>>(column)?.map(|at| at.rfc3339()[..10].to_owned()))
}

/// Whether there is something, without saying what.
fn has(row: &mut Row, column: usize) -> Result<bool> {
    Ok(row.get::<Option<String>>(column)?.is_some())
}

pub async fn account(db: &Db, account: &str) -> Result<Option<Json>> {
    let sql = "SELECT handle, lang, born, level, state, review_since, shared_by_default, takes_help, quiet_from, quiet_until, \
               passphrase, pin, totp, created_at, seen_on, vouched_at, leaves_at, invited_by, made_by, trusted_by, roles \
               FROM accounts WHERE id = $1";
    db.opt(sql, params![account], |row| {
        let roles = basics::Roles::from_bits(row.get(20)?);
        Ok(json!({
            "handle": row.get::<String>(0)?,
            "language": row.get::<String>(1)?,
            "year_of_birth": row.get::<Option<i64>>(2)?,
            "level": basics::Level::from_rank(row.get(3)?).code(),
            "roles": roles.iter().map(|role| role.code()).collect::<Vec<_>>(),
            "state": row.get::<String>(4)?,
            "under_review": row.get::<Option<At>>(5)?.is_some(),
            "shared_phone_by_default": row.get::<bool>(6)?,
            "takes_help": row.get::<bool>(7)?,
            "quiet_from_minute": row.get::<Option<i64>>(8)?,
            "quiet_until_minute": row.get::<Option<i64>>(9)?,
            "has_passphrase": has(row, 10)?,
            "has_pin": has(row, 11)?,
            "has_second_step": has(row, 12)?,
            "joined_on": day(row, 13)?,
            "last_here_on": day(row, 14)?,
            "vouched_on": day(row, 15)?,
            "leaves_on": day(row, 16)?,
            "was_invited": has(row, 17)?,
            "was_registered_by_helper": has(row, 18)?,
            "trusted_by_steward": has(row, 19)?,
        }))
    })
    .await
}

pub async fn contacts(db: &Db, account: &str) -> Result<Json> {
    let sql = "SELECT kind, value, created_at, verified_at FROM contacts WHERE account_id = $1 ORDER BY created_at";
    rows(db, sql, account, |row| {
        let (kind, value): (String, String) = (row.get(0)?, row.get(1)?);
        Ok(json!({ "kind": kind, "value": value, "given_on": day(row, 2)?, "confirmed_on": day(row, 3)? }))
    })
    .await
}

pub async fn sessions(db: &Db, account: &str) -> Result<Json> {
    let sql = "SELECT device, shared, created_at, seen_at, ends_at, helper_id FROM sessions WHERE account_id = $1 \
               ORDER BY created_at";
    rows(db, sql, account, |row| {
        Ok(json!({
            "device": row.get::<String>(0)?,
            "shared_phone": row.get::<bool>(1)?,
            "began_on": day(row, 2)?,
            "last_used_on": day(row, 3)?,
            "ends_on": day(row, 4)?,
            "of_a_helper": has(row, 5)?,
        }))
    })
    .await
}

pub async fn devices(db: &Db, account: &str) -> Result<Json> {
    let sql = "SELECT device, shown, created_at, seen_at FROM devices WHERE account_id = $1 ORDER BY created_at";
    rows(db, sql, account, |row| {
        Ok(json!({
            "device": row.get::<String>(0)?,
            "name_offered_there": row.get::<bool>(1)?,
            "known_since": day(row, 2)?,
            "last_used_on": day(row, 3)?,
        }))
    })
    .await
}

pub async fn passkeys(db: &Db, account: &str) -> Result<Json> {
    let sql = "SELECT name, created_at, used_at FROM passkeys WHERE account_id = $1 ORDER BY created_at";
    rows(db, sql, account, |row| {
        Ok(json!({ "name": row.get::<String>(0)?, "made_on": day(row, 1)?, "last_used_on": day(row, 2)? }))
    })
    .await
}

/// The codes of the recovery card: how many there are, and which are used.
pub async fn codes(db: &Db, account: &str) -> Result<Json> {
    let sql = "SELECT created_at, used_at FROM recovery_codes WHERE account_id = $1 ORDER BY code";
    rows(db, sql, account, |row| Ok(json!({ "made_on": day(row, 0)?, "used_on": day(row, 1)? }))).await
}

/// The code on paper by which the person may take their account over.
pub async fn claim(db: &Db, person: &str) -> Result<Json> {
    let sql = "SELECT made_at FROM claims WHERE person_id = $1";
    rows(db, sql, person, |row| Ok(json!({ "made_on": day(row, 0)? }))).await
}

/// Vouches this account received.
pub async fn vouches_received(db: &Db, account: &str) -> Result<Json> {
    vouches(db, "v.giver_id", "v.receiver_id", account).await
}

/// Vouches this account gave.
pub async fn vouches_given(db: &Db, account: &str) -> Result<Json> {
    vouches(db, "v.receiver_id", "v.giver_id", account).await
}

async fn vouches(db: &Db, other: &str, own: &str, account: &str) -> Result<Json> {
    let sql = format!(
        "SELECT a.handle, v.known_from, v.given_at, v.withdrawn_at FROM vouches v LEFT JOIN accounts a ON a.id = {other} \
         WHERE {own} = $1 ORDER BY v.given_at"
    );
    rows(db, &sql, account, |row| {
        let (handle, known_from): (Option<String>, String) = (row.get(0)?, row.get(1)?);
        Ok(json!({ "handle": handle, "known_from": known_from, "given_on": day(row, 2)?, "taken_back_on": day(row, 3)? }))
    })
    .await
}

/// What helpers did for this person.
pub async fn helped(db: &Db, account: &str) -> Result<Json> {
    let sql = "SELECT a.handle, h.what, h.path, h.at FROM helped h LEFT JOIN accounts a ON a.id = h.helper_id \
               WHERE h.account_id = $1 ORDER BY h.at, h.id";
    rows(db, sql, account, |row| {
        let (helper, what, path): (Option<String>, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok(json!({ "helper": helper, "what": what, "where": path, "on": day(row, 3)? }))
    })
    .await
}

/// What this person did as a helper. For whom stays with those who were helped.
pub async fn help_given(db: &Db, account: &str) -> Result<Json> {
    let sql = "SELECT what, at FROM helped WHERE helper_id = $1 ORDER BY at, id";
    rows(db, sql, account, |row| Ok(json!({ "what": row.get::<String>(0)?, "on": day(row, 1)? }))).await
}

pub async fn recoveries(db: &Db, account: &str) -> Result<Json> {
    let sql = "SELECT reference, state, created_at, ends_at FROM recoveries WHERE account_id = $1 ORDER BY created_at";
    rows(db, sql, account, |row| {
        let (reference, state): (String, String) = (row.get(0)?, row.get(1)?);
        Ok(json!({ "reference": reference, "state": state, "asked_on": day(row, 2)?, "ends_on": day(row, 3)? }))
    })
    .await
}

/// How this person helped others to get back in.
pub async fn confirmations(db: &Db, account: &str) -> Result<Json> {
    let sql = "SELECT part, confirmed_at FROM recovery_confirmations WHERE account_id = $1 ORDER BY confirmed_at";
    rows(db, sql, account, |row| Ok(json!({ "part": row.get::<String>(0)?, "on": day(row, 1)? }))).await
}

/// Invitations, and whatever else was begun with a link or code.
pub async fn tickets(db: &Db, account: &str) -> Result<Json> {
    let sql = "SELECT kind, created_at, ends_at, used_at FROM tickets WHERE account_id = $1 ORDER BY created_at";
    rows(db, sql, account, |row| {
        let kind: String = row.get(0)?;
        Ok(json!({ "kind": kind, "made_on": day(row, 1)?, "ends_on": day(row, 2)?, "used_on": day(row, 3)? }))
    })
    .await
}
