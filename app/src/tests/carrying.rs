//! A community carried from one portal to another: the export of the one, read by the other, is the same portal, stories,
//! pictures and recordings included.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use basics::{At, Clock, SystemClock};
use db::Db;
use files::{Files, FilesSettings};
use plugs::Outcome;
use portable::{Options, Report};
use stories::{
    Content, Form, How, Part, Piece, Sound, Subject, Term, Told, Use,
    deeds::{self, Agreement, Beginning, COOLING},
};
use testkit::{TestPortal, on_both};

use super::browser::{index, wav};
use crate::{community, features, house::Rooms, told};

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
    portable::import(db, files, &rooms(), from, Options::default(), SystemClock.now(), &|_| ()).await.unwrap()
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

/// News that can be heard, in the portal of the sample.
async fn news(db: &Db, files: &Files, faces: &told::Faces) {
    let at = SystemClock.now().plus(-9 * At::DAY);
    let sound = media::keep_sound(db, files, wav().into()).await.unwrap().unwrap();
    let person = |handle: &str| faces[handle].0.clone();
    let piece = Piece {
        name: "s1".into(),
        hash: sound.hash.clone(),
        transcript: "Bells ring twice, and somebody laughs.".into(),
        sound: Some(Sound::of(&sound)),
        ..Piece::default()
    };
    let content = Content {
        title: "Two bells".into(),
        lede: "The school has a new bell, and an old one.".into(),
        source: "Listen.\n\n![](s1)".into(),
        pieces: vec![piece],
        ..Content::default()
    };
    let mut tx = db.begin().await.unwrap();
    media::insert_sound(&mut tx, &sound, at).await.unwrap();
    let (form, told) = (Form::News, Told::Sent);
    let beginning = Beginning { form, theme: None, lang: "en", told, content, author: None, sent: true };
    let id = deeds::begin(&mut tx, beginning, at).await.unwrap().story.id.to_string();
    let mut subject = Subject::new(&id, "Gloria", Some(&person("gloria-kabanyare")), at);
    subject.cleared_at = Some(at);
    deeds::add_person(&mut tx, &id, &subject, at).await.unwrap().unwrap();
    let editor = person("liya-mekuriyat");
    deeds::assign(&mut tx, &id, &editor, Part::Editor, "", at).await.unwrap().unwrap();
    let root = deeds::sign(&mut tx, &id, &editor, at).await.unwrap().unwrap().story.next_root;
    let (uses, how, by) = ([Use::Site, Use::Press], How::Helper, stories::Giver::Own);
    let agreement =
        Agreement { root: &root, uses: &uses, term: Term::FiveYears, lang: "sw", how, by, witness: "Yusuf" };
    deeds::agree(&mut tx, &id, subject.id.as_str(), &agreement, at).await.unwrap().unwrap();
    deeds::publish(&mut tx, &id, at.plus(COOLING)).await.unwrap().unwrap();
    tx.commit().await.unwrap();
}

/// A portal on a database, at this moment, that has read everything.
async fn opened(db: &Db, now: At) -> TestPortal {
    let portal = TestPortal::node(db.clone(), features::all(&::config::Settings::default()), index).await;
    portal.clock.advance(now.0 - portal.clock.now().0);
    portal.settled().await;
    portal
}

/// What is asked of both portals, beside every story.
const PAGES: [&str; 15] = [
    "/",
    "/people",
    "/people?craft=potter",
    "/organisations",
    "/stories",
    "/sw/stories?form=feature",
    "/stories?craft=potter",
    "/stories/series/many-hands",
    "/people/neema-mwambali",
    "/search?q=clay",
    "/sw/search?q=udongo",
    "/stories/feed.atom",
    "/stories/feed.json",
    "/stories/two-bells.json",
    "/feed.atom",
];

/// Address, status and lines of a page.
type Answered = (String, u16, Vec<String>);

/// Every page that is compared; the stories in each language in turn.
async fn pages(portal: &TestPortal) -> Vec<Answered> {
    let sql = "SELECT slug FROM stories ORDER BY slug LIMIT 100";
    let slugs: Vec<String> = portal.db.all(sql, &[], |row| row.get(0)).await.unwrap();
    let stories = slugs.iter().zip(["", "/sw", "/fr"].into_iter().cycle());
    let stories = stories.map(|(slug, lang)| format!("{lang}/stories/{slug}"));
    let mut all = Vec::new();
    for path in PAGES.into_iter().map(str::to_owned).chain(stories) {
        let answer = portal.get(&path).await;
        let mut lines: Vec<String> = answer.text().lines().map(without_cursor).collect();
        if path.contains("/search") {
            // What is found equally well has no order of its own.
            lines.sort();
        }
        all.push((path, answer.status, lines));
    }
    all
}

/// The place in a list from which the next page goes on ends with somebody's id.
fn without_cursor(line: &str) -> String {
    let mut parts = line.split("%7E");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |line, part| line + "%7E" + part.get(36..).unwrap_or(part))
}

