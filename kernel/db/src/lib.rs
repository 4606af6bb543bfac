//! The only door to the database: SQLite inside the data folder, or PostgreSQL by URL.
//!
//! Statements are written once, with `$1` placeholders, in the tongue both engines speak (house.md, *Two databases*).
//! No engine name appears outside this crate.

mod dump;
mod error;
mod kept;
mod migrations;
mod postgres;
mod row;
mod several;
mod sqlite;
mod value;

use std::{path::Path, sync::Arc};

pub use dump::{TABLES, Table};
pub use error::{Error, Result};
pub use kept::{json, text};
pub use row::Row;
pub use several::{marks, values};
pub use value::{FromValue, Value};

use postgres::{Postgres, PostgresTx};
use sqlite::{Sqlite, SqliteTx};
use tokio::sync::Notify;

/// The values of a statement: `params![id, name, 3]`.
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => { &[$($crate::Value::from($value)),*][..] as &[$crate::Value] };
}

/// An open database. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    engine: Engine,
    committed: Arc<Notify>,
}

#[derive(Clone)]
enum Engine {
    Sqlite(Sqlite),
    Postgres(Postgres),
}

impl Db {
    /// Opens the database and brings its schema up to date. With no `url`: SQLite at `data/dzaleka.sqlite`.
    ///
    /// # Errors
    /// [`Error::Newer`] when a later release has written to it; [`Error::Open`] in the operator's words.
    pub async fn open(url: Option<&str>, data: &Path) -> Result<Self> {
        let engine =
            match url {
                None => Engine::Sqlite(Sqlite::open(&data.join("dzaleka.sqlite"))?),
                Some(url) if url.starts_with("postgres://") || url.starts_with("postgresql://") => {
                    Engine::Postgres(Postgres::open(url).await?)
                }
                Some(_) => return Err(Error::Open(
                    "the database URL must begin with postgres:// ; leave it out to use SQLite inside the data folder"
                        .into(),
                )),
            };
        let db = Self { engine, committed: Arc::default() };
        db.exec(
            "INSERT INTO change_counter (name, last) VALUES ('origin', $1) ON CONFLICT (name) DO NOTHING",
            params![random()],
        )
        .await?;
        Ok(db)
    }

    /// What sets this database apart from every other, and from itself before a restore: what is derived from another
    /// is thrown away.
    pub async fn origin(&self) -> Result<String> {
        let origin =
            self.one("SELECT last FROM change_counter WHERE name = 'origin'", &[], |row| row.get::<i64>(0)).await?;
        Ok(format!("{:016x}", origin.cast_unsigned()))
    }

