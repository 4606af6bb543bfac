//! What is held of people at all. These tests fail when a table or column is added that nobody has thought about: decide
//! whether the person gets to see it, and whether it goes when they go.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{Cursor, Read},
};

use basics::{Clock, Lang, Level, Roles};
use db::TABLES;
use zip::ZipArchive;

use super::cast::{MARK, everything, fill, house, post, someone};
use crate::{handle::Handle, join};

/// Which part of a download tells of a table.
const TOLD: [(&str, &str); 25] = [
    ("people", "profile"),
    ("person_terms", "profile"),
    ("works", "works"),
    ("credits", "credits"),
    ("memberships", "memberships"),
    ("organisation_invitations", "organisation-invitations"),
    ("organisation_claims", "organisation-claims"),
    ("organisation_confirmations", "organisation-claims"),
    ("corrections", "corrections"),
    ("pictures", "works"),
    ("imports", "import"),
    ("accounts", "account"),
    ("sessions", "sessions"),
    ("devices", "devices"),
    ("recovery_codes", "recovery-card"),
    ("claims", "claim-code"),
    ("contacts", "contacts"),
    ("passkeys", "passkeys"),
    ("tickets", "links-and-codes"),
    ("vouches", "vouches-given"),
    ("recoveries", "recoveries"),
    ("recovery_confirmations", "recoveries-confirmed"),
    ("helped", "helped"),
    ("outbox", "messages"),
    ("audit", "events"),
];
/// Tables that hold ids of people and nothing they said.
const IDS_ONLY: [&str; 4] = ["changes", "jobs", "erasures", "picture_uses"];
/// Tables that belong to nobody.
const NOBODYS: &[&str] = &[
    "change_counter",
    "pages",
    "held",
    "picture_files",
    "attempts",
    "sent_forms",
    "organisation_checks",
    "vocabulary",
];

/// Tables of files that people bring, of the room `media`; its own tests say what a download tells of them.
const MEDIA: [&str; 4] = ["recordings", "uploads", "upload_parts", "brought"];

/// Tables of the room `letters`, which leans on this one; its own tests say what a download tells of them.
const LETTERS: [&str; 5] = ["letters", "letter_replies", "blocks", "letter_settings", "reports"];

/// Tables of the room `stories`, which leans on this one; its own tests say what a download tells of them.
const STORIES: [&str; 12] = [
    "stories",
    "story_series",
    "tellings",
    "editions",
    "story_roles",
    "subjects",
    "consents",
    "story_codes",
    "story_corrections",
    "story_copies",
    "story_links",
    "story_terms",
];

