//! What goes in comes out.

use basics::{At, Audience, Id};
use db::{Error, params};
use testkit::on_both;

const COLUMNS: &str = "text, number, yes, bytes, at, audience, id";

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_value_and_its_absence_comes_back() {
    on_both(async |db| {
        db.exec("CREATE TABLE things (text TEXT, number BIGINT, yes BOOLEAN, bytes BYTEA, at BIGINT, audience BIGINT, id TEXT)", &[]).await.unwrap();
        let id = Id::<u8>::new();
        let text = "ሰላም · “Amina’s” $1 ?2 'q' \u{1F3FA}";
        let insert = format!("INSERT INTO things ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7)");
        db.exec(&insert, params![text, i64::MIN, true, vec![0_u8, 255], At(7), Audience::Vouched, &id]).await.unwrap();
        let nothing = params![None::<String>, None::<i64>, None::<bool>, None::<Vec<u8>>, None::<At>, None::<i64>, None::<String>];
        db.exec(&insert, nothing).await.unwrap();
        let sql = format!("SELECT {COLUMNS} FROM things WHERE text IS NOT NULL");
        let full = db
            .one(&sql, &[], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?, row.get(6)?))
            })
            .await
            .unwrap();
        assert_eq!(full, (text.to_owned(), i64::MIN, true, vec![0_u8, 255], At(7), Audience::Vouched, id));
        let sql = format!("SELECT {COLUMNS} FROM things WHERE text IS NULL");
        let empty: Vec<bool> = db
            .one(&sql, &[], |row| (0..7).map(|column| Ok(row.get::<Option<String>>(column)?.is_none())).collect())
            .await
            .unwrap();
        assert_eq!(empty, [true; 7]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn several_values_follow_those_before_them() {
    on_both(async |db| {
        let words = ["tatu", "mbili"];
        let sql = format!("SELECT CAST($1 AS TEXT) IN ({})", db::marks(1, words.len()));
        for (word, among) in [("mbili", true), ("moja", false)] {
            let all = [vec![word.into()], db::values(words)].concat();
            assert_eq!(db.one(&sql, &all, |row| row.get::<bool>(0)).await.unwrap(), among, "{word}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn placeholders_are_numbered_and_may_stand_in_any_order() {
    on_both(async |db| {
        let sql = "SELECT CAST($2 AS TEXT), CAST($1 AS TEXT), CAST($2 AS TEXT)";
        let read: (String, String, String) =
            db.one(sql, params!["one", "two"], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).await.unwrap();
        assert_eq!(read, ("two".into(), "one".into(), "two".into()));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_loses_what_no_engine_can_hold() {
    on_both(async |db| {
        let read: String = db.one("SELECT CAST($1 AS TEXT)", params!["a\0b"], |row| row.get(0)).await.unwrap();
        assert_eq!(read, "ab");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_column_read_as_something_else_is_named() {
    on_both(async |db| {
        let error = db.one("SELECT last, name FROM change_counter", &[], |row| row.get::<i64>(1)).await.unwrap_err();
        assert!(matches!(error, Error::Column { column: 1, found: "text", expected: "a number" }), "{error}");
        let error = db.one("SELECT 1 FROM change_counter WHERE name = 'nobody'", &[], |_| Ok(())).await.unwrap_err();
        assert!(matches!(error, Error::NoRow));
    })
    .await;
}
