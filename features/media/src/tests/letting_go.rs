//! Pictures that nothing shows any more, on both engines.

use basics::{At, Audience};
use db::Db;
use files::{Files, FilesSettings};
use testkit::on_both;

use super::made::jpeg;
use crate::{find, followed, insert, is_followed, keep, let_go, shown, sweep, uses};

struct House {
    db: Db,
    files: Files,
    _folder: tempfile::TempDir,
}

fn house(db: &Db) -> House {
    let folder = tempfile::tempdir().unwrap();
    let files = Files::open(&FilesSettings::Folder(folder.path().join("files"))).unwrap();
    House { db: db.clone(), files, _folder: folder }
}

impl House {
    /// A picture that is shown to everybody by these.
    async fn keep(&self, width: u32, subjects: &[&str], now: At) -> String {
        let picture = keep(&self.db, &self.files, jpeg(width, 60)).await.unwrap().unwrap();
        let mut tx = self.db.begin().await.unwrap();
        insert(&mut tx, &picture, now).await.unwrap();
        let hash = picture.hash;
        for subject in subjects {
            shown(&mut tx, "people", subject, &[(&hash, Some(Audience::Everyone))]).await.unwrap();
        }
        tx.commit().await.unwrap();
        hash
    }

    async fn no_more(&self, subject: &str) {
        let mut tx = self.db.begin().await.unwrap();
        shown(&mut tx, "people", subject, &[]).await.unwrap();
        tx.commit().await.unwrap();
    }

    async fn count(&self, sql: &str) -> i64 {
        self.db.one(sql, &[], |row| row.get(0)).await.unwrap()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_picture_goes_with_the_last_who_shows_it() {
    on_both(async |db| {
        let house = house(&db);
        let hash = house.keep(80, &["amina", "baraka"], At(5)).await;
        house.no_more("amina").await;
        let mut tx = db.begin().await.unwrap();
        assert_eq!(let_go(&mut tx, &[&hash]).await.unwrap(), Vec::<String>::new());
        shown(&mut tx, "people", "baraka", &[]).await.unwrap();
        let files = let_go(&mut tx, &[&hash, &hash]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(files.len(), house.files.list(None, 100).await.unwrap().len());
        assert_eq!(house.count("SELECT count(*) FROM pictures").await, 0);
        assert_eq!(house.count("SELECT count(*) FROM picture_files").await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_lies_about_for_a_day_is_swept_up_with_its_files() {
    on_both(async |db| {
        let house = house(&db);
        let shown_one = house.keep(80, &["amina"], At(5)).await;
        let replaced = house.keep(90, &["baraka"], At(5)).await;
        house.no_more("baraka").await;
        let new = house.keep(100, &[], At(50)).await;
        let again = house.keep(110, &[], At(5)).await;
        assert_eq!(house.keep(110, &[], At(60)).await, again, "somebody brings it once more");
        assert_eq!(sweep(&db, &house.files, At(40)).await.unwrap(), 1);
        let mut left = find(&db, &[&shown_one, &replaced, &new, &again]).await.unwrap();
        assert!(left.remove(&replaced).is_none());
        assert_eq!(left.len(), 3);
        for rendition in left.values().flat_map(|picture| &picture.renditions) {
            assert!(crate::bytes(&house.files, &rendition.key).await.unwrap().is_some());
        }
        assert_eq!(
            house.files.list(None, 100).await.unwrap().len(),
            house.count("SELECT count(DISTINCT key) FROM picture_files").await as usize
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_database_learns_its_files_once() {
    on_both(async |db| {
        let house = house(&db);
        house.keep(80, &["amina"], At(5)).await;
        db.exec("DELETE FROM picture_files", &[]).await.unwrap();
        assert!(!is_followed(&db).await.unwrap());
        let mut tx = db.begin().await.unwrap();
        followed(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert!(is_followed(&db).await.unwrap());
        assert_eq!(house.count("SELECT count(*) FROM picture_files").await, 3);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_written_down_takes_the_place_of_what_was() {
    on_both(async |db| {
        let mut tx = db.begin().await.unwrap();
        let many: Vec<String> = (0..250).map(|nth| format!("{nth:064}")).collect();
        let all: Vec<_> = many.iter().map(|hash| (hash.as_str(), Some(Audience::Members))).collect();
        shown(&mut tx, "people", "amina", &all).await.unwrap();
        shown(&mut tx, "pages", "amina", &all[..1]).await.unwrap();
        shown(&mut tx, "people", "amina", &[(&many[0], None)]).await.unwrap();
        tx.commit().await.unwrap();
        let found = uses(&db, &many[0], "amina").await.unwrap();
        let found: Vec<_> = found.iter().map(|shown| (shown.room.as_str(), shown.audience)).collect();
        assert_eq!(found, [("pages", Some(Audience::Members)), ("people", None)]);
        assert_eq!(uses(&db, &many[9], "amina").await.unwrap(), []);
    })
    .await;
}