#[test]
fn every_table_is_told_of_or_holds_only_ids_or_belongs_to_nobody() {
    for table in TABLES {
        let told = TOLD.iter().filter(|(name, _)| *name == table.name).count();
        let others = IDS_ONLY.iter().chain(NOBODYS).chain(&LETTERS).chain(&MEDIA).chain(&STORIES);
        let other = others.filter(|name| **name == table.name).count();
        assert_eq!(
            told + other,
            1,
            "say in this file what becomes of {} when somebody asks for their data",
            table.name
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_table_that_names_somebody_stands_in_their_download() {
    let house = house().await;
    let (amina, baraka) = (someone(&house, "amina", &[]).await, someone(&house, "baraka", &[]).await);
    fill(&house, &amina, &baraka).await;
    let answer = post(&house, &amina, "/me/data").await;
    let mut data = String::new();
    let mut archive = ZipArchive::new(Cursor::new(answer.body.clone())).unwrap();
    archive.by_name("data.json").unwrap().read_to_string(&mut data).unwrap();
    let data: serde_json::Value = serde_json::from_str(&data).unwrap();
    let mut seen = BTreeSet::new();
    for (table, value) in everything(&house.db).await {
        if ![amina.id(), &amina.account.person, MARK].iter().any(|mark| value.contains(mark)) {
            continue;
        }
        seen.insert(table);
        match TOLD.iter().find(|(name, _)| *name == table) {
            Some((_, part)) => {
                assert!(data["belongings"].get(part).is_some(), "{table} names them; there is no {part}")
            }
            None => assert!(IDS_ONLY.contains(&table) && !value.contains(MARK), "{table} holds {value}"),
        }
    }
    for (table, _) in TOLD.iter().filter(|(table, _)| !["person_terms", "memberships", "pictures"].contains(table)) {
        assert!(seen.contains(table), "the test puts something into {table}");
    }
}

#[test]
fn no_column_asks_what_could_be_used_against_people() {
    let forbidden = [
        "nationality",
        "ethnicity",
        "ethnic",
        "tribe",
        "clan",
        "race",
        "religion",
        "religious",
        "faith",
        "church",
        "caste",
        "ration",
        "unhcr",
        "refugee",
        "asylum",
        "case",
        "household",
        "family",
        "passport",
        "visa",
        "legal",
        "status",
        "birthday",
        "birthdate",
        "birth",
        "dob",
        "gender",
        "sex",
        "orientation",
        "health",
        "disability",
        "hiv",
        "politics",
        "party",
        "route",
        "zone",
        "block",
        "house",
        "street",
        "address",
        "gps",
        "latitude",
        "longitude",
        "coordinates",
        "fingerprint",
        "biometric",
        "salary",
        "income",
        "ip",
    ];
    for table in TABLES {
        for column in table.columns {
            let parts: Vec<&str> = column.split('_').collect();
            assert!(!parts.iter().any(|part| forbidden.contains(part)), "{}.{column}", table.name);
        }
    }
}

/// What a column of a member says about them; ids and keys made from the sign-in name say nothing more.
fn fact(column: &str) -> Option<&'static str> {
    match column {
        "id" | "person_id" => None,
        "handle" | "handle_key" | "name_key" => Some("sign-in name"),
        "passphrase" => Some("passphrase, as a hash"),
        "lang" => Some("language"),
        "created_at" | "updated_at" | "confirmed_at" | "edited_at" => Some("day of joining"),
        "seen_on" => Some("day of the last visit"),
        "level" | "state" | "kind" | "listed" | "takes_help" | "fields" | "kept" => {
            Some("standing, as everybody begins")
        }
        other => panic!("a new member has something in {other}"),
    }
}

#[tokio::test]
async fn of_a_member_who_changes_nothing_six_things_are_held() {
    let house = house().await;
    let handle = Handle::parse("amina").unwrap();
    let newcomer = join::Newcomer {
        handle: &handle,
        name: "",
        crafts: &[],
        born: None,
        passphrase: Some("$argon2id$".into()),
        lang: Lang::Sw,
        roles: Roles::default(),
        level: Level::Member,
        invited_by: None,
        made_by: None,
    };
    let mut tx = house.db.begin().await.unwrap();
    let faces = house.portal.faces().unwrap();
    join::exactly(&mut tx, faces, &newcomer, house.clock.now()).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    let mut facts: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for name in ["accounts", "people"] {
        let table = TABLES.iter().find(|table| table.name == name).unwrap();
        let values: Vec<String> = everything(&house.db)
            .await
            .into_iter()
            .filter(|(table, _)| *table == name)
            .map(|(_, value)| value)
            .collect();
        assert_eq!(values.len(), table.columns.len(), "one row");
        for (column, value) in table.columns.iter().zip(values) {
            if !["", "0", "false", "{}"].contains(&value.as_str()) {
                facts.entry(fact(column).unwrap_or("ids")).or_default().push(value);
            }
        }
    }
    facts.remove("ids");
    assert!(facts.len() <= 6, "{facts:?}");
    let others = ["people", "accounts", "changes", "change_counter"];
    for (table, value) in everything(&house.db).await {
        assert!(others.contains(&table), "{table} holds {value} as well");
    }
}
