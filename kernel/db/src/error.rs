//! What can go wrong at the database, sorted by what the caller can do about it.

use std::error::Error as _;

pub type Result<T> = std::result::Result<T, Error>;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Nothing was found where one row must be.
    #[error("no row")]
    NoRow,
    /// A unique column already holds this value; the text names the constraint or column.
    #[error("already taken: {0}")]
    Taken(String),
    /// The disk is full or does not answer: writes fail, reads go on.
    #[error("the database cannot be written: {0}")]
    Unwritable(String),
    /// The engine is away or out of connections, or another process holds the lock for too long.
    #[error("the database is busy: {0}")]
    Busy(String),
    /// A later release has written to this database.
    #[error(
        "this database was written by a newer release (schema {found}, this program knows {known}); update the program, nothing was changed"
    )]
    Newer { found: i64, known: i64 },
    /// It cannot be opened; the text says what to do.
    #[error("{0}")]
    Open(String),
    /// A column holds something else than the program expects.
    #[error("column {column} holds {found}, expected {expected}")]
    Column { column: usize, found: &'static str, expected: &'static str },
    #[error("{0}")]
    Other(String),
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        let text = error.to_string();
        let rusqlite::Error::SqliteFailure(failure, _) = &error else { return Self::Other(text) };
        match failure.code {
            Code::ConstraintViolation if text.contains("UNIQUE") => Self::Taken(text),
            Code::DiskFull | Code::SystemIoFailure | Code::ReadOnly => Self::Unwritable(text),
            Code::DatabaseBusy | Code::DatabaseLocked => Self::Busy(text),
            _ => Self::Other(text),
        }
    }
}

impl From<tokio_postgres::Error> for Error {
    fn from(error: tokio_postgres::Error) -> Self {
        use tokio_postgres::error::SqlState;
        let Some(cause) = error.as_db_error() else { return without_answer(&error) };
        let text = cause.to_string();
        match *cause.code() {
            SqlState::UNIQUE_VIOLATION => Self::Taken(cause.constraint().unwrap_or(&text).to_owned()),
            SqlState::DISK_FULL | SqlState::IO_ERROR | SqlState::READ_ONLY_SQL_TRANSACTION => Self::Unwritable(text),
            SqlState::TOO_MANY_CONNECTIONS
            | SqlState::T_R_DEADLOCK_DETECTED
            | SqlState::LOCK_NOT_AVAILABLE
            | SqlState::ADMIN_SHUTDOWN
            | SqlState::CRASH_SHUTDOWN
            | SqlState::CANNOT_CONNECT_NOW => Self::Busy(text),
            _ => Self::Other(text),
        }
    }
}

/// The server said nothing: it went away, or a value could not be sent or read.
fn without_answer(error: &tokio_postgres::Error) -> Error {
    let away = error.is_closed() || error.source().is_some_and(|cause| cause.is::<std::io::Error>());
    if away { Error::Busy(error.to_string()) } else { Error::Other(error.to_string()) }
}

impl From<deadpool_postgres::PoolError> for Error {
    fn from(error: deadpool_postgres::PoolError) -> Self {
        Self::Busy(error.to_string())
    }
}
