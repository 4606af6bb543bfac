//! SQLite: one writer with group commit, many readers, nothing acknowledged before it is on the disk.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, OnceLock, PoisonError},
    time::Duration,
};

use rusqlite::{Connection, OpenFlags, Statement, config::DbConfig, types::ValueRef};
use tokio::{
    runtime::{Handle, RuntimeFlavor},
    sync::{Mutex as AsyncMutex, OwnedMutexGuard, Semaphore},
};

use crate::{Error, Result, Row, Value, migrations};

/// Readers beyond the number of cores only wait for each other.
const READERS: usize = 4;
const STATEMENTS: usize = 256;
/// How long a statement waits for another process.
const BUSY: Duration = Duration::from_secs(15);
/// How long one try to empty the log waits for those who read; writers wait as long.
const READERS_DONE: Duration = Duration::from_millis(200);
/// How often it is tried, and the pause between: a backup reads for a while.
const TRIES: u32 = 120;
const PAUSE: Duration = Duration::from_secs(1);

#[derive(Clone)]
pub(crate) struct Sqlite {
    path: PathBuf,
    // Closed before the writer: only a writer that closes last folds the log into the file.
    readers: Arc<Readers>,
    writer: Arc<AsyncMutex<Writer>>,
}

struct Readers {
    idle: Mutex<Vec<Connection>>,
    free: Semaphore,
}

/// The one connection that writes. Transactions that queue for it share one commit: each is a savepoint inside an
/// outer transaction, and the first to come back makes the whole group durable.
struct Writer {
    connection: Connection,
    /// The open outer transaction, if there is one.
    group: Option<Arc<Group>>,
    /// Finished transactions of the open group that wait to be durable.
    waiting: usize,
}

/// How an outer transaction ended, once it has: nothing, or why it could not be made durable.
#[derive(Default)]
struct Group(OnceLock<Option<String>>);

impl Sqlite {
    pub(crate) fn open(path: &Path) -> Result<Self> {
        let explain = |error: rusqlite::Error| {
            Error::Open(format!(
                "{}: {error}. Is it a Dzaleka Connect database, and may this user write to it?",
                path.display()
            ))
        };
        let mut connection = Connection::open(path).map_err(explain)?;
        prepare(&connection).map_err(explain)?;
        connection.pragma_update(None, "journal_mode", "WAL").map_err(explain)?;
        migrations::sqlite(&mut connection)?;
        let readers = (0..READERS).map(|_| reader(path)).collect::<Result<Vec<_>>>()?;
        let writer = Writer { connection, group: None, waiting: 0 };
        Ok(Self {
            path: path.to_owned(),
            writer: Arc::new(AsyncMutex::new(writer)),
            readers: Arc::new(Readers { idle: Mutex::new(readers), free: Semaphore::new(READERS) }),
        })
    }

    pub(crate) async fn all<T>(
        &self,
        sql: &str,
        params: &[Value],
        read: impl Fn(&mut Row) -> Result<T>,
    ) -> Result<Vec<T>> {
        let _permit = self.readers.free.acquire().await.map_err(|error| Error::Busy(error.to_string()))?;
        let connection = self.readers.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let connection = connection.map_or_else(|| reader(&self.path), Ok)?;
        // A read takes microseconds: handing the thread over would cost several times as much.
        let answer = query(&connection, sql, params, read);
        self.readers.idle.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
        answer
    }

    pub(crate) async fn begin(&self) -> Result<SqliteTx> {
        let mut writer = Arc::clone(&self.writer).lock_owned().await;
        let group = in_place(|| writer.join_group())?;
        Ok(SqliteTx { writer: Some(writer), group, shared: Arc::clone(&self.writer) })
    }

    pub(crate) async fn batch(&self, sql: &str) -> Result<()> {
        let mut writer = self.writer.lock().await;
        in_place(|| {
            writer.end_group();
            writer.connection.execute_batch(sql).map_err(Error::from)
        })
    }