    /// What an operator calls this engine.
    pub fn engine_name(&self) -> &'static str {
        match &self.engine {
            Engine::Sqlite(_) => "SQLite",
            Engine::Postgres(_) => "PostgreSQL",
        }
    }

    /// The one row of a statement, mapped by `read`; [`Error::NoRow`] without one.
    pub async fn one<T>(&self, sql: &str, params: &[Value], read: impl Fn(&mut Row) -> Result<T>) -> Result<T> {
        self.opt(sql, params, read).await?.ok_or(Error::NoRow)
    }

    /// The first row of a statement, if there is one.
    pub async fn opt<T>(&self, sql: &str, params: &[Value], read: impl Fn(&mut Row) -> Result<T>) -> Result<Option<T>> {
        Ok(self.all(sql, params, read).await?.into_iter().next())
    }

    /// All rows of a statement; the statement holds the limit.
    pub async fn all<T>(&self, sql: &str, params: &[Value], read: impl Fn(&mut Row) -> Result<T>) -> Result<Vec<T>> {
        match &self.engine {
            Engine::Sqlite(sqlite) => sqlite.all(sql, params, read).await,
            Engine::Postgres(postgres) => postgres.all(sql, params, read).await,
        }
    }

    /// Runs one statement in a transaction of its own and says how many rows it changed.
    pub async fn exec(&self, sql: &str, params: &[Value]) -> Result<u64> {
        let mut tx = self.begin().await?;
        let changed = tx.exec(sql, params).await?;
        tx.commit().await?;
        Ok(changed)
    }

    /// A transaction that writes. Dropped without `commit`, it leaves nothing behind.
    pub async fn begin(&self) -> Result<Tx> {
        let engine = match &self.engine {
            Engine::Sqlite(sqlite) => TxEngine::Sqlite(sqlite.begin().await?),
            Engine::Postgres(postgres) => TxEngine::Postgres(Box::new(postgres.begin().await?)),
        };
        Ok(Tx { engine, committed: Arc::clone(&self.committed) })
    }

    /// Waits until this process commits something. Writes by other processes do not wake it.
    pub async fn committed(&self) {
        self.committed.notified().await;
    }

    /// Whether the database answers and durable writes are on.
    pub async fn check(&self) -> Result<()> {
        self.one("SELECT last FROM change_counter WHERE name = 'changes'", &[], |row| row.get::<i64>(0)).await.map(drop)
    }

    /// Leaves no trace of what was deleted: on SQLite in file and log, on PostgreSQL in the files of the tables. What
    /// PostgreSQL keeps in its own log and archives is the operator's concern. Rewrites everything, so it is for the
    /// night, after somebody was erased.
    ///
    /// # Errors
    /// [`Error::Busy`] when somebody reads for so long that it has to be tried again.
    pub async fn scrub(&self) -> Result<()> {
        match &self.engine {
            Engine::Sqlite(sqlite) => sqlite.scrub().await,
            Engine::Postgres(postgres) => {
                let tables = TABLES.iter().map(|table| table.name).filter(|name| !NOTHING_PERSONAL.contains(name));
                postgres.scrub(tables).await
            }
        }
    }

    /// Gathers what the planner wants to know; worth a call after a large import.
    pub async fn analyze(&self) -> Result<()> {
        match &self.engine {
            Engine::Sqlite(sqlite) => sqlite.batch("ANALYZE").await,
            Engine::Postgres(postgres) => postgres.batch("ANALYZE").await,
        }
    }
}

/// Tables that only grow, or hold numbers: nothing personal was ever in them.
const NOTHING_PERSONAL: [&str; 2] = ["change_counter", "changes"];

/// An open transaction.
pub struct Tx {
    engine: TxEngine,
    committed: Arc<Notify>,
}

enum TxEngine {
    Sqlite(SqliteTx),
    Postgres(Box<PostgresTx>),
}

impl Tx {
    pub async fn one<T>(&mut self, sql: &str, params: &[Value], read: impl Fn(&mut Row) -> Result<T>) -> Result<T> {
        self.opt(sql, params, read).await?.ok_or(Error::NoRow)
    }

    pub async fn opt<T>(
        &mut self,
        sql: &str,
        params: &[Value],
        read: impl Fn(&mut Row) -> Result<T>,
    ) -> Result<Option<T>> {
        Ok(self.all(sql, params, read).await?.into_iter().next())
    }

    pub async fn all<T>(
        &mut self,
        sql: &str,
        params: &[Value],
        read: impl Fn(&mut Row) -> Result<T>,
    ) -> Result<Vec<T>> {
        match &mut self.engine {
            TxEngine::Sqlite(tx) => tx.all(sql, params, read),
            TxEngine::Postgres(tx) => tx.all(sql, params, read).await,
        }
    }

    /// Runs one statement and says how many rows it changed.
    pub async fn exec(&mut self, sql: &str, params: &[Value]) -> Result<u64> {
        match &mut self.engine {
            TxEngine::Sqlite(tx) => tx.exec(sql, params),
            TxEngine::Postgres(tx) => tx.exec(sql, params).await,
        }
    }

    /// Makes this a database of its own, after rows were put back or written in bulk without announcing them.
    pub async fn renew_origin(&mut self) -> Result<()> {
        self.exec("UPDATE change_counter SET last = $1 WHERE name = 'origin'", params![random()]).await?;
        Ok(())
    }

    /// Makes everything durable. When this returns, a power cut loses nothing of it.
    pub async fn commit(self) -> Result<()> {
        match self.engine {
            TxEngine::Sqlite(tx) => tx.commit().await?,
            TxEngine::Postgres(tx) => tx.commit().await?,
        }
        self.committed.notify_waiters();
        Ok(())
    }
}

fn random() -> i64 {
    let (high, low) = uuid::Uuid::new_v4().as_u64_pair();
    (high ^ low).cast_signed()
}
