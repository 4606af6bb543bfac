//! A community carried from one portal to another: the export of the one, read by the other, is the same portal.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use basics::At;
use db::Db;
use files::{Files, FilesSettings};
use portable::{Options, Report};
use testkit::on_both;

use crate::{community, features, house::Rooms};

fn rooms() -> Vec<std::sync::Arc<dyn plugs::Portable>> {
    Rooms::gather(features::all(&::config::Settings::default())).portables
}

fn files(folder: &Path) -> Files {
    Files::open(&FilesSettings::Folder(folder.join("files"))).unwrap()
}

async fn export(db: &Db, files: &Files, to: &Path) -> BTreeMap<String, Vec<u8>> {
    portable::export(db, files, &rooms(), to, &|_| ()).await.unwrap();
    all(to)
}

async fn import(db: &Db, files: &Files, from: &Path) -> Report {
    portable::import(db, files, &rooms(), from, Options::default(), At(1_795_000_000_000), &|_| ()).await.unwrap()
}

/// Every file of a folder by its path.
fn all(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let (mut found, mut folders) = (BTreeMap::new(), vec![PathBuf::from(folder)]);
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap().map(Result::unwrap) {
            if entry.path().is_dir() {
                folders.push(entry.path());
            } else {
                let path = entry.path().strip_prefix(folder).unwrap().to_string_lossy().into_owned();
                found.insert(path, fs::read(entry.path()).unwrap());
            }
        }
    }
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sample_community_carried_to_another_portal_is_the_same_with_every_picture() {
    let here = tempfile::tempdir().unwrap();
    let db = Db::open(None, here.path()).await.unwrap();
    community::fill(&db, &files(here.path())).await.unwrap();
    let folder = here.path().join("export");
    let first = export(&db, &files(here.path()), &folder).await;
    let pictures = first.keys().filter(|path| path.ends_with(".webp")).count();
    assert!(first.len() > 200 && pictures > 300, "{} files, {pictures} pictures", first.len());
    on_both(async |other| {
        let there = tempfile::tempdir().unwrap();
        let report = import(&other, &files(there.path()), &folder).await;
        for file in &report.files {
            assert_eq!(file.outcome, plugs::Outcome::Imported, "{}: {:?} {}", file.path, file.repairs, file.message);
        }
        let second = export(&other, &files(there.path()), &there.path().join("export")).await;
        assert!(first.keys().eq(second.keys()), "other files came back");
        let changed: Vec<&String> = first.keys().filter(|path| first[*path] != second[*path]).collect();
        assert!(changed.is_empty(), "not as they were: {changed:?}");
        let again = import(&other, &files(there.path()), &folder).await;
        assert!(again.files.iter().all(|file| file.outcome == plugs::Outcome::Unchanged), "{again}");
    })
    .await;
}
