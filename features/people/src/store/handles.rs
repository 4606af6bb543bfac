//! Handles: nobody has the same one, nor one that looks like another's.

use basics::{Id, look_alike};
use db::{Result, Tx, params, text};

use super::{insert_terms, name_key, uses};
use crate::Person;

/// Whether somebody has this handle or one that looks like it; `key` is what look-alikes share. The answer holds until
/// the transaction ends. People from before keys were kept are compared by handle.
pub async fn taken(tx: &mut Tx, handle: &str, key: &str) -> Result<bool> {
    changes::take_turn(tx).await?;
    let sql = "SELECT 1 FROM people WHERE handle = $1 OR (handle_key = $2 AND handle_key <> '') LIMIT 1";
    Ok(tx.opt(sql, params![handle, key], |_| Ok(())).await?.is_some())
}

/// The handle, or the handle with the first free number behind it.
pub async fn free_handle(tx: &mut Tx, wished: &str) -> Result<String> {
    let mut handle = wished.to_owned();
    let mut number = 1;
    while taken(tx, &handle, &look_alike(&handle)).await? {
        number += 1;
        handle = format!("{wished}-{number}");
    }
    Ok(handle)
}

/// Gives a person another handle and its key. Announcing is the caller's.
pub async fn rename(tx: &mut Tx, id: &Id<Person>, handle: &str, key: &str) -> Result<()> {
    tx.exec("UPDATE people SET handle = $2, handle_key = $3 WHERE id = $1", params![id, handle, key]).await.map(drop)
}

/// [`super::insert`], with the key of the handle given.
pub async fn insert_keyed(tx: &mut Tx, person: &Person, key: &str, kept: &serde_json::Value) -> Result<()> {
    tx.exec(
        "INSERT INTO people (id, kind, handle, name_key, state, listed, fields, kept, released_at, confirmed_at, edited_at, \
         created_at, updated_at, handle_key, protected_until) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        params![
            &person.id,
            person.kind.code(),
            &person.handle,
            name_key(&person.fields),
            person.kept_state(),
            person.listed,
            text(&person.fields)?,
            text(kept)?,
            person.released_at,
            person.confirmed_at,
            person.edited_at,
            person.created_at,
            person.updated_at,
            key,
            person.protected_until
        ],
    )
    .await?;
    insert_terms(tx, person).await?;
    uses::first(tx, person, kept).await
}
