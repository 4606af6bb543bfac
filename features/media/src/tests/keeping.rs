//! Kept pictures, on a real file store and database.

use basics::At;
use db::Db;
use files::{Files, FilesSettings};

use super::made::jpeg;
use crate::{Picture, Refused, find, insert, keep, serve, src};

struct House {
    db: Db,
    files: Files,
    _folder: tempfile::TempDir,
}

async fn house() -> House {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(None, folder.path()).await.unwrap();
    let files = Files::open(&FilesSettings::Folder(folder.path().join("files"))).unwrap();
    House { db, files, _folder: folder }
}

impl House {
    async fn keep(&self, bytes: Vec<u8>) -> Picture {
        let picture = keep(&self.db, &self.files, bytes).await.unwrap().unwrap();
        let mut tx = self.db.begin().await.unwrap();
        insert(&mut tx, &picture, At(5)).await.unwrap();
        tx.commit().await.unwrap();
        find(&self.db, &[&picture.hash]).await.unwrap().remove(&picture.hash).unwrap()
    }
}

#[tokio::test]
async fn a_kept_picture_is_found_with_its_files() {
    let house = house().await;
    let picture = house.keep(jpeg(800, 600)).await;
    assert_eq!((picture.width, picture.height), (800, 600));
    for rendition in &picture.renditions {
        let stored = crate::bytes(&house.files, &rendition.key).await.unwrap().unwrap();
        assert_eq!(stored.len() as u64, rendition.bytes);
        assert_eq!(rendition.src(), src(&rendition.key));
    }
}

#[tokio::test]
async fn keeping_the_same_bytes_again_changes_nothing() {
    let house = house().await;
    let first = house.keep(jpeg(300, 300)).await;
    assert_eq!(house.keep(jpeg(300, 300)).await, first);
    assert_eq!(house.files.list(None, 100).await.unwrap().len(), first.renditions.len());
}

#[tokio::test]
async fn a_refusal_can_be_told_from_a_fault() {
    let house = house().await;
    let refused = keep(&house.db, &house.files, b"no picture".to_vec()).await.unwrap();
    assert_eq!(refused, Err(Refused::Kind));
}

#[tokio::test]
async fn the_best_rendition_is_the_lightest_that_fills_the_place() {
    let picture = house().await.keep(jpeg(800, 600)).await;
    let width = |asked| picture.best(asked).unwrap().width;
    assert_eq!([width(300), width(320), width(400), width(700), width(2000)], [320, 320, 640, 800, 800]);
    assert_eq!(picture.square().unwrap().width, 96);
    assert_eq!(picture.jpeg().unwrap().width, 640);
}

#[test]
fn only_whole_hashes_with_an_ending_are_keys() {
    let hash = "ab".repeat(32);
    assert!(serve::key(&format!("{hash}.webp")).is_some());
    for name in ["", "a", "é", "../../etc/passwd", &hash, "ab.webp"] {
        assert!(serve::key(name).is_none(), "{name}");
    }
}
