//! Folders that are no plain trees of small files.

use std::{fs, fs::File, os::unix::fs::symlink};

use plugs::Outcome;

use super::house::House;
use crate::{Options, walk::walk};

#[tokio::test]
async fn the_tools_of_a_site_are_passed_over_and_named() {
    let house = House::with(&[
        ("pages/about.md", "About us"),
        ("node_modules/x/readme.md", "no"),
        (".git/config.md", "no"),
        ("_layouts/page.html", "no"),
        ("package.json", "{}"),
        ("_config.yml", "title: no"),
        ("README.md", "how to build"),
        ("style.css", "a{}"),
    ])
    .await;
    let report = house.import().await;
    assert_eq!(report.files.len(), 1, "{report}");
    for name in ["node_modules/", ".git/", "_layouts/", "package.json", "_config.yml", "README.md"] {
        assert!(report.summary.passed_over.contains(&name.to_owned()), "{name}");
    }
    assert_eq!(report.summary.other.get(".css"), Some(&1));
}

#[tokio::test]
async fn a_loop_of_links_ends_and_is_reported() {
    let house = House::with(&[("pages/about.md", "About us")]).await;
    symlink(&house.site, house.site.join("pages/again")).unwrap();
    let report = house.import().await;
    assert_eq!((report.summary.held, report.summary.refused), (1, 1), "{report}");
    assert!(report.of("pages/again").message.contains("link back to the folder itself"));
}

#[tokio::test]
async fn links_out_of_the_folder_are_not_followed() {
    let house = House::with(&[("pages/about.md", "About us")]).await;
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("secret.md"), "secret").unwrap();
    symlink(outside.path().join("secret.md"), house.site.join("pages/linked.md")).unwrap();
    symlink(outside.path(), house.site.join("folder")).unwrap();
    symlink("/nowhere/at/all.md", house.site.join("broken.md")).unwrap();
    let report = house.import().await;
    assert_eq!((report.summary.held, report.summary.refused), (1, 3), "{report}");
    assert!(report.of("pages/linked.md").message.contains("outside"));
}

#[tokio::test]
async fn a_huge_file_is_refused_by_its_size_alone() {
    let house = House::with(&[("pages/about.md", "About us")]).await;
    File::create(house.site.join("huge.md")).unwrap().set_len(2 << 30).unwrap();
    let report = house.import().await;
    assert_eq!(report.of("huge.md").outcome, Outcome::Refused);
    assert!(report.of("huge.md").message.contains("2048 MB"), "{report}");
}

#[tokio::test]
async fn a_folder_without_documents_is_a_clear_error() {
    let house = House::with(&[("style.css", "a{}")]).await;
    let error = house.try_import(Options::default()).await.unwrap_err().to_string();
    assert!(error.contains("holds no document") && error.contains(".md"), "{error}");
    let error = walk(&house.site.join("nowhere")).unwrap_err().to_string();
    assert!(error.contains("no such folder"), "{error}");
    assert!(walk(&house.site.join("style.css")).unwrap_err().to_string().contains("not a document"));
}

#[tokio::test]
async fn the_order_is_the_same_on_every_machine() {
    let house = House::with(&[("b.md", "b"), ("a/z.md", "z"), ("a/b.md", "b"), ("A.md", "a")]).await;
    let paths: Vec<_> = walk(&house.site).unwrap().files.into_iter().map(|found| found.path).collect();
    assert_eq!(paths, ["A.md", "a/b.md", "a/z.md", "b.md"]);
}
