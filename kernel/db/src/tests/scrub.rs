//! What was deleted leaves no bytes behind.

use std::{collections::HashSet, fs, path::Path};

use db::{Db, params};

/// Rows of very different lengths, changed often: this is how copies get into gaps between rows.
async fn lead_a_life(db: &Db) -> Vec<String> {
    let (mut names, mut tx) = (Vec::new(), db.begin().await.unwrap());
    for turn in 0..600_usize {
        let name = format!("Mkumbusho{turn:05}");
        for (id, length) in [(turn, turn * 37 % 1400), (turn * 7 % (turn + 1), turn * 53 % 2900)] {
            let text = format!("Mkumbusho{id:05} {}", "x".repeat(length));
            tx.exec(
                "INSERT INTO held (id, collection, path, slug, title, fields, body, media, created_at) \
                 VALUES ($1, 'stories', $1, $1, $2, $2, $2, '', 0) \
                 ON CONFLICT (id) DO UPDATE SET title = $2, fields = $2, body = $2",
                params![format!("{:08}", id * 7919 % 100_003), &text],
            )
            .await
            .unwrap();
        }
        names.push(name);
    }
    tx.commit().await.unwrap();
    names
}

async fn delete_half(db: &Db, names: &[String]) -> Vec<String> {
    let gone: Vec<String> = names.iter().step_by(2).cloned().collect();
    let mut tx = db.begin().await.unwrap();
    for name in &gone {
        let changed = tx.exec("DELETE FROM held WHERE title LIKE $1", params![format!("{name}%")]).await.unwrap();
        assert_eq!(changed, 1, "{name} was there");
    }
    tx.commit().await.unwrap();
    gone
}

/// How many of the names stand in the bytes.
fn left_in(bytes: &[u8], names: &[String]) -> usize {
    let length = names[0].len();
    let found: HashSet<&[u8]> = bytes.windows(length).filter(|part| part.starts_with(b"Mkumbusho")).collect();
    names.iter().filter(|name| found.contains(name.as_bytes())).count()
}

fn everything_in(folder: &Path) -> Vec<u8> {
    fs::read_dir(folder).unwrap().flat_map(|file| fs::read(file.unwrap().path()).unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_deleted_stays_in_file_or_log() {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(None, folder.path()).await.unwrap();
    let names = lead_a_life(&db).await;
    let gone = delete_half(&db, &names).await;
    assert!(
        left_in(&everything_in(folder.path()), &gone) > 0,
        "the log still knows them: the test looks where it should"
    );
    db.scrub().await.unwrap();
    let bytes = everything_in(folder.path());
    assert_eq!(left_in(&bytes, &gone), 0);
    assert_eq!(left_in(&bytes, &names), names.len() - gone.len(), "the others are still there");
    assert_eq!(fs::metadata(folder.path().join("dzaleka.sqlite-wal")).unwrap().len(), 0);
    db.check().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn it_waits_for_a_backup_that_is_being_made() {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(None, folder.path()).await.unwrap();
    let names = lead_a_life(&db).await;
    let (began, begun) = std::sync::mpsc::channel();
    let (go_on, wait) = std::sync::mpsc::channel::<()>();
    let backup = tokio::spawn({
        let db = db.clone();
        async move {
            let mut first = true;
            db.dump(move |_, _| {
                if std::mem::take(&mut first) {
                    began.send(()).unwrap();
                    wait.recv().unwrap();
                }
                Ok(())
            })
            .await
        }
    });
    tokio::task::spawn_blocking(move || begun.recv().unwrap()).await.unwrap();
    let gone = delete_half(&db, &names).await;
    let scrub = tokio::spawn({
        let db = db.clone();
        async move { db.scrub().await }
    });
    tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
    db.exec("UPDATE change_counter SET last = last WHERE name = 'origin'", &[]).await.expect("others go on writing");
    go_on.send(()).unwrap();
    backup.await.unwrap().unwrap();
    scrub.await.unwrap().unwrap();
    assert_eq!(left_in(&everything_in(folder.path()), &gone), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_deleted_stays_in_the_tables_of_postgresql() {
    let Some(postgres) = testkit::postgres().await else { return };
    let db = Db::open(Some(&postgres.url), Path::new("")).await.unwrap();
    let names = lead_a_life(&db).await;
    let gone = delete_half(&db, &names).await;
    db.scrub().await.unwrap();
    let sql = "SELECT position(convert_to($1, 'UTF8') in pg_read_binary_file(pg_relation_filepath('held')))::bigint";
    let mut found = 0;
    // Lies in the table's file once the server has written it.
    postgres.console("CHECKPOINT").await;
    for name in &names {
        let at: i64 = db.one(sql, params![name], |row| row.get(0)).await.unwrap();
        assert!(at == 0 || !gone.contains(name), "{name} is gone");
        found += usize::from(at > 0);
    }
    assert!(found > 0, "what is there can be found: the test looks where it should");
}