    /// Writes the file anew and empties the log. `secure_delete` alone is not enough: when SQLite moves rows between
    /// pages, copies of them stay in gaps that no later deletion reaches.
    pub(crate) async fn scrub(&self) -> Result<()> {
        // The copy may be larger than the memory of a small machine.
        self.batch("PRAGMA temp_store = FILE; VACUUM; PRAGMA temp_store = MEMORY;").await?;
        for _ in 0..TRIES {
            if self.empty_log().await? {
                return Ok(());
            }
            tokio::time::sleep(PAUSE).await;
        }
        Err(Error::Busy("the log could not be emptied while somebody reads".into()))
    }

    /// Folds the log into the file and cuts it to nothing. False when somebody still reads from it.
    async fn empty_log(&self) -> Result<bool> {
        let mut writer = self.writer.lock().await;
        in_place(|| {
            writer.end_group();
            writer.connection.busy_timeout(READERS_DONE)?;
            let blocked =
                writer.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, bool>(0));
            writer.connection.busy_timeout(BUSY)?;
            Ok(!blocked?)
        })
    }

    /// Runs `work` on a connection of its own that sees one moment of the database.
    pub(crate) async fn snapshot<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let path = self.path.clone();
        let task = tokio::task::spawn_blocking(move || {
            let connection = reader(&path)?;
            connection.execute_batch("BEGIN")?;
            work(&connection)
        });
        task.await.map_err(|error| Error::Other(error.to_string()))?
    }
}

impl Writer {
    /// Begins one transaction inside the open group, or inside a new one.
    fn join_group(&mut self) -> Result<Arc<Group>> {
        // A full disk can make SQLite end the outer transaction by itself.
        if self.connection.is_autocommit() {
            self.end_group();
        }
        let group = match &self.group {
            Some(group) => Arc::clone(group),
            None => {
                self.connection.execute_batch("BEGIN IMMEDIATE")?;
                Arc::clone(self.group.insert(Arc::default()))
            }
        };
        self.connection.execute_batch("SAVEPOINT one")?;
        Ok(group)
    }

    /// Makes the open group durable, or notes why it could not be.
    fn end_group(&mut self) {
        let Some(group) = self.group.take() else { return };
        self.waiting = 0;
        let failed = self.connection.execute_batch("COMMIT").err().map(|error| error.to_string());
        // A commit that fails may leave the transaction open; nothing of it may stay.
        if failed.is_some()
            && !self.connection.is_autocommit()
            && let Err(error) = self.connection.execute_batch("ROLLBACK")
        {
            tracing::error!(%error, "a failed group could not be rolled back");
        }
        group.0.get_or_init(|| failed);
    }
}

pub(crate) struct SqliteTx {
    /// Present until the transaction ends.
    writer: Option<OwnedMutexGuard<Writer>>,
    group: Arc<Group>,
    shared: Arc<AsyncMutex<Writer>>,
}

impl SqliteTx {
    pub(crate) fn all<T>(
        &mut self,
        sql: &str,
        params: &[Value],
        read: impl Fn(&mut Row) -> Result<T>,
    ) -> Result<Vec<T>> {
        let writer = self.writer.as_ref().ok_or(Error::NoRow)?;
        in_place(|| query(&writer.connection, sql, params, read))
    }

    pub(crate) fn exec(&mut self, sql: &str, params: &[Value]) -> Result<u64> {
        let writer = self.writer.as_ref().ok_or(Error::NoRow)?;
        in_place(|| {
            let mut statement = writer.connection.prepare_cached(sql)?;
            bind(&mut statement, params)?;
            Ok(statement.raw_execute()? as u64)
        })
    }

    pub(crate) async fn commit(mut self) -> Result<()> {
        let Some(writer) = self.writer.as_mut() else { return Ok(()) };
        in_place(|| writer.connection.execute_batch("RELEASE one"))?;
        writer.waiting += 1;
        drop(self.writer.take());
        // A task of its own: a caller that goes away meanwhile must not leave the group open.
        let task = tokio::spawn(settle(Arc::clone(&self.shared), Arc::clone(&self.group)));
        task.await.map_err(|error| Error::Other(error.to_string()))?
    }
}

