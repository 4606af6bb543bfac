//! The database through its public door, on both engines.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod away;
mod backup;
mod durability;
mod full;
mod groups;
mod opening;
mod schema;
mod scrub;
mod transactions;
mod values;

use db::{Db, params};

/// A table to play with, and its one kind of row.
pub async fn notes(db: &Db) {
    db.exec("CREATE TABLE notes (id TEXT NOT NULL PRIMARY KEY, text TEXT)", &[]).await.unwrap();
}

pub async fn note(db: &Db, id: impl ToString) -> db::Result<()> {
    let mut tx = db.begin().await?;
    write(&mut tx, id).await?;
    tx.commit().await
}

pub async fn write(tx: &mut db::Tx, id: impl ToString) -> db::Result<()> {
    tx.exec("INSERT INTO notes (id, text) VALUES ($1, $2)", params![id.to_string(), "something"]).await.map(drop)
}

pub async fn ids(db: &Db) -> Vec<String> {
    db.all("SELECT id FROM notes ORDER BY id LIMIT 100000", &[], |row| row.get(0)).await.unwrap()
}