/// The first line in which two answers differ; nothing for two pages that are the same.
fn differ((here, there): (&Answered, &Answered)) -> Option<[String; 3]> {
    let lines = here.2.iter().zip(&there.2).find(|(one, other)| one != other);
    let (one, other) = lines.map(|(one, other)| (one.clone(), other.clone())).unwrap_or_default();
    let same = here == there && here.1 == 200;
    (!same).then(|| [format!("{}: {} and {}", here.0, here.1, there.1), one, other])
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sample_community_carried_to_another_portal_is_the_same_portal() {
    let here = tempfile::tempdir().unwrap();
    let db = Db::open(None, here.path()).await.unwrap();
    let store = files(here.path());
    let faces = community::fill(&db, &store).await.unwrap();
    told::fill(&db, &store, &faces).await.unwrap();
    news(&db, &store, &faces).await;
    let folder = here.path().join("export");
    let first = export(&db, &store, &folder).await;
    let count = |ending: &str| first.keys().filter(|path| path.ends_with(ending)).count();
    assert!(count(".webp") > 300 && count(".wav") == 1, "{} pictures", count(".webp"));
    assert_eq!(first.keys().filter(|path| path.starts_with("stories/") || path.starts_with("news/")).count(), 43);
    let now = SystemClock.now();
    let shown = pages(&opened(&db, now).await).await;
    on_both(async |other| {
        let there = tempfile::tempdir().unwrap();
        let report = import(&other, &files(there.path()), &folder).await;
        for file in &report.files {
            assert_eq!(file.outcome, Outcome::Imported, "{}: {:?} {}", file.path, file.repairs, file.message);
        }
        let second = export(&other, &files(there.path()), &there.path().join("export")).await;
        assert!(first.keys().eq(second.keys()), "other files came back");
        let changed: Vec<&String> = first.keys().filter(|path| first[*path] != second[*path]).collect();
        assert!(changed.is_empty(), "not as they were: {changed:?}");
        let again = import(&other, &files(there.path()), &folder).await;
        assert!(again.files.iter().all(|file| file.outcome == Outcome::Unchanged), "{again}");
        let answered = pages(&opened(&other, now).await).await;
        let differences: Vec<_> = shown.iter().zip(&answered).filter_map(differ).collect();
        assert!(differences.is_empty(), "{differences:#?}");
    })
    .await;
}

/// What an import says of one file.
fn said<'r>(report: &'r Report, path: &str) -> &'r portable::FileReport {
    report.files.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("{path} is not in {report}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_story_whose_recording_is_missing_or_another_is_a_draft_until_the_right_one_is_there() {
    let here = tempfile::tempdir().unwrap();
    let db = Db::open(None, here.path()).await.unwrap();
    let store = files(here.path());
    let faces = few(&db).await;
    news(&db, &store, &faces).await;
    let folder = here.path().join("export");
    let first = export(&db, &store, &folder).await;
    let path = first.keys().find(|path| path.ends_with(".wav")).unwrap();
    let there = tempfile::tempdir().unwrap();
    let other = Db::open(None, there.path()).await.unwrap();
    fs::write(folder.join(path), b"<script>alert(1)</script>").unwrap();
    let report = import(&other, &files(there.path()), &folder).await;
    assert_eq!(said(&report, path).outcome, Outcome::Refused);
    let story = said(&report, "news/two-bells.md");
    assert_eq!((story.outcome, story.url.as_deref()), (Outcome::Repaired, None));
    assert!(story.repairs[0].why.contains(path.as_str()), "{:?}", story.repairs);
    fs::write(folder.join(path), &first[path]).unwrap();
    let report = import(&other, &files(there.path()), &folder).await;
    assert_eq!(said(&report, "news/two-bells.md").url.as_deref(), Some("/stories/two-bells"));
    assert_eq!(said(&report, "people/gloria-kabanyare.md").outcome, Outcome::Unchanged);
}

/// The two of the sample that the news needs, without pictures.
async fn few(db: &Db) -> told::Faces {
    let mut faces = told::Faces::new();
    let mut tx = db.begin().await.unwrap();
    for handle in ["gloria-kabanyare", "liya-mekuriyat"] {
        let mut person = people::Person::new(people::Kind::Person, handle, people::Fields::default(), At(5));
        person.release(At(5));
        people::store::insert(&mut tx, &person, &serde_json::json!({})).await.unwrap();
        faces.insert(handle.to_owned(), (person.id.to_string(), handle.to_owned()));
    }
    tx.commit().await.unwrap();
    faces
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_with_the_right_name_that_is_no_recording_stays_out() {
    let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let db = Db::open(None, here.path()).await.unwrap();
    let store = files(here.path());
    let faces = few(&db).await;
    news(&db, &store, &faces).await;
    let folder = here.path().join("export");
    let first = export(&db, &store, &folder).await;
    // Whoever forges a record names their bytes by their own hash, everywhere.
    let page = b"<html><script>alert(1)</script>";
    let forged = files::Key::of(page, "wav").as_str()[3..].to_owned();
    let path = first.keys().find(|path| path.ends_with(".wav")).unwrap();
    let name = path.rsplit('/').next().unwrap();
    let story = fs::read_to_string(folder.join("news/two-bells.md")).unwrap();
    let (shelf, other) = (&name[..2], &forged[..2]);
    let story = story.replace(&format!("{shelf}/{name}"), &format!("{other}/{forged}"));
    assert!(story.contains(&forged));
    fs::write(folder.join("news/two-bells.md"), story).unwrap();
    fs::remove_file(folder.join(path)).unwrap();
    fs::write(folder.join("media/kept").join(&forged), page).unwrap();
    let other = Db::open(None, there.path()).await.unwrap();
    let report = import(&other, &files(there.path()), &folder).await;
    let refused = said(&report, &format!("media/kept/{forged}"));
    assert!(refused.outcome == Outcome::Refused && refused.message.contains("no picture or recording"), "{refused:?}");
    assert_eq!(said(&report, "news/two-bells.md").url, None);
    let key = files::Key::of(page, "wav");
    assert!(files(there.path()).stat(&key).await.unwrap().is_none(), "nothing of it lies in the store");
}
