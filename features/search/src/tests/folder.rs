//! The index folder can be lost, damaged or foreign: it is replaced, never trusted.

use std::{fs, sync::Arc};

use super::{person, village};
use crate::index::{Index, check::check, writer::Writer};

#[tokio::test]
async fn an_index_is_there_again_after_a_restart() {
    let village = village();
    drop(village.index);
    let index = Index::open(village.folder.path(), "test").unwrap();
    assert!(index.is_complete());
    assert_eq!((index.position(), index.documents()), (1, 8));
}

#[tokio::test]
async fn an_index_of_another_database_is_thrown_away() {
    let village = village();
    drop(village.index);
    let index = Index::open(village.folder.path(), "another").unwrap();
    assert!(!index.is_complete());
    assert_eq!((index.position(), index.documents()), (-1, 0));
}

#[tokio::test]
async fn a_damaged_index_is_found_by_the_check_and_thrown_away_or_refused() {
    let village = village();
    let data = village.folder.path();
    assert_eq!(check(data).unwrap().damage, None);
    let folder = village.index.folder().to_owned();
    drop(village.index);
    for entry in fs::read_dir(&folder)
        .unwrap()
        .flatten()
        .filter(|entry| entry.path().extension().is_some_and(|end| end == "term"))
    {
        fs::write(entry.path(), b"not what was written").unwrap();
    }
    let report = check(data).unwrap();
    assert!(report.exists && report.damage.is_some(), "{report:?}");
    let index = Index::open(data, "test").unwrap();
    assert_eq!((index.is_complete(), index.documents()), (false, 0));
}

#[tokio::test]
async fn an_unfinished_index_is_built_anew() {
    let folder = tempfile::tempdir().unwrap();
    let index = Index::open(folder.path(), "test").unwrap();
    let mut writer = Writer::building(Arc::clone(&index)).unwrap();
    writer.add("people", &person("a", "Amina", "")).unwrap();
    writer.commit(0, false).unwrap();
    assert_eq!(index.documents(), 1);
    drop((writer, index));
    assert_eq!(Index::open(folder.path(), "test").unwrap().documents(), 0);
}

#[test]
fn a_folder_without_index_is_reported_as_such() {
    let folder = tempfile::tempdir().unwrap();
    assert!(!check(folder.path()).unwrap().exists);
}

#[test]
fn the_lock_file_of_a_process_that_died_does_not_block() {
    let folder = tempfile::tempdir().unwrap();
    let index = Index::open(folder.path(), "test").unwrap();
    fs::write(index.folder().join(".tantivy-writer.lock"), b"").unwrap();
    assert!(Writer::following(Arc::clone(&index)).is_ok());
    let living = Writer::following(Arc::clone(&index)).unwrap();
    assert!(Writer::following(index).is_err(), "two at once");
    drop(living);
}
