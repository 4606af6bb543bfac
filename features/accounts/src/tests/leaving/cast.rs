//! Invented people with everything that can belong to somebody, and the house they live in.

use basics::{At, Audience, Clock, Lang, Level, Role, Roles};
use bytes::Bytes;
use db::{Db, Value, params};
use media::{Format, Rendition};
use people::{Fields, Kind, Person, Picture, Said, Shown, Work};
use serde_json::json;
use testkit::{Answer, Nothing, TestPortal};
use web::cookies;

use crate::{Account, Eraser, Settings, account::Secrets, session, store};

/// Begins every text that belongs to the person in question, with a number behind.
pub const MARK: &str = "Zmark";
/// Begins what nobody is ever shown again, the person included.
pub const SECRET: &str = "Zsecret";

pub struct Someone {
    pub account: Account,
    pub cookie: String,
}

impl Someone {
    pub fn id(&self) -> &str {
        self.account.id.as_str()
    }
}

fn rooms() -> Vec<feature::Feature> {
    vec![crate::feature(Settings::default()), people::feature()]
}

pub async fn house() -> TestPortal {
    TestPortal::new(rooms()).await
}

pub async fn node(db: Db) -> TestPortal {
    TestPortal::node(db, rooms(), |opening| std::sync::Arc::new(Nothing(opening.position))).await
}

pub fn eraser(house: &TestPortal) -> Eraser {
    Eraser {
        db: house.db.clone(),
        files: house.portal.files.clone(),
        rooms: house.portal.plugs.belongings.clone(),
        data: house.folder().to_owned(),
    }
}

/// Somebody with a public page and a session on a phone of their own.
pub async fn someone(house: &TestPortal, handle: &str, roles: &[Role]) -> Someone {
    let now = house.clock.now();
    let mut person = Person::new(Kind::Person, handle, page(), now);
    person.release(now);
    let kept = json!({ "sources": [{ "path": "people/Zmark10.md", "pictures": [] }] });
    let works = [(Audience::Everyone, work(house, 11).await)];
    let mut tx = house.db.begin().await.unwrap();
    people::store::insert(&mut tx, &person, &kept).await.unwrap();
    people::store::put_works(&mut tx, &person.id, &works).await.unwrap();
    changes::announce(&mut tx, people::TOPIC, person.id.as_str(), "written", now).await.unwrap();
    let mut account = Account::new(person.id.to_string(), handle, &basics::look_alike(handle), Lang::En, now);
    account.secrets = Secrets { passphrase: Some(format!("{SECRET}1")), ..Secrets::default() };
    account.roles = roles.iter().fold(Roles::default(), |roles, role| roles.with(*role));
    account.level = Level::Vouched;
    store::accounts::insert(&mut tx, &account).await.unwrap();
    tx.commit().await.unwrap();
    house.settled().await;
    let cookie = sign_in(house, &account).await;
    Someone { account, cookie }
}

fn page() -> Fields {
    Fields {
        name: Some(Shown::everyone("Zmark01 Uwase".into())),
        about: Some(Shown::everyone(Said::paragraphs("Zmark02 makes pots.", Some("en")))),
        skills: Some(Shown::to(Audience::OnlyMe, vec!["Zmark03".into()])),
        ..Fields::default()
    }
}

/// A work with a picture whose bytes are in the store of files.
pub async fn work(house: &TestPortal, number: u32) -> Work {
    let bytes = format!("a picture: {MARK}{number:02}").repeat(40);
    let key = house.portal.files.put(Bytes::from(bytes), "webp").await.unwrap();
    let name = key.as_str()[3..].to_owned();
    let rendition = |width| Rendition { width, height: width, format: Format::Webp, key: name.clone(), bytes: 400 };
    let renditions = vec![rendition(96), rendition(640)];
    let cut = media::Picture { hash: key.hash().to_owned(), width: 640, height: 640, renditions };
    let mut tx = house.db.begin().await.unwrap();
    media::insert(&mut tx, &cut, At(1)).await.unwrap();
    tx.commit().await.unwrap();
    let title = format!("{MARK}{number:02} in clay");
    Work { title, picture: Some(Picture { alt: "A pot".into(), cut }), ..Work::default() }
}

