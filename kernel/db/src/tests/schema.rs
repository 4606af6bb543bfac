//! The schema of each engine as it is after all migrations, kept in `schema/` and compared. `UPDATE=1` writes it anew.

use std::{collections::BTreeSet, fmt::Write, fs, path::Path};

use db::{Db, TABLES};
use testkit::PostgresDatabase;

/// The migrations' own book.
const BOOK: &str = "refinery_schema_history";

/// `table column type not-null`
type Column = (String, String, String, bool);

async fn sqlite() -> (tempfile::TempDir, Db) {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(None, folder.path()).await.unwrap();
    (folder, db)
}

async fn sqlite_columns(db: &Db) -> Vec<Column> {
    let sql = "SELECT t.name, c.name, c.type, c.\"notnull\" FROM sqlite_master t JOIN pragma_table_info(t.name) c \
               WHERE t.type = 'table' ORDER BY t.name, c.cid";
    let columns =
        db.all(sql, &[], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get::<bool>(3)?))).await.unwrap();
    columns.into_iter().filter(|(table, ..): &Column| table != BOOK && !table.starts_with("sqlite_")).collect()
}

async fn postgres_columns(db: &Db) -> Vec<Column> {
    let sql = "SELECT table_name::text, column_name::text, data_type::text, is_nullable = 'NO' FROM information_schema.columns \
               WHERE table_schema = 'public' ORDER BY table_name COLLATE \"C\", ordinal_position";
    let columns = db.all(sql, &[], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))).await.unwrap();
    columns.into_iter().filter(|(table, ..): &Column| table != BOOK).collect()
}

fn compare(file: &str, now: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema").join(file);
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, now).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == now,
        "schema/{file} is not what the migrations make; run this test with UPDATE=1 and commit the file"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_kept_schema_of_sqlite_is_the_one_the_migrations_make() {
    let (_folder, db) = sqlite().await;
    let sql = "SELECT tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY tbl_name, type DESC, name";
    let made: Vec<(String, String)> = db.all(sql, &[], |row| Ok((row.get(0)?, row.get(1)?))).await.unwrap();
    let made = made.into_iter().filter(|(table, _)| table != BOOK).map(|(_, sql)| format!("{sql};\n"));
    compare("sqlite.sql", &made.collect::<String>());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_kept_schema_of_postgres_is_the_one_the_migrations_make() {
    let Some(postgres) = testkit::postgres().await else { return };
    compare("postgres.sql", &described(&postgres).await);
}

/// Tables, constraints and indexes from the catalogue, the same on every version.
async fn described(postgres: &PostgresDatabase) -> String {
    let db = postgres.open().await;
    let mut text = String::new();
    for table in tables(&postgres_columns(&db).await) {
        let columns = postgres_columns(&db).await;
        writeln!(text, "CREATE TABLE {table} (").unwrap();
        let lines = columns
            .iter()
            .filter(|(of, ..)| *of == table)
            .map(|(_, name, kind, full)| format!("  {name} {kind}{}", if *full { " NOT NULL" } else { "" }));
        writeln!(text, "{}\n);", lines.collect::<Vec<_>>().join(",\n")).unwrap();
        let rules = "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = to_regclass($1::text) ORDER BY contype::text DESC, conname::text COLLATE \"C\"";
        for rule in db.all(rules, db::params![&table], |row| row.get::<String>(0)).await.unwrap() {
            writeln!(text, "ALTER TABLE {table} ADD {rule};").unwrap();
        }
        let indexes = "SELECT indexdef FROM pg_indexes WHERE tablename = $1 AND indexname NOT LIKE '%_pkey' ORDER BY indexname::text COLLATE \"C\"";
        for index in db.all(indexes, db::params![&table], |row| row.get::<String>(0)).await.unwrap() {
            writeln!(text, "{};", index.replace(" public.", " ")).unwrap();
        }
    }
    text
}

fn tables(columns: &[Column]) -> BTreeSet<String> {
    columns.iter().map(|(table, ..)| table.clone()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn both_engines_have_the_same_tables_columns_and_types() {
    let (_folder, sqlite) = sqlite().await;
    let Some(postgres) = testkit::postgres().await else { return };
    let spoken = |columns: Vec<Column>| -> Vec<Column> {
        columns.into_iter().map(|(table, name, kind, full)| (table, name, kind.to_uppercase(), full)).collect()
    };
    assert_eq!(spoken(sqlite_columns(&sqlite).await), spoken(postgres_columns(&postgres.open().await).await));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_knows_every_table_and_column() {
    let (_folder, db) = sqlite().await;
    let made: BTreeSet<(String, String)> =
        sqlite_columns(&db).await.into_iter().map(|(table, name, ..)| (table, name)).collect();
    let known: BTreeSet<(String, String)> = TABLES
        .iter()
        .flat_map(|table| table.columns.iter().map(|column| (table.name.to_owned(), (*column).to_owned())))
        .collect();
    assert_eq!(made, known);
}

/// What may never have a column (safety.md, *People*).
#[tokio::test(flavor = "multi_thread")]
async fn there_is_no_column_for_what_may_not_be_kept() {
    const FORBIDDEN: [&str; 9] =
        ["unhcr", "ration", "religion", "ethnic", "nationality", "legal", "birth", "zone", "block"];
    let (_folder, db) = sqlite().await;
    for (table, column, ..) in sqlite_columns(&db).await {
        // Who does not want to hear from whom is no block of houses.
        let column = if table == "blocks" { column.replace("block", "") } else { column };
        assert!(FORBIDDEN.iter().all(|word| !column.contains(word)), "{table}.{column}");
    }
}
