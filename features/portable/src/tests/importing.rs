//! Whole imports: dirty folders, second runs, dry runs, many files.

use std::{sync::Mutex, time::Instant};

use basics::At;
use plugs::Outcome;

use super::house::House;
use crate::{Options, held, import};

const SITE: [(&str, &str); 9] = [
    ("_stories/amina.md", "---\ntitle: Amina: a painter\n---\nShe paints."),
    ("_posts/2021-03-04-market.md", "---\ntitle: Market\ndate: 2021-11-31\n---\nNews."),
    ("events/fair.json", r#"{"title": "Fair", "date": "2024-05-01"}"#),
    ("jobs.json", r#"[{"title": "Tailor"}, {"title": "Cook"}, 7]"#),
    ("projects/garden.yaml", "title: Garden\nbody: Growing food.\n"),
    ("resources/broken.json", "{\"title\": "),
    ("photos/latin.txt", "Caf\u{e9} by the road"),
    ("settings.json", r#"{"colour": "red"}"#),
    ("opportunities/empty.md", ""),
];

#[tokio::test]
async fn every_file_of_a_dirty_folder_ends_in_the_report() {
    let house = House::with(&SITE).await;
    house.write("photos/windows.txt", b"Caf\xe9 by the road");
    house.write("photos/binary.md", [0u8, 1, 2, 255, 254].repeat(40));
    let report = house.import().await;
    let outcome = |path: &str| report.of(path).outcome;
    for path in [
        "_stories/amina.md",
        "events/fair.json",
        "jobs.json#0",
        "jobs.json#1",
        "projects/garden.yaml",
        "photos/windows.txt",
    ] {
        assert_eq!(outcome(path), Outcome::Held, "{path}");
    }
    for path in ["resources/broken.json", "settings.json", "opportunities/empty.md", "photos/binary.md"] {
        assert_eq!(outcome(path), Outcome::Refused, "{path}");
        assert!(!report.of(path).message.is_empty());
    }
    assert!(report.has_refusals());
    assert!(!report.of("_stories/amina.md").repairs.is_empty(), "the unquoted colon is a repair");
    assert!(report.of("_posts/2021-03-04-market.md").repairs.iter().any(|repair| repair.field == "date"));
    assert_eq!(report.summary.files, report.files.len());
}

#[tokio::test]
async fn a_second_run_changes_nothing() {
    let house = House::with(&SITE).await;
    let first = house.import().await;
    let kept = house.held().await;
    let second = house.import().await;
    assert_eq!(second.summary.unchanged, first.summary.held);
    assert_eq!(second.summary.held, 0);
    assert_eq!(house.held().await, kept);
}

#[tokio::test]
async fn a_changed_file_brings_its_document_up_to_date() {
    let house = House::with(&[("stories/a.md", "One"), ("stories/b.md", "Two")]).await;
    house.import().await;
    house.write("stories/a.md", "Three");
    let report = house.import().await;
    assert_eq!((report.summary.held, report.summary.unchanged), (1, 1));
    let held = house.held().await;
    assert_eq!((held.len(), held[0][5].as_str()), (2, "Three"));
}

#[tokio::test]
async fn an_entry_is_unchanged_when_only_its_neighbour_changes() {
    let house = House::with(&[("jobs.json", r#"[{"title": "Tailor"}, {"title": "Cook"}]"#)]).await;
    house.import().await;
    house.write("jobs.json", r#"[{"title": "Tailor"}, {"title": "Chef"}]"#);
    let report = house.import().await;
    assert_eq!(report.of("jobs.json#0").outcome, Outcome::Unchanged);
    assert_eq!(report.of("jobs.json#1").outcome, Outcome::Held);
}

#[tokio::test]
async fn a_dry_run_reports_the_same_and_keeps_nothing() {
    let house = House::with(&SITE).await;
    let dry = house.try_import(Options { dry_run: true }).await.unwrap();
    assert!(house.held().await.is_empty());
    assert!(dry.to_string().contains("Nothing was kept"));
    let mut real = house.import().await;
    real.summary.dry_run = true;
    assert_eq!(dry, real);
}

#[tokio::test]
async fn a_single_file_is_imported_by_its_folders_name() {
    let house = House::with(&[("stories/amina.md", "She paints.")]).await;
    let file = house.site.join("stories/amina.md");
    let report = import(&house.db, &house.files, &[], &file, Options::default(), At(1), &|_| ()).await.unwrap();
    assert_eq!((report.files[0].path.as_str(), report.files[0].collection.as_str()), ("amina.md", "stories"));
}

#[tokio::test]
async fn held_documents_are_listed_page_by_page() {
    let house = House::with(&[("stories/a.md", "One"), ("stories/b.md", "Two"), ("news/c.md", "Three")]).await;
    house.import().await;
    let (first, next) = held(&house.db, None, 2).await.unwrap();
    let (rest, _) = held(&house.db, next.as_deref(), 2).await.unwrap();
    let paths: Vec<_> = first.iter().chain(&rest).map(|record| record.path.as_str()).collect();
    assert_eq!(paths, ["news/c.md", "stories/a.md", "stories/b.md"]);
}

#[tokio::test]
async fn the_report_has_the_shape_that_others_script_against() {
    let house = House::with(&[("stories/a.md", "---\ntitle: A: b\n---\nText")]).await;
    let report = serde_json::to_value(house.import().await).unwrap();
    let names = |value: &serde_json::Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&report), ["files", "summary"]);
    let file = &report["files"][0];
    assert_eq!(names(file), ["path", "collection", "outcome", "url", "repairs", "private", "message"]);
    assert_eq!(file["outcome"], "held");
    assert_eq!(names(&file["repairs"][0]), ["line", "field", "read", "stored", "why"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn many_files_come_in_by_hundreds() {
    let house = House::new().await;
    for number in 0..2000 {
        house.write(&format!("stories/story {number}.md"), format!("---\ntitle: Story {number}\n---\nText {number}"));
    }
    let (started, seen) = (Instant::now(), Mutex::new(Vec::new()));
    let note = |progress: crate::Progress| seen.lock().unwrap().push(progress.done);
    let report = import(&house.db, &house.files, &[], &house.site, Options::default(), At(1), &note).await.unwrap();
    assert_eq!(report.summary.held, 2000);
    assert_eq!(seen.into_inner().unwrap(), (1..=10).map(|batch| batch * 200).collect::<Vec<_>>());
    println!("2,000 files in {:?}", started.elapsed());
}
