//! A full disk: writes are refused in words, reads go on, and everything works again once there is room.

use std::{fs, path::Path, process::Command};

use db::{Db, Error, params};

use super::{ids, note, notes};

const PAGE: usize = 100_000;

async fn fill(db: &Db, id: &str) -> db::Result<u64> {
    db.exec("INSERT INTO notes (id, text) VALUES ($1, $2)", params![id, "x".repeat(PAGE)]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_may_not_grow_refuses_writes_and_answers_reads() {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(None, folder.path()).await.unwrap();
    notes(&db).await;
    note(&db, "before").await.unwrap();
    let mut tx = db.begin().await.unwrap();
    tx.all("PRAGMA max_page_count = 1", &[], |_| Ok(())).await.unwrap();
    tx.commit().await.unwrap();
    let writers: Vec<_> = (0..20)
        .map(|n| {
            tokio::spawn({
                let db = db.clone();
                async move { fill(&db, &format!("full {n}")).await }
            })
        })
        .collect();
    for writer in writers {
        let told = writer.await.unwrap();
        assert!(matches!(told, Err(Error::Unwritable(_))), "{told:?}");
    }
    assert_eq!(ids(&db).await, ["before"]);
    let mut tx = db.begin().await.unwrap();
    tx.all("PRAGMA max_page_count = 1000000", &[], |_| Ok(())).await.unwrap();
    tx.commit().await.unwrap();
    fill(&db, "after").await.unwrap();
    assert_eq!(ids(&db).await, ["after", "before"]);
}

/// A small disk of its own, where the machine lets us have one.
struct Disk<'a>(&'a Path);

impl<'a> Disk<'a> {
    fn mount(at: &'a Path) -> Option<Self> {
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=3m", "tmpfs"]).arg(at).output();
        if mounted.is_ok_and(|done| done.status.success()) { Some(Self(at)) } else { None }
    }
}

impl Drop for Disk<'_> {
    fn drop(&mut self) {
        Command::new("umount").arg("-l").arg(self.0).status().ok();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_full_disk_nothing_acknowledged_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let Some(_disk) = Disk::mount(folder.path()) else {
        eprintln!("skipped: a small disk cannot be mounted here");
        return;
    };
    let db = Db::open(None, folder.path()).await.unwrap();
    notes(&db).await;
    let mut kept = Vec::new();
    let refused = loop {
        let id = format!("{:03}", kept.len());
        match fill(&db, &id).await {
            Ok(_) => kept.push(id),
            Err(error) => break error,
        }
        if kept.len() == 5 {
            fs::write(folder.path().join("something else"), vec![0; 400_000]).unwrap();
        }
        assert!(kept.len() < 100);
    };
    assert!(matches!(refused, Error::Unwritable(_)), "{refused:?}");
    assert_eq!(ids(&db).await, kept);
    fs::remove_file(folder.path().join("something else")).unwrap();
    fill(&db, "after").await.unwrap();
    drop(db);
    kept.push("after".into());
    let db = Db::open(None, folder.path()).await.unwrap();
    assert_eq!(ids(&db).await, kept);
}
