//! What was acknowledged is there after the process was killed in the middle of its work.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use db::Db;

use super::{ids, note, notes};

/// Names the data folder to the child.
const CHILD: &str = "DZALEKA_TEST_CHILD";
const NAME: &str = "durability::what_was_acknowledged_survives_a_kill";

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_survives_a_kill() {
    if let Ok(folder) = std::env::var(CHILD) {
        return write_until_killed(Path::new(&folder)).await;
    }
    let folder = tempfile::tempdir().unwrap();
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", NAME, "--nocapture"])
        .env(CHILD, folder.path())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut acknowledged: Vec<String> = Vec::new();
    for line in lines {
        let line = line.unwrap_or_default();
        acknowledged.extend(line.split(' ').find(|word| word.starts_with("done-")).map(str::to_owned));
        if acknowledged.len() == 300 {
            child.kill().unwrap();
        }
    }
    child.wait().unwrap();
    assert!(acknowledged.len() >= 300, "{} only", acknowledged.len());
    let started = Instant::now();
    let db = Db::open(None, folder.path()).await.unwrap();
    assert!(started.elapsed() < Duration::from_millis(500), "ready after {:?}", started.elapsed());
    let kept = ids(&db).await;
    let lost: Vec<&String> = acknowledged.iter().filter(|id| !kept.contains(id)).collect();
    assert!(lost.is_empty(), "{lost:?}");
    note(&db, "after").await.unwrap();
}

async fn write_until_killed(folder: &Path) {
    let db = Db::open(None, folder).await.unwrap();
    notes(&db).await;
    let writers: Vec<_> = (0..8)
        .map(|writer| {
            let db = db.clone();
            tokio::spawn(async move {
                for n in 0.. {
                    let id = format!("done-{writer}-{n}");
                    note(&db, &id).await.unwrap();
                    println!(" {id} ");
                }
            })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap();
    }
}
