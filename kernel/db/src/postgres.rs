//! PostgreSQL, or an engine that speaks its protocol: pooled connections, prepared and cached statements.

use std::error::Error as StdError;

use deadpool_postgres::{Manager, ManagerConfig, Object, Pool, RecyclingMethod, Runtime};
use tokio_postgres::{
    Config, NoTls, Row as PgRow,
    types::{FromSql, IsNull, ToSql, Type, private::BytesMut},
};

use crate::{Error, Result, Row, Value, migrations};

const CONNECTIONS: usize = 16;

#[derive(Clone)]
pub(crate) struct Postgres {
    pool: Pool,
}

impl Postgres {
    pub(crate) async fn open(url: &str) -> Result<Self> {
        let config: Config = url.parse().map_err(|error: tokio_postgres::Error| {
            Error::Open(format!(
                "the database URL cannot be read ({}); it looks like postgres://user:secret@host:5432/name",
                cause(&error)
            ))
        })?;
        let manager = Manager::from_config(config, NoTls, ManagerConfig { recycling_method: RecyclingMethod::Fast });
        let pool = Pool::builder(manager)
            .max_size(CONNECTIONS)
            .wait_timeout(Some(std::time::Duration::from_secs(10)))
            .runtime(Runtime::Tokio1)
            .build()
            .map_err(|error| Error::Open(error.to_string()))?;
        let mut client = pool.get().await.map_err(|error| {
            let cause = if let deadpool_postgres::PoolError::Backend(error) = &error { cause(error) } else { error.to_string() };
            Error::Open(format!("PostgreSQL does not answer: {cause}. Check that it runs and that name, user and secret in the database URL are right"))
        })?;
        refuse_unsafe(&client).await?;
        migrations::postgres(&mut client).await?;
        drop(client);
        Ok(Self { pool })
    }

    pub(crate) async fn all<T>(
        &self,
        sql: &str,
        params: &[Value],
        read: impl Fn(&mut Row) -> Result<T>,
    ) -> Result<Vec<T>> {
        let client = self.pool.get().await?;
        query(&client, sql, params, read).await
    }

    pub(crate) async fn begin(&self) -> Result<PostgresTx> {
        let client = self.pool.get().await?;
        client.batch_execute("BEGIN").await?;
        Ok(PostgresTx { client: Some(client) })
    }

    pub(crate) async fn batch(&self, sql: &str) -> Result<()> {
        Ok(self.pool.get().await?.batch_execute(sql).await?)
    }

    /// Writes tables anew, without the rows that are gone. Each is closed to others for that moment; a table that
    /// somebody reads for long is left for the next time.
    pub(crate) async fn scrub(&self, tables: impl Iterator<Item = &str>) -> Result<()> {
        let client = self.pool.get().await?;
        client.batch_execute("SET lock_timeout = '5s'").await?;
        let mut done = Ok(());
        for table in tables {
            if let Err(error) = client.batch_execute(&format!("VACUUM (FULL, ANALYZE) {table}")).await {
                done = Err(error);
            }
        }
        client.batch_execute("RESET lock_timeout").await?;
        Ok(done?)
    }

    pub(crate) async fn client(&self) -> Result<Object> {
        Ok(self.pool.get().await?)
    }
}

pub(crate) struct PostgresTx {
    client: Option<Object>,
}

impl PostgresTx {
    pub(crate) async fn all<T>(
        &mut self,
        sql: &str,
        params: &[Value],
        read: impl Fn(&mut Row) -> Result<T>,
    ) -> Result<Vec<T>> {
        query(self.client.as_ref().ok_or(Error::NoRow)?, sql, params, read).await
    }

    pub(crate) async fn exec(&mut self, sql: &str, params: &[Value]) -> Result<u64> {
        let client = self.client.as_ref().ok_or(Error::NoRow)?;
        let statement = client.prepare_cached(sql).await?;
        let params: Vec<&(dyn ToSql + Sync)> = params.iter().map(|value| value as _).collect();
        Ok(client.execute(&statement, &params).await?)
    }

    pub(crate) async fn commit(mut self) -> Result<()> {
        if let Some(client) = &self.client {
            client.batch_execute("COMMIT").await?;
        }
        // Back to the pool only now: a transaction that ends any other way closes its connection.
        drop(self.client.take());
        Ok(())
    }
}

impl Drop for PostgresTx {
    fn drop(&mut self) {
        if let Some(client) = self.client.take() {
            drop(Object::take(client));
        }
    }
}

async fn query<T>(
    client: &Object,
    sql: &str,
    params: &[Value],
    read: impl Fn(&mut Row) -> Result<T>,
) -> Result<Vec<T>> {
    let statement = client.prepare_cached(sql).await?;
    let params: Vec<&(dyn ToSql + Sync)> = params.iter().map(|value| value as _).collect();
    let rows = client.query(&statement, &params).await?;
    rows.iter().map(|row| read(&mut own(row)?)).collect()
}

pub(crate) fn own(row: &PgRow) -> Result<Row> {
    let values = (0..row.len()).map(|column| row.try_get::<_, Value>(column)).collect::<std::result::Result<_, _>>()?;
    Ok(Row(values))
}

/// Acknowledged writes must survive a power cut (safety.md, Durability).
async fn refuse_unsafe(client: &Object) -> Result<()> {
    for (setting, allowed) in
        [("fsync", &["on"][..]), ("synchronous_commit", &["on", "remote_write", "remote_apply", "local"])]
    {
        let value: String = client.query_one(&format!("SHOW {setting}"), &[]).await?.get(0);
        if !allowed.contains(&value.as_str()) {
            return Err(Error::Open(format!(
                "PostgreSQL runs with {setting}={value}, which loses writes in a power cut. Set {setting}=on and start again"
            )));
        }
    }
    Ok(())
}

fn cause(error: &tokio_postgres::Error) -> String {
    error.source().map_or_else(|| error.to_string(), |source| format!("{error}: {source}"))
}

impl ToSql for Value {
    fn to_sql(&self, kind: &Type, out: &mut BytesMut) -> std::result::Result<IsNull, Box<dyn StdError + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            // As a dump of SQLite holds it.
            Self::Int(number) if *kind == Type::BOOL => (*number != 0).to_sql(kind, out),
            Self::Int(number) if *kind == Type::INT4 => i32::try_from(*number)?.to_sql(kind, out),
            Self::Int(number) => number.to_sql(kind, out),
            Self::Bool(yes) => yes.to_sql(kind, out),
            Self::Text(text) => text.to_sql(kind, out),
            Self::Bytes(bytes) => bytes.to_sql(kind, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    tokio_postgres::types::to_sql_checked!();
}

impl<'a> FromSql<'a> for Value {
    fn from_sql(kind: &Type, raw: &'a [u8]) -> std::result::Result<Self, Box<dyn StdError + Sync + Send>> {
        Ok(match *kind {
            Type::INT8 => Self::Int(i64::from_sql(kind, raw)?),
            Type::INT4 => Self::Int(i32::from_sql(kind, raw)?.into()),
            Type::BOOL => Self::Bool(bool::from_sql(kind, raw)?),
            Type::BYTEA => Self::Bytes(raw.to_vec()),
            _ => Self::Text(String::from_sql(kind, raw)?),
        })
    }

    fn from_sql_null(_: &Type) -> std::result::Result<Self, Box<dyn StdError + Sync + Send>> {
        Ok(Self::Null)
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}
