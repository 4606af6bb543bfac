//! What may be opened and what is refused, in words that say what to do.

use std::{fs, path::Path};

use db::{Db, Error, params};
use testkit::on_both;

const LATER: &str = "INSERT INTO refinery_schema_history (version, name, applied_on, checksum) \
                     SELECT max(version) + 1, 'later', max(applied_on), '1' FROM refinery_schema_history";

async fn refused(url: Option<&str>, data: &Path) -> Error {
    Db::open(url, data).await.err().expect("it is refused")
}

#[tokio::test(flavor = "multi_thread")]
async fn opening_again_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(None, folder.path()).await.unwrap();
    db.exec("UPDATE change_counter SET last = $1", params![3]).await.unwrap();
    drop(db);
    let db = Db::open(None, folder.path()).await.unwrap();
    assert!(!db.is_empty().await.unwrap());
    db.check().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_database_is_empty_and_answers() {
    on_both(async |db| {
        assert!(db.is_empty().await.unwrap());
        db.check().await.unwrap();
        db.analyze().await.unwrap();
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_of_a_later_release_is_left_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(None, folder.path()).await.unwrap();
    db.exec(LATER, &[]).await.unwrap();
    drop(db);
    let file = folder.path().join("dzaleka.sqlite");
    assert!(!folder.path().join("dzaleka.sqlite-wal").exists(), "a closed database is one whole file");
    let before = fs::read(&file).unwrap();
    let error = refused(None, folder.path()).await;
    assert!(matches!(error, Error::Newer { found, known } if found == known + 1), "{error}");
    assert!(fs::read(&file).unwrap() == before, "the file was touched");
    let Some(postgres) = testkit::postgres().await else { return };
    postgres.open().await.exec(LATER, &[]).await.unwrap();
    let error = refused(Some(&postgres.url), folder.path()).await;
    assert!(matches!(error, Error::Newer { found, known } if found == known + 1), "{error}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_no_database_is_named_and_left_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("dzaleka.sqlite");
    let letter = "a letter, not a database ".repeat(100);
    fs::write(&file, &letter).unwrap();
    let error = refused(None, folder.path()).await.to_string();
    assert!(error.contains("dzaleka.sqlite") && error.contains("Is it a Dzaleka Connect database"), "{error}");
    assert_eq!(fs::read_to_string(&file).unwrap(), letter);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_that_is_not_there_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let error = refused(None, &folder.path().join("nowhere")).await.to_string();
    assert!(error.contains("nowhere"), "{error}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_url_says_what_is_wrong_without_its_secret() {
    let nowhere = Path::new("");
    let error = refused(Some("mysql://root@host/name"), nowhere).await.to_string();
    assert!(error.contains("postgres://"), "{error}");
    let error = refused(Some("postgres://amina:open-sesame@127.0.0.1:1/name"), nowhere).await.to_string();
    assert!(error.contains("does not answer") && !error.contains("open-sesame"), "{error}");
    let error = refused(Some("postgres://amina:open-sesame@host:port/name"), nowhere).await.to_string();
    assert!(error.contains("cannot be read") && !error.contains("open-sesame"), "{error}");
}

#[tokio::test(flavor = "multi_thread")]
async fn postgres_that_may_lose_acknowledged_writes_is_refused() {
    let Some(postgres) = testkit::postgres().await else { return };
    let name = postgres.url.rsplit('/').next().unwrap();
    postgres.console(&format!("ALTER DATABASE {name} SET synchronous_commit = off")).await;
    let error = refused(Some(&postgres.url), Path::new("")).await.to_string();
    assert!(error.contains("synchronous_commit=off") && error.contains("Set synchronous_commit=on"), "{error}");
}

#[tokio::test(flavor = "multi_thread")]
async fn nodes_that_start_together_take_turns() {
    let Some(postgres) = testkit::postgres().await else { return };
    let (a, b, c) = tokio::join!(postgres.open(), postgres.open(), postgres.open());
    for db in [a, b, c] {
        db.check().await.unwrap();
    }
}
