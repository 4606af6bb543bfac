//! Erasing in the whole house, with the stories somebody is in: no byte stays in the data folder, and an older backup brings
//! nobody back.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use accounts::{Account, State};
use basics::{At, Clock, Lang, SystemClock};
use config::{Secret, Settings};
use db::params;
use tempfile::TempDir;

use crate::{
    cli, commands, features,
    house::{self, House, Rooms},
    tests::told,
};

const PICTURE: &[u8] = include_bytes!("../../../kernel/web/assets/icon-192.png");
/// Words that nobody else uses, as they were written and as they are looked for.
const MARKS: [&str; 8] =
    ["Zmbweha", "zmbweha", "Zmkarafuu", "zmkarafuu", "zmposta", "Zmsiri", told::MARKS[0], told::MARKS[1]];

/// A folder with one person in it, their portrait, and somebody else.
fn community() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let people = folder.path().join("people");
    fs::create_dir(&people).unwrap();
    fs::write(people.join("portrait.png"), PICTURE).unwrap();
    let zmbweha = "---\nname: Zmbweha Uwase\ntagline: Zmkarafuu and clay\nimage: portrait.png\nphone: 0991 000 123\n\
                   works:\n  - title: Zmkarafuu in blue\n---\nZmkarafuu is what I paint.\n";
    fs::write(people.join("zmbweha.md"), zmbweha).unwrap();
    fs::write(people.join("baraka.md"), "---\nname: Baraka\ntagline: Clay too\n---\nPots.\n").unwrap();
    folder
}

fn settings(folder: &Path, database: Option<&str>) -> Settings {
    Settings { data: folder.to_owned(), database: database.map(Secret::new), ..Settings::default() }
}

/// Gives the imported person an account, a session, an address and a letter on its way.
async fn account(house: &House) -> Account {
    let person = people::store::find(&house.db, "zmbweha-uwase").await.unwrap();
    let person = match person {
        Some(person) => person,
        None => people::store::find(&house.db, "zmbweha").await.unwrap().expect("the import made her"),
    };
    let mut account = Account::new(person.id.to_string(), "zmbweha", "zmbweha", Lang::En, SystemClock.now());
    account.secrets.passphrase = Some("Zmsiri".into());
    let (id, now) = (account.id.as_str().to_owned(), SystemClock.now());
    let mut tx = house.db.begin().await.unwrap();
    accounts::store::accounts::insert(&mut tx, &account).await.unwrap();
    for (sql, values) in [
        (
            "INSERT INTO contacts (id, account_id, kind, value, verified_at, created_at) VALUES ('c', $1, 'mail', 'zmposta@example.org', $2, $2)",
            params![&id, now].to_vec(),
        ),
        (
            "INSERT INTO sessions (token, id, account_id, helper_id, shared, second_step, device, created_at, seen_at, confirmed_at, ends_at) VALUES ('Zmsiri', 's', $1, NULL, $3, $3, 'Zmsiri', $2, $2, $2, $2)",
            params![&id, now, false].to_vec(),
        ),
        (
            "INSERT INTO tickets (token, kind, account_id, content, created_at, ends_at, used_at) VALUES ('Zmsiri', 'contact', $1, 'zmposta@example.org', $2, $2, NULL)",
            params![&id, now].to_vec(),
        ),
    ] {
        tx.exec(sql, &values).await.unwrap();
    }
    let letter = post::Message::mail("zmposta@example.org", Lang::En, "Zmsiri", "Zmsiri", None).of(&person.id);
    post::put(&mut tx, &letter, now).await.unwrap();
    tx.commit().await.unwrap();
    account
}

/// Imports, releases, opens an account, tells a story and lets the index see everything.
async fn open(settings: &Settings) -> (House, Rooms, Account) {
    let folder = community();
    let import =
        cli::Import { path: Some(folder.path().into()), dry_run: false, report: cli::Report::Text, held: false };
    commands::import::run(settings, &import).await.unwrap();
    commands::person::release(settings, &cli::Persons { handles: Vec::new(), all: true }).await.unwrap();
    let house = house::open(settings).await.unwrap();
    let account = account(&house).await;
    told::story(&house, &account.person).await;
    (house, Rooms::gather(features::all(settings)), account)
}

async fn index(settings: &Settings, house: &House, rooms: &Rooms) -> (web::Portal, Arc<search::Index>) {
    let index = house::open_index(settings, &house.db).await.unwrap();
    let open = House { db: house.db.clone(), files: house.files.clone() };
    let portal = house::portal(settings, open, Arc::clone(&index), rooms, "http://portal.test".into()).await.unwrap();
    follow(&portal).await;
    (portal, index)
}