/// A cookie for a session that has just been opened.
pub async fn sign_in(house: &TestPortal, account: &Account) -> String {
    let mut tx = house.db.begin().await.unwrap();
    let opening = session::Opening { shared: false, second_step: true, device: "Zmark04, Android", helper: None };
    let (_, token) = session::open(&mut tx, account, &opening, house.clock.now()).await.unwrap();
    changes::recheck_sessions(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    format!("{}={token}", cookies::name(cookies::SESSION, house.portal.site.secure()))
}

pub async fn get(house: &TestPortal, someone: &Someone, path: &str) -> Answer {
    house.ask("GET", path).cookie(&someone.cookie).send().await
}

pub async fn post(house: &TestPortal, someone: &Someone, path: &str) -> Answer {
    house.ask("POST", path).cookie(&someone.cookie).header("sec-fetch-site", "same-origin").form(&[]).send().await
}

/// Something in every table that holds anything of people.
pub async fn fill(house: &TestPortal, someone: &Someone, other: &Someone) {
    let (id, person, friend) = (someone.id(), someone.account.person.as_str(), other.id());
    let (then, later) = (house.clock.now(), house.clock.now().plus(30 * At::DAY));
    let secret = |number: u32| format!("{SECRET}{number}");
    let theirs = "SELECT id FROM works WHERE person_id = $1";
    let theirs: Option<String> = house.db.opt(theirs, params![&other.account.person], |row| row.get(0)).await.unwrap();
    let credit = theirs.map(|work| {
        let values =
            vec![work.into(), person.into(), "glaze".into(), "agreed".into(), false.into(), then.into(), then.into()];
        ("credits (work_id, person_id, part, state, dropped, asked_at, answered_at)", values)
    });
    let rows: Vec<(&str, Vec<Value>)> = vec![
        (
            "contacts (id, account_id, kind, value, verified_at, created_at)",
            vec!["c1".into(), id.into(), "mail".into(), "Zmark05@example.org".into(), then.into(), then.into()],
        ),
        (
            "devices (token, account_id, shown, device, created_at, seen_at)",
            vec![secret(2).into(), id.into(), true.into(), "Zmark06, KaiOS".into(), then.into(), then.into()],
        ),
        (
            "recovery_codes (account_id, code, used_at, created_at)",
            vec![id.into(), secret(3).into(), Value::Null, then.into()],
        ),
        ("claims (person_id, code, made_at)", vec![person.into(), secret(4).into(), then.into()]),
        (
            "passkeys (id, account_id, credential, name, passkey, created_at, used_at)",
            vec![
                "p1".into(),
                id.into(),
                secret(5).into(),
                "Zmark07".into(),
                secret(6).into(),
                then.into(),
                Value::Null,
            ],
        ),
        (
            "tickets (token, kind, account_id, content, created_at, ends_at, used_at)",
            vec![
                secret(7).into(),
                "invitation".into(),
                id.into(),
                secret(8).into(),
                then.into(),
                later.into(),
                Value::Null,
            ],
        ),
        (
            "vouches (giver_id, receiver_id, known_from, given_at, giver_gone, withdrawn_at)",
            vec![id.into(), friend.into(), "school".into(), then.into(), false.into(), Value::Null],
        ),
        (
            "vouches (giver_id, receiver_id, known_from, given_at, giver_gone, withdrawn_at)",
            vec![friend.into(), id.into(), "work".into(), then.into(), false.into(), Value::Null],
        ),
        (
            "recoveries (id, reference, account_id, passphrase, state, created_at, ready_at, ends_at)",
            vec![
                "r1".into(),
                "Zmark08".into(),
                id.into(),
                secret(9).into(),
                "over".into(),
                then.into(),
                Value::Null,
                later.into(),
            ],
        ),
        (
            "recoveries (id, reference, account_id, passphrase, state, created_at, ready_at, ends_at)",
            vec![
                "r2".into(),
                "other".into(),
                friend.into(),
                "".into(),
                "over".into(),
                then.into(),
                Value::Null,
                later.into(),
            ],
        ),
        (
            "recovery_confirmations (recovery_id, account_id, part, confirmed_at)",
            vec!["r2".into(), id.into(), "voucher".into(), then.into()],
        ),
        (
            "helped (id, account_id, helper_id, what, path, at)",
            vec!["h1".into(), id.into(), friend.into(), "opened".into(), "/Zmark09".into(), then.into()],
        ),
        (
            "helped (id, account_id, helper_id, what, path, at)",
            vec!["h2".into(), friend.into(), id.into(), "sent".into(), "/me".into(), then.into()],
        ),
        (
            "imports (path, hash, collection, subject, url, imported_at)",
            vec![
                "people/Zmark10.md".into(),
                "hash".into(),
                "people".into(),
                format!("people:{person}").into(),
                Value::Null,
                then.into(),
            ],
        ),
        (
            "people (id, kind, handle, name_key, state, listed, fields, kept, released_at, confirmed_at, created_at, updated_at)",
            ["group", "organisation", "group", "", "released"]
                .into_iter()
                .map(Value::from)
                .chain([Value::from(4), "{}".into(), "{}".into()])
                .chain([then; 4].map(Value::from))
                .collect(),
        ),
        (
            "organisation_invitations (organisation_id, person_id, standing, role, invited_by, invited_at, ends_at)",
            ["group", person, "editor", "Zmark15", &other.account.person]
                .into_iter()
                .map(Value::from)
                .chain([then, later].map(Value::from))
                .collect(),
        ),
        (
            "organisation_claims (id, organisation_id, person_id, account_id, words, state, claimed_at, ends_at)",
            ["o1", "group", person, id, "Zmark16", "asked"]
                .into_iter()
                .map(Value::from)
                .chain([then, later].map(Value::from))
                .collect(),
        ),
        (
            "organisation_confirmations (claim_id, person_id, account_id, confirmed_at)",
            vec!["o1".into(), person.into(), id.into(), then.into()],
        ),
        (
            "corrections (id, organisation_id, person_id, part, words, said_at)",
            vec!["k1".into(), "group".into(), person.into(), "hours".into(), "Zmark17".into(), then.into()],
        ),
        (
            "sent_forms (form, location, sent_at)",
            vec!["form".into(), format!("/people/{}", someone.account.handle).into(), then.into()],
        ),
        (
            "attempts (subject, log, tried_at)",
            vec![crate::sign_in::subject("sign-in", &someone.account.handle_key, None).into(), "".into(), then.into()],
        ),
    ];
    let mut tx = house.db.begin().await.unwrap();
    for (into, values) in rows.into_iter().chain(credit) {
        let marks = db::marks(0, values.len());
        tx.exec(&format!("INSERT INTO {into} VALUES ({marks})"), &values).await.unwrap();
    }
    tx.exec("UPDATE accounts SET made_by = $1, invited_by = $1 WHERE id = $2", params![id, friend]).await.unwrap();
    let whose = basics::Id::<()>::from_text(person);
    let letter =
        post::Message::mail("Zmark12@example.org", Lang::En, "Zmark13", "Zmark14", Some("<p>Zmark14</p>")).of(&whose);
    post::put(&mut tx, &letter, then).await.unwrap();
    let entry = audit::Entry { actor: id, action: "signed-in", object: id, detail: "", request: "" };
    audit::record(&mut tx, &entry, then).await.unwrap();
    tx.commit().await.unwrap();
}

/// Every value of every table as text, with the table it stands in.
pub async fn everything(db: &Db) -> Vec<(&'static str, String)> {
    let (send, receive) = std::sync::mpsc::channel();
    db.dump(move |table, values| {
        for value in values {
            send.send((table.name, said(value))).unwrap();
        }
        Ok(())
    })
    .await
    .unwrap();
    receive.into_iter().collect()
}

fn said(value: Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Int(number) => number.to_string(),
        Value::Bool(yes) => yes.to_string(),
        Value::Text(text) => text,
        Value::Bytes(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
    }
}
