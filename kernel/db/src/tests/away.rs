//! PostgreSQL restarts, goes away or may not be written; another process writes to the same SQLite file.

use std::time::Duration;

use db::{Db, Error};
use testkit::PostgresDatabase;

use super::{ids, note, notes};

const END_OTHERS: &str = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";

async fn end_connections(postgres: &PostgresDatabase) {
    postgres.console(END_OTHERS).await;
    tokio::time::sleep(Duration::from_millis(100)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_restart_of_postgres_everything_goes_on() {
    let Some(postgres) = testkit::postgres().await else { return };
    let db = postgres.open().await;
    notes(&db).await;
    note(&db, "before").await.unwrap();
    let mut open = db.begin().await.unwrap();
    super::write(&mut open, "in between").await.unwrap();
    end_connections(&postgres).await;
    assert!(matches!(open.commit().await, Err(Error::Busy(_))));
    note(&db, "after").await.unwrap();
    assert_eq!(ids(&db).await, ["after", "before"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn postgres_that_is_away_is_busy_and_not_our_fault() {
    let Some(postgres) = testkit::postgres().await else { return };
    let db = postgres.open().await;
    drop(postgres);
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert!(matches!(db.check().await, Err(Error::Busy(_))));
    assert!(matches!(db.begin().await.map(drop), Err(Error::Busy(_))));
}

#[tokio::test(flavor = "multi_thread")]
async fn postgres_that_may_only_be_read_is_read() {
    let Some(postgres) = testkit::postgres().await else { return };
    let db = postgres.open().await;
    notes(&db).await;
    note(&db, "before").await.unwrap();
    let name = postgres.url.rsplit('/').next().unwrap();
    postgres.console(&format!("ALTER DATABASE {name} SET default_transaction_read_only = on")).await;
    end_connections(&postgres).await;
    let told = note(&db, "after").await;
    assert!(matches!(told, Err(Error::Unwritable(_))), "{told:?}");
    assert_eq!(ids(&db).await, ["before"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_take_turns_at_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let (serve, import) = (Db::open(None, folder.path()).await.unwrap(), Db::open(None, folder.path()).await.unwrap());
    notes(&serve).await;
    let writers: Vec<_> = (0..60)
        .map(|n| {
            let db = if n % 2 == 0 { serve.clone() } else { import.clone() };
            tokio::spawn(async move { note(&db, n).await })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap().unwrap();
    }
    assert_eq!((ids(&serve).await.len(), ids(&import).await.len()), (60, 60));
}
