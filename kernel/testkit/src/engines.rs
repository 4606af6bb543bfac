//! The same test on SQLite and on PostgreSQL.

use std::path::Path;

use db::Db;
use tokio_postgres::NoTls;
use url::Url;

/// Names a running server by URL (`postgres://user@host:5432/name`); its user may create databases. `bin/test` sets it.
const SERVER: &str = "DZALEKA_TEST_POSTGRES";

/// Runs a test of a store on SQLite, then on PostgreSQL when a server is named. Each gets an empty database of its own.
pub async fn on_both(test: impl AsyncFn(Db)) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    test(Db::open(None, folder.path()).await.expect("SQLite opens")).await;
    let Some(postgres) = postgres().await else { return };
    test(Db::open(Some(&postgres.url), folder.path()).await.expect("PostgreSQL opens")).await;
}

/// An empty database of its own on the server that the environment names; none when it names none.
pub async fn postgres() -> Option<PostgresDatabase> {
    let Ok(server) = std::env::var(SERVER) else {
        eprintln!("skipped on PostgreSQL: {SERVER} names no server");
        return None;
    };
    let name = format!("test_{}", uuid::Uuid::now_v7().simple());
    batch(&server, &format!("CREATE DATABASE {name} TEMPLATE template0")).await;
    let mut url = Url::parse(&server).expect("the server's URL can be read");
    url.set_path(&name);
    Some(PostgresDatabase { server, name, url: url.into() })
}

/// Dropped with its guard, also when the test fails.
pub struct PostgresDatabase {
    server: String,
    name: String,
    pub url: String,
}

impl PostgresDatabase {
    /// Opens it as one more node would.
    pub async fn open(&self) -> Db {
        Db::open(Some(&self.url), Path::new("")).await.expect("PostgreSQL opens")
    }

    /// Runs statements beside the portal's own door, as an operator with a console would.
    pub async fn console(&self, sql: &str) {
        batch(&self.url, sql).await;
    }
}

impl Drop for PostgresDatabase {
    fn drop(&mut self) {
        let (server, sql) = (self.server.clone(), format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name));
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(batch(&server, &sql));
        });
        thread.join().ok();
    }
}

async fn batch(url: &str, sql: &str) {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await.expect("the PostgreSQL server answers");
    let work = async {
        client.batch_execute(sql).await.expect("the statement runs");
        drop(client);
    };
    let (_, ended) = tokio::join!(work, connection);
    ended.expect("the connection ends well");
}
