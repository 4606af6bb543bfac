//! The feed keeps its promises on both engines: every commit, in order, without gaps.

use std::time::{Duration, Instant};

use basics::At;
use db::Db;
use testkit::on_both;

use crate::{announce, announce_all, follow, last, since, take_turn};

async fn say(db: &Db, subject: &str) -> i64 {
    let mut tx = db.begin().await.unwrap();
    let seq = announce(&mut tx, "people", subject, "written", At(7)).await.unwrap();
    tx.commit().await.unwrap();
    seq
}

#[tokio::test(flavor = "multi_thread")]
async fn changes_are_read_in_order_from_where_one_left_off() {
    on_both(async |db| {
        for subject in ["a", "b", "c"] {
            say(&db, subject).await;
        }
        let changes = since(&db, 1, 10).await.unwrap();
        let read: Vec<_> =
            changes.iter().map(|change| (change.seq, change.subject.as_str(), change.changed_at)).collect();
        assert_eq!(read, [(2, "b", At(7)), (3, "c", At(7))]);
        assert_eq!((since(&db, 0, 1).await.unwrap().len(), last(&db).await.unwrap()), (1, 3));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_rolled_back_leaves_no_gap() {
    on_both(async |db| {
        say(&db, "a").await;
        let mut tx = db.begin().await.unwrap();
        assert_eq!(announce(&mut tx, "people", "never", "written", At(0)).await.unwrap(), 2);
        drop(tx);
        assert_eq!(say(&db, "b").await, 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn many_at_once_stand_one_after_the_other() {
    on_both(async |db| {
        let subjects: Vec<String> = (0..250).map(|n| format!("{n:03}")).collect();
        let subjects: Vec<&str> = subjects.iter().map(String::as_str).collect();
        let mut tx = db.begin().await.unwrap();
        assert_eq!(announce_all(&mut tx, "people", &[], "imported", At(0)).await.unwrap(), 0);
        assert_eq!(announce_all(&mut tx, "people", &subjects, "imported", At(0)).await.unwrap(), 250);
        tx.commit().await.unwrap();
        let changes = since(&db, 0, 1000).await.unwrap();
        assert!(changes.iter().map(|change| change.subject.as_str()).eq(subjects.iter().copied()));
        assert!(changes.iter().map(|change| change.seq).eq(1..=250));
    })
    .await;
}

/// The promise all followers lean on: who has seen `n` has seen everything before it.
#[tokio::test(flavor = "multi_thread")]
async fn a_reader_never_sees_a_change_before_an_earlier_one() {
    on_both(async |db| {
        let writers: Vec<_> = (0..8)
            .map(|writer| {
                let db = db.clone();
                tokio::spawn(async move {
                    for n in 0..15 {
                        say(&db, &format!("{writer}-{n}")).await;
                    }
                })
            })
            .collect();
        let mut seen = 0;
        while seen < 120 {
            for change in since(&db, seen, 1000).await.unwrap() {
                assert_eq!(change.seq, seen + 1);
                seen = change.seq;
            }
        }
        for writer in writers {
            writer.await.unwrap();
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_takes_a_turn_reads_what_nobody_changes_before_they_are_done() {
    on_both(async |db| {
        db.exec("CREATE TABLE tally (count BIGINT NOT NULL)", &[]).await.unwrap();
        db.exec("INSERT INTO tally (count) VALUES (0)", &[]).await.unwrap();
        let takers: Vec<_> = (0..20)
            .map(|_| {
                let db = db.clone();
                tokio::spawn(async move {
                    let mut tx = db.begin().await.unwrap();
                    take_turn(&mut tx).await.unwrap();
                    let count: i64 = tx.one("SELECT count FROM tally", &[], |row| row.get(0)).await.unwrap();
                    tx.exec("UPDATE tally SET count = $1", db::params![count + 1]).await.unwrap();
                    announce(&mut tx, "tally", "it", "written", At(0)).await.unwrap();
                    tx.commit().await.unwrap();
                })
            })
            .collect();
        for taker in takers {
            taker.await.unwrap();
        }
        let count: i64 = db.one("SELECT count FROM tally", &[], |row| row.get(0)).await.unwrap();
        assert_eq!((count, last(&db).await.unwrap()), (20, 20));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_node_hears_of_a_change_within_a_second() {
    on_both(async |db| {
        let mut here = follow(db.clone()).await.unwrap();
        let started = Instant::now();
        say(&db, "a").await;
        assert_eq!(here.past(0).await, Some(1));
        assert!(started.elapsed() < Duration::from_secs(1), "{:?}", started.elapsed());
        assert_eq!(here.get(), 1);
    })
    .await;
    let folder = tempfile::tempdir().unwrap();
    let (one, two) = (Db::open(None, folder.path()).await.unwrap(), Db::open(None, folder.path()).await.unwrap());
    heard(one, two).await;
    let Some(postgres) = testkit::postgres().await else { return };
    let (one, two) = (postgres.open().await, postgres.open().await);
    heard(one, two).await;
}

/// What one process writes the other hears of.
async fn heard(one: Db, two: Db) {
    let mut there = follow(two).await.unwrap();
    let started = Instant::now();
    say(&one, "a").await;
    assert_eq!(there.past(0).await, Some(1));
    assert!(started.elapsed() < Duration::from_secs(1), "{:?}", started.elapsed());
}
