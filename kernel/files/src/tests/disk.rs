//! The store in a folder.

use std::{fs, path::PathBuf};

use bytes::Bytes;
use config::Settings;

use super::keeps_its_promises;
use crate::{Doing, Files, FilesSettings, Key, Why};

fn folder() -> (tempfile::TempDir, Files) {
    let folder = tempfile::tempdir().unwrap();
    let files = Files::open(&FilesSettings::Folder(folder.path().join("deep/files"))).unwrap();
    (folder, files)
}

#[tokio::test]
async fn a_folder_keeps_its_promises() {
    let (_folder, files) = folder();
    keeps_its_promises(&files).await;
}

#[tokio::test]
async fn files_stand_under_their_key_and_nothing_else_is_left() {
    let (folder, files) = folder();
    let key = files.put(Bytes::from_static(b"abc"), "txt").await.unwrap();
    let path = folder.path().join("deep/files").join(key.as_str());
    assert_eq!(fs::read(&path).unwrap(), b"abc");
    assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
}

#[tokio::test]
async fn a_file_cut_short_is_written_again() {
    let (folder, files) = folder();
    let key = files.put(Bytes::from_static(b"abc"), "txt").await.unwrap();
    fs::write(folder.path().join("deep/files").join(key.as_str()), "a").unwrap();
    files.put(Bytes::from_static(b"abc"), "txt").await.unwrap();
    assert_eq!(files.get(&key).await.unwrap().unwrap(), "abc");
}

#[tokio::test]
async fn foreign_files_are_passed_over() {
    let (folder, files) = folder();
    let key = Key::of(b"abc", "txt");
    let inside = folder.path().join("deep/files/ba");
    fs::create_dir_all(&inside).unwrap();
    fs::write(inside.join("note.txt"), "x").unwrap();
    fs::write(inside.join(format!("{}.txt#1", key.hash())), "x").unwrap();
    assert_eq!(files.list(None, 10).await.unwrap(), []);
}

#[test]
fn a_file_where_the_folder_should_be_is_an_error_in_plain_words() {
    let folder = tempfile::NamedTempFile::new().unwrap();
    let error = Files::open(&FilesSettings::Folder(folder.path().join("files"))).unwrap_err();
    assert_eq!((error.doing, error.why), (Doing::Open, Why::Failed));
    assert!(
        error.to_string().starts_with("the file store /") && error.to_string().contains("cannot be opened"),
        "{error}"
    );
}

#[test]
fn the_settings_say_where_files_are() {
    let mut settings = Settings { data: PathBuf::from("/srv/data"), ..Settings::default() };
    assert!(
        matches!(FilesSettings::from(&settings), FilesSettings::Folder(path) if path == std::path::Path::new("/srv/data/files"))
    );
    settings.files = Some("/srv/elsewhere".into());
    assert!(
        matches!(FilesSettings::from(&settings), FilesSettings::Folder(path) if path == std::path::Path::new("/srv/elsewhere"))
    );
    settings.files = Some("s3://bucket/a/b/".into());
    assert!(matches!(FilesSettings::from(&settings), FilesSettings::S3(b) if b.name == "bucket" && b.prefix == "a/b"));
}

#[tokio::test]
async fn a_folder_says_how_full_its_disk_is() {
    let folder = tempfile::tempdir().unwrap();
    let files = Files::open(&FilesSettings::Folder(folder.path().join("files"))).unwrap();
    assert!(files.fullness().is_some_and(|percent| (1..=100).contains(&percent)), "{:?}", files.fullness());
}
