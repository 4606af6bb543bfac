//! After the week: nothing is left, in no table, file or log, and nothing comes back.

use std::{fs, path::Path};

use basics::{At, Clock};
use db::params;
use testkit::TestPortal;

use super::cast::{MARK, SECRET, Someone, eraser, everything, fill, house, node, post, someone};
use crate::{erasures::LIST, leaving::WEEK};

/// Tables that may go on naming somebody who is gone, by opaque id only.
const IDS_ONLY: [&str; 6] = ["changes", "audit", "erasures", "vouches", "helped", "recovery_confirmations"];

/// Two people with everything, one of whom leaves; the week is over.
async fn left(house: &TestPortal) -> (Someone, Someone) {
    let (amina, baraka) = (someone(house, "amina", &[]).await, someone(house, "baraka", &[]).await);
    // Both have the same marks on their pages: only what is the one's alone is looked for.
    house.db.exec("DELETE FROM works WHERE person_id = $1", params![&baraka.account.person]).await.unwrap();
    house.db.exec("DELETE FROM picture_uses WHERE subject = $1", params![&baraka.account.person]).await.unwrap();
    house.db.exec("DELETE FROM person_terms WHERE person_id = $1", params![&baraka.account.person]).await.unwrap();
    let plain = "UPDATE people SET fields = '{}', kept = '{}', name_key = '' WHERE id = $1";
    house.db.exec(plain, params![&baraka.account.person]).await.unwrap();
    house.db.exec("UPDATE accounts SET passphrase = NULL WHERE id = $1", params![baraka.id()]).await.unwrap();
    house.db.exec("UPDATE sessions SET device = '' WHERE account_id = $1", params![baraka.id()]).await.unwrap();
    fill(house, &amina, &baraka).await;
    post(house, &amina, "/me/leave").await;
    house.clock.advance(WEEK);
    (amina, baraka)
}

async fn nothing_is_left(house: &TestPortal, amina: &Someone, baraka: &Someone) {
    for (table, value) in everything(&house.db).await {
        for gone in [MARK, SECRET, "amina", "zmark"] {
            // The documents of an import are forgotten by the room that brought them in.
            assert!(!value.contains(gone) || table == "imports", "{table} still says {value}");
        }
        if [amina.id(), &amina.account.person].iter().any(|id| value.contains(*id)) {
            assert!(IDS_ONLY.contains(&table) || table == "imports", "{table} still names {value}");
        }
    }
    let stays = "SELECT giver_gone, known_from FROM vouches WHERE giver_id = $1 AND receiver_id = $2";
    let vouch = house.db.one(stays, params![amina.id(), baraka.id()], |row| Ok((row.get(0)?, row.get(1)?))).await;
    assert_eq!(vouch.unwrap(), (true, "other".to_owned()), "the vouch counts on, without saying how they met");
    assert_eq!(house.portal.files.list(None, 100).await.unwrap(), [], "pictures are gone");
    assert!(crate::store::accounts::find(&house.db, baraka.id()).await.unwrap().is_some(), "others are untouched");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_week_after_asking_nothing_is_left_in_any_table() {
    testkit::on_both(async |db| {
        let house = node(db).await;
        let (amina, baraka) = left(&house).await;
        let eraser = eraser(&house);
        assert_eq!(eraser.erase_due(house.clock.now()).await.unwrap(), 1);
        nothing_is_left(&house, &amina, &baraka).await;
        assert_eq!(eraser.erase_due(house.clock.now()).await.unwrap(), 0, "once is enough");
        house.settled().await;
        assert_eq!(house.get("/people/amina").await.status, 404);
        assert!(audit::verify(&house.db, None).await.unwrap().fault.is_none());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_file_of_the_data_folder_holds_a_byte_of_them() {
    let house = house().await;
    let (amina, baraka) = left(&house).await;
    house.db.exec("DELETE FROM imports", &[]).await.unwrap();
    assert!(
        found_in(house.folder(), MARK) > 0 && found_in(house.folder(), SECRET) > 0,
        "the test looks where it should"
    );
    eraser(&house).erase_due(house.clock.now()).await.unwrap();
    for gone in [MARK, SECRET, "amina"] {
        assert_eq!(found_in(house.folder(), gone), 0, "{gone}");
    }
    nothing_is_left(&house, &amina, &baraka).await;
    let list = fs::read_to_string(house.folder().join(LIST)).unwrap();
    let line = format!("{} {} {}", amina.id(), amina.account.person, &house.clock.now().rfc3339()[..10]);
    assert!(list.lines().any(|said| said == line), "{list}");
}

/// How many files in a folder and below hold a text.
fn found_in(folder: &Path, text: &str) -> usize {
    let mut found = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found += found_in(&path, text);
        } else {
            let bytes = fs::read(&path).unwrap();
            found += usize::from(bytes.windows(text.len()).any(|part| part == text.as_bytes()));
        }
    }
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn an_older_database_brings_nobody_back() {
    testkit::on_both(async |db| {
        let house = node(db).await;
        let (amina, baraka) = left(&house).await;
        let eraser = eraser(&house);
        eraser.erase_due(house.clock.now()).await.unwrap();
        // As a database of last month would say: she is here, and nobody was erased.
        older(&house, &amina).await;
        assert_eq!(eraser.replay(house.clock.now()).await.unwrap(), 1);
        nothing_is_left(&house, &amina, &baraka).await;
        assert_eq!(eraser.replay(house.clock.now()).await.unwrap(), 0);
        // The data folder is lost too: the store of files still knows.
        fs::remove_file(house.folder().join(LIST)).unwrap();
        older(&house, &amina).await;
        assert_eq!(eraser.replay(house.clock.now()).await.unwrap(), 1);
        nothing_is_left(&house, &amina, &baraka).await;
        assert!(fs::read_to_string(house.folder().join(LIST)).unwrap().contains(amina.id()), "and tells the folder");
    })
    .await;
}

async fn older(house: &TestPortal, amina: &Someone) {
    let person = people::Person::new(people::Kind::Person, "amina", people::Fields::default(), At(1));
    let mut tx = house.db.begin().await.unwrap();
    people::store::insert(&mut tx, &person, &serde_json::json!({})).await.unwrap();
    tx.exec("UPDATE people SET id = $1 WHERE id = $2", params![&amina.account.person, &person.id]).await.unwrap();
    crate::store::accounts::insert(&mut tx, &amina.account).await.unwrap();
    tx.exec("DELETE FROM erasures", &[]).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_says_nothing_about_anybody() {
    let log = super::log::Captured::start();
    let house = house().await;
    let (amina, _) = left(&house).await;
    tracing::info!("the test listens");
    let wrong = [("handle", "amina"), ("passphrase", "Zsecret99")];
    house.ask("POST", "/sign-in").header("sec-fetch-site", "same-origin").form(&wrong).send().await;
    post(&house, &amina, "/me/data").await;
    house.get("/people/amina").await;
    eraser(&house).erase_due(house.clock.now()).await.unwrap();
    let said = log.said();
    assert!(said.contains("the test listens"), "{said}");
    for gone in [MARK, SECRET, "amina", "example.org"] {
        assert!(!said.contains(gone), "{gone} stands in {said}");
    }
}
