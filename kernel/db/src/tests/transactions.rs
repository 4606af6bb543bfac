//! All or nothing.

use db::{Error, params};
use testkit::on_both;

use super::{ids, note, notes, write};

#[tokio::test(flavor = "multi_thread")]
async fn what_is_taken_is_refused_by_name() {
    on_both(async |db| {
        notes(&db).await;
        note(&db, "a").await.unwrap();
        let error = note(&db, "a").await.unwrap_err();
        assert!(matches!(&error, Error::Taken(what) if what.contains("notes")), "{error:?}");
        note(&db, "b").await.unwrap();
        assert_eq!(ids(&db).await, ["a", "b"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dropped_transaction_leaves_nothing() {
    on_both(async |db| {
        notes(&db).await;
        let mut tx = db.begin().await.unwrap();
        write(&mut tx, "a").await.unwrap();
        assert_eq!(tx.one("SELECT count(*) FROM notes", &[], |row| row.get::<i64>(0)).await.unwrap(), 1);
        drop(tx);
        assert!(ids(&db).await.is_empty());
        note(&db, "b").await.unwrap();
        assert_eq!(ids(&db).await, ["b"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn others_see_nothing_before_the_commit() {
    on_both(async |db| {
        notes(&db).await;
        let mut tx = db.begin().await.unwrap();
        write(&mut tx, "a").await.unwrap();
        assert!(ids(&db).await.is_empty());
        tx.commit().await.unwrap();
        assert_eq!(ids(&db).await, ["a"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn exec_says_how_many_rows_it_changed() {
    on_both(async |db| {
        notes(&db).await;
        for id in ["a", "b", "c"] {
            note(&db, id).await.unwrap();
        }
        assert_eq!(db.exec("UPDATE notes SET text = $1 WHERE id <> $2", params!["new", "a"]).await.unwrap(), 2);
        assert_eq!(db.exec("DELETE FROM notes WHERE id = $1", params!["nobody"]).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_hundred_takers_of_twenty_places_get_exactly_twenty() {
    on_both(async |db| {
        db.exec("CREATE TABLE places (name TEXT NOT NULL, free BIGINT NOT NULL)", &[]).await.unwrap();
        db.exec("INSERT INTO places (name, free) VALUES ($1, 20)", params!["workshop"]).await.unwrap();
        let takers = (0..200).map(|_| {
            let db = db.clone();
            tokio::spawn(async move {
                db.exec("UPDATE places SET free = free - 1 WHERE name = $1 AND free > 0", params!["workshop"]).await
            })
        });
        let mut got = 0;
        for taker in takers.collect::<Vec<_>>() {
            got += taker.await.unwrap().unwrap();
        }
        assert_eq!(got, 20);
    })
    .await;
}
