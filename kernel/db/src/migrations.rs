//! The schema's one number line: the same text for both engines.

use deadpool_postgres::Object;
use refinery::{Migration, Runner};
use rusqlite::{Connection, OptionalExtension};

use crate::{Error, Result};

const TEXTS: &[(&str, &str)] = &[
    ("V1__house", include_str!("../../../migrations/V1__house.sql")),
    ("V2__accounts", include_str!("../../../migrations/V2__accounts.sql")),
    ("V3__post", include_str!("../../../migrations/V3__post.sql")),
    ("V4__protected", include_str!("../../../migrations/V4__protected.sql")),
    ("V5__audit", include_str!("../../../migrations/V5__audit.sql")),
    ("V6__picture_uses", include_str!("../../../migrations/V6__picture_uses.sql")),
    ("V7__uploads", include_str!("../../../migrations/V7__uploads.sql")),
    ("V8__organisations", include_str!("../../../migrations/V8__organisations.sql")),
    ("V9__works", include_str!("../../../migrations/V9__works.sql")),
    ("V10__vocabulary", include_str!("../../../migrations/V10__vocabulary.sql")),
    ("V11__letters", include_str!("../../../migrations/V11__letters.sql")),
    ("V12__freshness", include_str!("../../../migrations/V12__freshness.sql")),
    ("V13__stories", include_str!("../../../migrations/V13__stories.sql")),
    ("V14__erased", include_str!("../../../migrations/V14__erased.sql")),
    ("V15__waiting_tellings", include_str!("../../../migrations/V15__waiting_tellings.sql")),
];

const APPLIED: &str = "SELECT CAST(max(version) AS BIGINT) FROM refinery_schema_history";
/// Two nodes that start together take turns.
const LOCK: &str = "SELECT pg_advisory_lock(4470361)";
const UNLOCK: &str = "SELECT pg_advisory_unlock(4470361)";

fn runner() -> Result<Runner> {
    let migrations =
        TEXTS.iter().map(|(name, sql)| Migration::unapplied(name, sql).map_err(other)).collect::<Result<Vec<_>>>()?;
    Ok(Runner::new(&migrations).set_abort_divergent(true))
}

/// The number of the last migration: `V8__organisations` is 8.
fn newest() -> i64 {
    let number = |name: &str| name.strip_prefix('V')?.split_once("__")?.0.parse().ok();
    TEXTS.iter().filter_map(|(name, _)| number(name)).max().unwrap_or_default()
}

fn refuse_newer(found: Option<i64>) -> Result<()> {
    let known = newest();
    match found {
        Some(found) if found > known => Err(Error::Newer { found, known }),
        _ => Ok(()),
    }
}

pub(crate) fn sqlite(connection: &mut Connection) -> Result<()> {
    let kept = connection
        .query_row("SELECT 1 FROM sqlite_master WHERE name = 'refinery_schema_history'", [], |_| Ok(()))
        .optional()?;
    if kept.is_some() {
        refuse_newer(connection.query_row(APPLIED, [], |row| row.get(0))?)?;
    }
    runner()?.run(connection).map_err(other)?;
    Ok(())
}

pub(crate) async fn postgres(client: &mut Object) -> Result<()> {
    client.batch_execute(LOCK).await?;
    let kept: bool = client.query_one("SELECT to_regclass('refinery_schema_history') IS NOT NULL", &[]).await?.get(0);
    if kept {
        refuse_newer(client.query_one(APPLIED, &[]).await?.get(0))?;
    }
    runner()?.run_async(&mut ***client).await.map_err(other)?;
    client.batch_execute(UNLOCK).await?;
    Ok(())
}

fn other(error: refinery::Error) -> Error {
    Error::Open(format!("the database schema could not be brought up to date: {error}"))
}
