//! SQLite's group commit: many transactions, few commits, each as good as alone.

use std::{path::Path, time::Duration};

use db::{Db, Error, params};

use super::{ids, note, notes, write};

#[tokio::test(flavor = "multi_thread")]
async fn two_hundred_transactions_at_once_are_all_there_after_fewer_commits() {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(None, folder.path()).await.unwrap();
    notes(&db).await;
    let before = commits(folder.path());
    let writers: Vec<_> = (0..200)
        .map(|n| {
            tokio::spawn({
                let db = db.clone();
                async move { note(&db, n).await }
            })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap().unwrap();
    }
    assert_eq!(ids(&db).await.len(), 200);
    let made = commits(folder.path()) - before;
    assert!((1..100).contains(&made), "{made} commits");
}

/// Counts the commits in the write-ahead log: frames that name the size of the database (sqlite.org/fileformat2.html).
fn commits(folder: &Path) -> usize {
    let log = std::fs::read(folder.join("dzaleka.sqlite-wal")).unwrap();
    let page = u32::from_be_bytes(log[8..12].try_into().unwrap()) as usize;
    let frames = log[32..].chunks_exact(24 + page).take_while(|frame| frame[8..16] == log[16..24]);
    frames.filter(|frame| frame[4..8] != [0; 4]).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_gives_up_takes_no_other_of_its_group_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(None, folder.path()).await.unwrap();
    notes(&db).await;
    let mut first = db.begin().await.unwrap();
    write(&mut first, "first").await.unwrap();
    let queued = |id: &'static str, keep: bool| {
        let db = db.clone();
        tokio::spawn(async move {
            let mut tx = db.begin().await?;
            write(&mut tx, id).await?;
            if keep { tx.commit().await } else { Ok(()) }
        })
    };
    let others = [queued("given up", false), queued("taken", true), queued("given up too", false)];
    tokio::time::sleep(Duration::from_millis(50)).await;
    first.commit().await.unwrap();
    for other in others {
        other.await.unwrap().unwrap();
    }
    assert_eq!(ids(&db).await, ["first", "taken"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_caller_that_goes_away_while_committing_leaves_no_group_open() {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(None, folder.path()).await.unwrap();
    notes(&db).await;
    let mut tx = db.begin().await.unwrap();
    write(&mut tx, "a").await.unwrap();
    tokio::select! {
        biased;
        done = tx.commit() => done.unwrap(),
        () = std::future::ready(()) => {}
    }
    for _ in 0..1000 {
        if !ids(&db).await.is_empty() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    assert_eq!(ids(&db).await, ["a"]);
    note(&db, "b").await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_told_well_done_when_the_group_failed() {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(None, folder.path()).await.unwrap();
    notes(&db).await;
    // A foreign key checked late fails at the commit itself, like a disk that is full by then.
    let failing = |n: i64| {
        let db = db.clone();
        tokio::spawn(async move {
            let mut tx = db.begin().await?;
            tx.all("PRAGMA defer_foreign_keys = ON", &[], |_| Ok(())).await?;
            write(&mut tx, n).await?;
            tx.exec(
                "INSERT INTO works (id, person_id, place, audience, content, slug) VALUES ($1, 'nobody', 0, 0, '', $1)",
                params![n.to_string()],
            )
            .await?;
            tx.commit().await
        })
    };
    for round in 0..20 {
        let writers: Vec<_> = (0..20).map(|n| failing(round * 20 + n)).collect();
        for writer in writers {
            let told = writer.await.unwrap();
            assert!(matches!(told, Err(Error::Unwritable(_))), "{told:?}");
        }
    }
    assert!(ids(&db).await.is_empty());
    note(&db, "after").await.unwrap();
    assert_eq!(ids(&db).await, ["after"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_snapshot_sees_one_moment_while_others_write() {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(None, folder.path()).await.unwrap();
    db.analyze().await.unwrap();
    let mut tx = db.begin().await.unwrap();
    tx.exec("UPDATE change_counter SET last = 7", &[]).await.unwrap();
    let (seen, later) = std::sync::mpsc::channel();
    db.dump(move |table, values| {
        if table.name == "change_counter" {
            seen.send(values).unwrap();
        }
        Ok(())
    })
    .await
    .unwrap();
    tx.commit().await.unwrap();
    assert_eq!(later.recv().unwrap()[1], db::Value::Int(0));
}