impl Drop for SqliteTx {
    fn drop(&mut self) {
        let Some(mut writer) = self.writer.take() else { return };
        if let Err(error) = writer.connection.execute_batch("ROLLBACK TO one; RELEASE one") {
            tracing::error!(%error, "a transaction could not be rolled back");
        }
        // Those of the group that wait for their commit will make it; without any, this ends it.
        if writer.waiting == 0 {
            writer.end_group();
        }
    }
}

/// Makes a group durable. Whoever queued meanwhile has joined it; the first to be here commits for all.
async fn settle(shared: Arc<AsyncMutex<Writer>>, group: Arc<Group>) -> Result<()> {
    let mut writer = shared.lock().await;
    if group.0.get().is_none() {
        in_place(|| writer.end_group());
    }
    match group.0.get() {
        Some(None) => Ok(()),
        Some(Some(cause)) => Err(Error::Unwritable(cause.clone())),
        None => Err(Error::Other("the writer forgot a transaction".into())),
    }
}

fn query<T>(
    connection: &Connection,
    sql: &str,
    params: &[Value],
    read: impl Fn(&mut Row) -> Result<T>,
) -> Result<Vec<T>> {
    let mut statement = connection.prepare_cached(sql)?;
    bind(&mut statement, params)?;
    let columns = statement.column_count();
    let mut rows = statement.raw_query();
    let mut answer = Vec::new();
    while let Some(row) = rows.next()? {
        let values = (0..columns).map(|column| Ok(own(row.get_ref(column)?))).collect::<Result<Vec<_>>>()?;
        answer.push(read(&mut Row(values))?);
    }
    Ok(answer)
}

pub(crate) fn own(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Int(number),
        ValueRef::Real(number) => Value::Int(number as i64),
        ValueRef::Text(text) => Value::Text(
            std::str::from_utf8(text).map_or_else(|_| String::from_utf8_lossy(text).into_owned(), str::to_owned),
        ),
        ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
    }
}

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        use rusqlite::types::ToSqlOutput::Borrowed;
        Ok(match self {
            Self::Null => Borrowed(ValueRef::Null),
            Self::Int(number) => Borrowed(ValueRef::Integer(*number)),
            Self::Bool(yes) => Borrowed(ValueRef::Integer(i64::from(*yes))),
            Self::Text(text) => Borrowed(ValueRef::Text(text.as_bytes())),
            Self::Bytes(bytes) => Borrowed(ValueRef::Blob(bytes)),
        })
    }
}

/// Gives each `$n` its value: SQLite numbers names by their first appearance, not by what they say.
fn bind(statement: &mut Statement<'_>, params: &[Value]) -> Result<()> {
    for place in 1..=statement.parameter_count() {
        let named = statement.parameter_name(place).and_then(|name| name.get(1..)?.parse::<usize>().ok());
        let value = named.and_then(|number| params.get(number.checked_sub(1)?));
        let value = value.ok_or(rusqlite::Error::InvalidParameterCount(params.len(), statement.parameter_count()))?;
        statement.raw_bind_parameter(place, value)?;
    }
    Ok(())
}

fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(BUSY)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    // One plan for a statement, whatever its values: else SQLite plans again for each new value, which costs more than
    // most answers.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.execute_batch(
        "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;
         PRAGMA cache_size = -4000; PRAGMA temp_store = MEMORY;",
    )
}

fn reader(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    prepare(&connection)?;
    Ok(connection)
}

/// SQLite answers in microseconds but may wait for the disk: the runtime moves other work away meanwhile.
fn in_place<T>(work: impl FnOnce() -> T) -> T {
    match Handle::try_current().map(|handle| handle.runtime_flavor()) {
        Ok(RuntimeFlavor::MultiThread) => tokio::task::block_in_place(work),
        _ => work(),
    }
}