/// Waits until the index has seen everything.
async fn follow(portal: &web::Portal) {
    let last = changes::last(&portal.db).await.unwrap();
    let reached = async {
        while portal.plugs.finder.position() < last {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), reached).await.expect("the index catches up");
}

/// Files in a folder and below that hold one of the marks, or are her picture.
fn found_in(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(found_in(&path));
            continue;
        }
        // Writers replace files of the index while we look.
        let Ok(bytes) = fs::read(&path) else { continue };
        let marked = MARKS.iter().any(|mark| bytes.windows(mark.len()).any(|part| part == mark.as_bytes()));
        let picture = path.extension().is_some_and(|ending| ending == "webp" || ending == "jpg");
        if marked || picture {
            found.push(path);
        }
    }
    found
}

async fn nothing_is_left(house: &House, folder: &Path) {
    assert_eq!(found_in(folder), Vec::<PathBuf>::new());
    let (send, receive) = std::sync::mpsc::channel();
    let dumped = house.db.dump(move |table, values| {
        send.send(format!("{} {values:?}", table.name)).unwrap();
        Ok(())
    });
    dumped.await.unwrap();
    let rows: Vec<String> = receive.into_iter().collect();
    for mark in MARKS {
        assert!(!rows.iter().any(|row| row.contains(mark)), "{mark}");
    }
    assert!(rows.iter().any(|row| row.contains("Baraka")), "others are untouched");
}

/// The whole way, from the import to an older backup, on one engine.
async fn walk(first: Option<&str>, second: Option<&str>) {
    let (folder, aside, later) =
        (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let settings = settings(folder.path(), first);
    let (house, rooms, account) = open(&settings).await;
    let (portal, index) = index(&settings, &house, &rooms).await;
    assert!(found_in(folder.path()).len() > 2, "the test looks where it should: {:?}", found_in(folder.path()));
    let file = aside.path().join("before.dzaleka");
    commands::backup::run(&settings, &cli::Backup { file: file.clone() }).await.unwrap();

    let now = SystemClock.now();
    let mut tx = house.db.begin().await.unwrap();
    accounts::leaving::leave(&mut tx, portal.faces().unwrap(), account.id.as_str(), now).await.unwrap();
    tx.commit().await.unwrap();
    let eraser = house::eraser(&settings, &house, &rooms);
    assert_eq!(eraser.erase_due(now.plus(7 * At::DAY - 1)).await.unwrap(), 0);
    assert_eq!(eraser.erase_due(now.plus(7 * At::DAY)).await.unwrap(), 1);
    follow(&portal).await;
    drop((portal, index));
    nothing_is_left(&house, folder.path()).await;

    let restored = self::settings(later.path(), second);
    let list = folder.path().join(accounts::erasures::LIST);
    commands::restore::run(&restored, &cli::Restore { file, erasures: Some(list) }).await.unwrap();
    let house = house::open(&restored).await.unwrap();
    let here = accounts::store::accounts::find(&house.db, account.id.as_str()).await.unwrap();
    assert!(here.is_none(), "{:?}", here.map(|account| account.state == State::Active));
    nothing_is_left(&house, later.path()).await;
    let eraser = house::eraser(&restored, &house, &Rooms::gather(features::all(&restored)));
    assert_eq!(eraser.replay(now).await.unwrap(), 0, "once is enough");
}

#[tokio::test(flavor = "multi_thread")]
async fn no_byte_stays_and_an_older_backup_brings_nobody_back() {
    walk(None, None).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_holds_on_postgresql() {
    let (Some(first), Some(second)) = (testkit::postgres().await, testkit::postgres().await) else { return };
    walk(Some(&first.url), Some(&second.url)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restored_backup_lets_nobody_in_with_an_old_session_or_link() {
    let (folder, aside, later) =
        (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let settings = settings(folder.path(), None);
    drop(open(&settings).await);
    let file = aside.path().join("before.dzaleka");
    commands::backup::run(&settings, &cli::Backup { file: file.clone() }).await.unwrap();
    let restored = self::settings(later.path(), None);
    commands::restore::run(&restored, &cli::Restore { file, erasures: None }).await.unwrap();
    let db = house::open(&restored).await.unwrap().db;
    for table in ["sessions", "tickets"] {
        let left = db.one(&format!("SELECT COUNT(*) FROM {table}"), &[], |row| row.get::<i64>(0)).await.unwrap();
        assert_eq!(left, 0, "{table}");
    }
    let people = db.one("SELECT COUNT(*) FROM accounts", &[], |row| row.get::<i64>(0)).await.unwrap();
    assert_eq!(people, 1, "who was not erased is back");
}
