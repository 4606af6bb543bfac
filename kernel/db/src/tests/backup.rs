//! The whole database as rows, and back, into either engine.

use std::sync::{Arc, Mutex};

use db::{Db, Error, TABLES, Value};
use testkit::on_both;

type Rows = Vec<(&'static str, Vec<Value>)>;

async fn dump(db: &Db) -> Rows {
    let rows: Arc<Mutex<Rows>> = Arc::default();
    let into = Arc::clone(&rows);
    db.dump(move |table, values| {
        into.lock().unwrap().push((table.name, values));
        Ok(())
    })
    .await
    .unwrap();
    let mut rows = std::mem::take(&mut *rows.lock().unwrap());
    rows.sort_by_key(|row| format!("{row:?}"));
    rows
}

/// Two rows of every table, in words that need care.
async fn fill(db: &Db) {
    let mut tx = db.begin().await.unwrap();
    for sql in [
        "UPDATE change_counter SET last = 2",
        "INSERT INTO changes VALUES (1, 'people', 'a', 'written', 5), (2, 'people', 'b', 'hidden', 6)",
        "INSERT INTO audit VALUES (1, 5, 'amina', 'signed-in', '', 'kind=passkey', 'r-1', '00', 'aa'), (2, 6, 'nobody', 'sign-in-refused', 'amina', '', '', 'aa', 'bb')",
        "INSERT INTO jobs VALUES ('j', 'greet', '{}', 1, 2, 3, NULL, 4), ('k', 'greet', '{\"a\": \"é\"}', 1, 2, 3, 9, 4)",
        "INSERT INTO people VALUES ('a', 'person', 'amina', 'amina', 'released', 4, '{}', '{}', 1, 1, NULL, 1, 1, 'amina', 9, 4), \
         ('b', 'organisation', 'bakery', '', 'unreleased', 4, '{\"x\": \"ሐና\"}', '[]', 0, 1, 7, 1, 1, '', NULL, NULL)",
        "INSERT INTO person_terms VALUES ('all:person', 'a', 4, 'amina', 1), ('craft:potter', 'a', 3, 'amina', 1)",
        "INSERT INTO vocabulary VALUES ('skill:a', NULL, FALSE, '{\"sw\": \"ሐና\"}', 1), ('skill:b', 'skill:a', TRUE, '{}', 2)",
        "INSERT INTO works VALUES ('w', 'a', 0, 4, 'line one\nline two', 'jar', 'published'), ('v', 'a', 1, 0, '', 'ሐና', 'draft')",
        "INSERT INTO credits VALUES ('w', 'a', 'ሸክላ', 'agreed', FALSE, 1, 2), ('v', 'a', '', 'asked', TRUE, 1, NULL)",
        "INSERT INTO memberships VALUES ('a', 'b', 'founder', 4, 0, 'owner', 3)",
        "INSERT INTO organisation_invitations VALUES ('b', 'a', 'editor', '', NULL, 1, 2, NULL)",
        "INSERT INTO organisation_claims VALUES ('o', 'b', 'a', 'c', 'it is ours\nፎ', 'asked', 1, NULL, 3)",
        "INSERT INTO organisation_confirmations VALUES ('o', 'a', 'd', 2)",
        "INSERT INTO organisation_checks VALUES ('b', 1, 2)",
        "INSERT INTO corrections VALUES ('x', 'b', 'a', 'hours', 'open later', 1, NULL, NULL), ('y', 'b', NULL, 'place', '', 1, 2, 'mended')",
        "INSERT INTO pictures VALUES ('hash', 640, 480, '[]', 1)",
        "INSERT INTO picture_files VALUES ('ab.webp', 'hash'), ('cd.jpg', 'hash')",
        "INSERT INTO picture_uses VALUES ('people', 'a', 'hash', 4), ('works', 'a', 'hash', -1)",
        "INSERT INTO recordings VALUES ('sound', 'mp3', 'ab/ab.mp3', 9, 1000, 1), ('song', 'ogg', 'cd/cd.ogg', 8, 1, 2)",
        "INSERT INTO uploads VALUES ('u', 'a', 10, 4, FALSE, 1, 2), ('v', 'a', 5, 5, TRUE, 1, 3)",
        "INSERT INTO upload_parts VALUES ('u', 0, 4, 'ab/ab.part'), ('v', 0, 5, 'cd/cd.part')",
        "INSERT INTO brought VALUES ('a', 'hash', 9, 1), ('a', 'sound', 8, 2)",
        "INSERT INTO letters VALUES ('l', 'a', 'b', 'ten words\nሰላም', 'waiting', 'sender', 1, 2)",
        "INSERT INTO letter_replies VALUES ('r', 'l', 'receiver', 'b', 'Karibu', FALSE, 3)",
        "INSERT INTO blocks VALUES ('b', 'a', 4)",
        "INSERT INTO letter_settings VALUES ('a', 'everyone', TRUE), ('b', 'nobody', FALSE)",
        "INSERT INTO reports VALUES ('q', 'l', 'b', 'a', 'scam', 2, '', '[]', 1, NULL, NULL, NULL), \
         ('z', 'l', 'b', 'a', 'threat', 3, 'note', '[]', 1, 2, 'c', 'upheld')",
        "INSERT INTO stories VALUES ('s', 'thread', 'interview', 'done', 'published', 'sw', 'arts', 'Uzi', 'sent', 'e', 'r', '', '', NULL, 3, 'x', 1, '{}', 1, 2), \
         ('t', 't', 'news', 'cooling', 'unseen', 'am', '', 'ሐና', 'import', '', '', 'f', 'f', 9, NULL, NULL, 0, '{\"a\": 1}', 1, 2)",
        "INSERT INTO story_series VALUES ('x', 'hands', '{\"sw\": {}}', 1)",
        "INSERT INTO tellings VALUES ('s', 'sw', 'original', '{}', '', '', 'e', 1, FALSE), ('s', 'en', 'draft', '{\"title\": \"ሐና\"}', 'e', 'r', '', 2, TRUE)",
        "INSERT INTO editions VALUES ('s', 'e', 'sw', 'r', 'Uzi', 'line', 'null', '{}', 70, 1)",
        "INSERT INTO story_roles VALUES ('o', 's', 'a', 'editor', '', 'r', 1), ('p', 's', '', 'translator', 'en', '', 2)",
        "INSERT INTO subjects VALUES ('u', 's', 'a', 'Neema', FALSE, TRUE, FALSE, TRUE, FALSE, TRUE, 1, NULL, 1), \
         ('v', 's', NULL, 'ሐና', TRUE, FALSE, FALSE, FALSE, TRUE, FALSE, NULL, 2, 1)",
        "INSERT INTO consents VALUES ('c', 's', 'u', 'site', 'r', 'sw', 'code', 'own', '', 1, 9, NULL), \
         ('d', 's', 'v', 'press', 'r', 'fr', 'helper', 'guardian', 'h', 1, 9, 2)",
        "INSERT INTO story_codes VALUES ('hash', 'u', 'look', 1), ('other', 'v', 'see', 2)",
        "INSERT INTO story_corrections VALUES ('k', 's', 'sw', 'four towns', FALSE, 1), ('l', 's', 'sw', 'a part', TRUE, 0)",
        "INSERT INTO story_copies VALUES ('s', 'a reader', 'feed', '', 1, NULL), ('s', 'a paper', 'press', 'desk@example.org', 1, 2)",
        "INSERT INTO story_links VALUES ('amina', 's'), ('joseph', 's')",
        "INSERT INTO story_terms VALUES ('site/all', 's', 3, 9), ('press/all', 's', 3, 8)",
        "INSERT INTO pages VALUES ('p', 'about', 'en', 'published', 'About', '{}', 'Text', NULL, NULL, 1, 1), \
         ('q', 'about', 'fr', 'published', 'À propos', '{}', 'Texte', 'private', 3, 1, 1)",
        "INSERT INTO imports VALUES ('a.md', 'hash', 'people', 'people:a', NULL, 1), ('b.md', 'hash', 'pages', 'pages:p', '/about', 1)",
        "INSERT INTO held VALUES ('h', 'stories', 's.md', 's', 'Story', '{}', 'Body', '[]', 1)",
        "INSERT INTO accounts VALUES ('c', 'a', 'Amina', 'amina', 'hash', NULL, TRUE, NULL, 0, 'sw', 2000, 1, 0, NULL, 0, 'open', NULL, \
         NULL, NULL, NULL, NULL, FALSE, 20, 6, 1, 2), \
         ('d', 'b', 'ሐና', 'hana', NULL, 'pin', FALSE, 'totp', 5, 'fr', NULL, 2, 1, 'c', 3, 'open', 4, 1, 2, 'c', 'c', TRUE, NULL, \
         NULL, 1, 2)",
        "INSERT INTO sessions VALUES ('t', 's', 'c', NULL, TRUE, FALSE, 'phone', 1, 2, 3, 4), ('u', 'r', 'd', 'c', FALSE, TRUE, '', 1, 2, 3, 4)",
        "INSERT INTO devices VALUES ('t', 'c', TRUE, 'phone', 1, 2), ('t', 'd', FALSE, 'phone', 1, 2)",
        "INSERT INTO recovery_codes VALUES ('c', 'one', NULL, 1), ('c', 'two', 2, 1)",
        "INSERT INTO claims VALUES ('a', 'hash', 1), ('b', 'other', 2)",
        "INSERT INTO contacts VALUES ('k', 'c', 'mail', 'amina@example.org', NULL, 1), ('l', 'd', 'phone', '0991 000 001', 2, 1)",
        "INSERT INTO passkeys VALUES ('p', 'c', 'x', 'My phone', '{}', 1, NULL), ('q', 'c', 'y', 'ስልኬ', '{}', 1, 2)",
        "INSERT INTO tickets VALUES ('t', 'mail', 'c', '{}', 1, 2, NULL), ('u', 'challenge', NULL, '', 1, 2, 3)",
        "INSERT INTO vouches VALUES ('c', 'd', 'choir', 1, FALSE, NULL), ('gone', 'c', 'school', 1, TRUE, 2)",
        "INSERT INTO recoveries VALUES ('e', 'AB12', 'c', 'hash', 'open', 1, NULL, 3), ('f', 'CD34', NULL, '', 'ended', 1, 2, 3)",
        "INSERT INTO recovery_confirmations VALUES ('e', 'd', 'voucher', 1), ('e', 'gone', 'helper', 2)",
        "INSERT INTO helped VALUES ('h', 'c', 'd', 'settings', '/settings', 1), ('i', 'c', 'gone', 'words', '', 2)",
        "INSERT INTO attempts VALUES ('hash', '[1, 2]', 2), ('other', '[]', 3)",
        "INSERT INTO sent_forms VALUES ('form', '/people/amina', 1), ('other', '/', 2)",
        "INSERT INTO erasures VALUES ('g', 'h', 1), ('i', 'j', 2)",
        "INSERT INTO outbox VALUES ('m', 'mail', 'amina@example.org', 'sw', 'a', 'Karibu', 'one\ntwo', '<p>ሰላም</p>', NULL, 'waiting', 0, 1, \
         NULL, 1, NULL), ('n', 'sms', '0991 000 001', 'en', NULL, '', '', NULL, NULL, 'sent', 2, 5, '451', 1, 6)",
    ] {
        tx.exec(sql, &[]).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn put_back(db: &Db, rows: &Rows) {
    let mut tx = db.begin().await.unwrap();
    tx.clear().await.unwrap();
    for table in TABLES {
        for (_, values) in rows.iter().filter(|(name, _)| *name == table.name) {
            tx.put_back(table.name, values).await.unwrap();
        }
    }
    tx.commit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dump_put_back_is_the_same_on_either_engine() {
    let folder = tempfile::tempdir().unwrap();
    let source = Db::open(None, folder.path()).await.unwrap();
    fill(&source).await;
    let original = dump(&source).await;
    assert!(TABLES.iter().all(|table| original.iter().any(|(name, _)| *name == table.name)), "every table is filled");
    on_both(async |db| {
        fill(&db).await;
        assert_eq!(dump(&db).await, original, "both engines hold the same");
        db.exec("UPDATE people SET handle = 'somebody-else' WHERE id = 'a'", &[]).await.unwrap();
        put_back(&db, &original).await;
        assert_eq!(dump(&db).await, original);
        put_back(&source, &dump(&db).await).await;
        assert_eq!(dump(&source).await, original, "and back into SQLite");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dump_that_cannot_go_on_stops_with_its_cause() {
    on_both(async |db| {
        let told = db.dump(|_, _| Err(Error::Other("the disk is full".into()))).await;
        assert_eq!(told.unwrap_err().to_string(), "the disk is full");
        db.check().await.unwrap();
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_of_an_unknown_table_is_refused() {
    on_both(async |db| {
        let told = db.begin().await.unwrap().put_back("people; DROP TABLE people", &[]).await;
        assert!(told.unwrap_err().to_string().contains("unknown table"));
    })
    .await;
}
