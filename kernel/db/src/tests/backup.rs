//! The whole database as rows, and back, into either engine.

use std::sync::{Arc, Mutex};

use db::{Db, Error, TABLES, Value};
use testkit::on_both;

type Rows = Vec<(&'static str, Vec<Value>)>;

async fn dump(db: &Db) -> Rows {
    let rows: Arc<Mutex<Rows>> = Arc::default();
    let into = Arc::clone(&rows);
    db.dump(move |table, values| {
        into.lock().unwrap().push((table.name, values));
        Ok(())
    })
    .await
    .unwrap();
    let mut rows = std::mem::take(&mut *rows.lock().unwrap());
    rows.sort_by_key(|row| format!("{row:?}"));
    rows
}

/// Two rows of every table, in words that need care.
async fn fill(db: &Db) {
    let mut tx = db.begin().await.unwrap();
    for sql in [
        "UPDATE change_counter SET last = 2",
        "INSERT INTO changes VALUES (1, 'people', 'a', 'written', 5), (2, 'people', 'b', 'hidden', 6)",
        "INSERT INTO jobs VALUES ('j', 'greet', '{}', 1, 2, 3, NULL, 4), ('k', 'greet', '{\"a\": \"é\"}', 1, 2, 3, 9, 4)",
        "INSERT INTO people VALUES ('a', 'person', 'amina', 'amina', 'released', 4, '{}', '{}', 1, 1, NULL, 1, 1), \
         ('b', 'organisation', 'bakery', '', 'unreleased', 4, '{\"x\": \"ሐና\"}', '[]', 0, 1, 7, 1, 1)",
        "INSERT INTO person_terms VALUES ('all:person', 'a', 4, 'amina', 1), ('craft:potter', 'a', 3, 'amina', 1)",
        "INSERT INTO works VALUES ('w', 'a', 0, 4, 'line one\nline two'), ('v', 'a', 1, 0, '')",
        "INSERT INTO memberships VALUES ('a', 'b', 'founder', 4, 0)",
        "INSERT INTO pictures VALUES ('hash', 640, 480, '[]', 1)",
        "INSERT INTO pages VALUES ('p', 'about', 'en', 'published', 'About', '{}', 'Text', NULL, NULL, 1, 1), \
         ('q', 'about', 'fr', 'published', 'À propos', '{}', 'Texte', 'private', 3, 1, 1)",
        "INSERT INTO imports VALUES ('a.md', 'hash', 'people', 'people:a', NULL, 1), ('b.md', 'hash', 'pages', 'pages:p', '/about', 1)",
        "INSERT INTO held VALUES ('h', 'stories', 's.md', 's', 'Story', '{}', 'Body', '[]', 1)",
    ] {
        tx.exec(sql, &[]).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn put_back(db: &Db, rows: &Rows) {
    let mut tx = db.begin().await.unwrap();
    tx.clear().await.unwrap();
    for table in &TABLES {
        for (_, values) in rows.iter().filter(|(name, _)| *name == table.name) {
            tx.put_back(table.name, values).await.unwrap();
        }
    }
    tx.commit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dump_put_back_is_the_same_on_either_engine() {
    let folder = tempfile::tempdir().unwrap();
    let source = Db::open(None, folder.path()).await.unwrap();
    fill(&source).await;
    let original = dump(&source).await;
    assert!(TABLES.iter().all(|table| original.iter().any(|(name, _)| *name == table.name)), "every table is filled");
    on_both(async |db| {
        fill(&db).await;
        assert_eq!(dump(&db).await, original, "both engines hold the same");
        db.exec("UPDATE people SET handle = 'somebody-else' WHERE id = 'a'", &[]).await.unwrap();
        put_back(&db, &original).await;
        assert_eq!(dump(&db).await, original);
        put_back(&source, &dump(&db).await).await;
        assert_eq!(dump(&source).await, original, "and back into SQLite");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dump_that_cannot_go_on_stops_with_its_cause() {
    on_both(async |db| {
        let told = db.dump(|_, _| Err(Error::Other("the disk is full".into()))).await;
        assert_eq!(told.unwrap_err().to_string(), "the disk is full");
        db.check().await.unwrap();
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_of_an_unknown_table_is_refused() {
    on_both(async |db| {
        let told = db.begin().await.unwrap().put_back("people; DROP TABLE people", &[]).await;
        assert!(told.unwrap_err().to_string().contains("unknown table"));
    })
    .await;
}
