//! Invented people with pages and sessions, and the house they live in.

use accounts::{Account, Hasher, Settings};
use basics::{At, Audience, Clock, Id, Lang, Level, Role, Roles, look_alike};
use db::Db;
use people::{Fields, Kind, Person, Shown};
use serde_json::json;
use testkit::{Answer, Nothing, TestPortal};

/// Twelve words, and nothing personal in them.
pub const WORDS: &str = "I saw your pots at the market and want to learn the craft.";

const PASSPHRASE: &str = "three goats cross rivers";

pub struct Someone {
    pub account: Account,
    pub cookie: String,
}

impl Someone {
    pub fn person(&self) -> &str {
        &self.account.person
    }
}

fn rooms() -> Vec<feature::Feature> {
    vec![accounts::feature(Settings::default()), people::feature(), crate::feature()]
}

pub async fn house() -> TestPortal {
    TestPortal::new(rooms()).await
}

pub async fn node(db: Db) -> TestPortal {
    TestPortal::node(db, rooms(), |opening| std::sync::Arc::new(Nothing(opening.position))).await
}

/// Somebody with a public page; changed before they are written down.
pub async fn with(house: &TestPortal, handle: &str, change: impl FnOnce(&mut Account, &mut Person)) -> Someone {
    let now = house.clock.now();
    let name = format!("Z{handle} Uwase");
    let fields = Fields { name: Some(Shown::to(Audience::Everyone, name)), ..Fields::default() };
    let mut person = Person::new(Kind::Person, handle, fields, now);
    person.release(now);
    let mut account = Account::new(person.id.to_string(), handle, &look_alike(handle), Lang::En, now);
    account.level = Level::Vouched;
    account.secrets.passphrase = Some(Hasher::default().hash(PASSPHRASE).await.unwrap());
    change(&mut account, &mut person);
    let mut tx = house.db.begin().await.unwrap();
    people::store::insert(&mut tx, &person, &json!({})).await.unwrap();
    accounts::store::accounts::insert(&mut tx, &account).await.unwrap();
    tx.commit().await.unwrap();
    house.settled().await;
    let cookie = sign_in(house, &account).await;
    Someone { account, cookie }
}

pub async fn someone(house: &TestPortal, handle: &str) -> Someone {
    with(house, handle, |_, _| ()).await
}

pub async fn steward(house: &TestPortal, handle: &str) -> Someone {
    with(house, handle, |account, _| account.roles = Roles::default().with(Role::Steward)).await
}

/// An organisation that somebody owns.
pub async fn organisation(house: &TestPortal, handle: &str, owner: &Someone) -> String {
    let now = house.clock.now();
    let fields = Fields { name: Some(Shown::to(Audience::Everyone, format!("Z{handle} Group"))), ..Fields::default() };
    let mut group = Person::new(Kind::Organisation, handle, fields, now);
    group.release(now);
    let mut tx = house.db.begin().await.unwrap();
    people::store::insert(&mut tx, &group, &json!({})).await.unwrap();
    let owner = Id::from_text(owner.person());
    people::store::join(&mut tx, &owner, &group.id, "", Audience::Everyone, 0).await.unwrap();
    tx.exec("UPDATE memberships SET standing = 'owner' WHERE organisation_id = $1", db::params![&group.id])
        .await
        .unwrap();
    tx.commit().await.unwrap();
    house.settled().await;
    group.id.to_string()
}

/// A cookie for a session with a second step that lasts as long as any test.
async fn sign_in(house: &TestPortal, account: &Account) -> String {
    let form = [("handle", account.handle.as_str()), ("passphrase", PASSPHRASE), ("phone", "own")];
    let answer = house.ask("POST", "/sign-in").form(&form).send().await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let (sql, ends) = ("UPDATE sessions SET second_step = TRUE, ends_at = $1", house.clock.now().plus(400 * At::DAY));
    house.db.exec(sql, db::params![ends]).await.unwrap();
    let cookies = answer.headers("set-cookie");
    let session = cookies.iter().find(|set| set.contains("session=")).expect("a session begins");
    session.split(';').next().unwrap().to_owned()
}

pub async fn get(house: &TestPortal, who: &Someone, path: &str) -> Answer {
    house.ask("GET", path).cookie(&who.cookie).send().await
}

pub async fn post(house: &TestPortal, who: &Someone, path: &str, fields: &[(&str, &str)]) -> Answer {
    house.ask("POST", path).cookie(&who.cookie).form(fields).send().await
}

/// Writes a first letter and returns its id.
pub async fn write(house: &TestPortal, from: &Someone, to: &str, words: &str) -> String {
    let answer = post(house, from, to, &[("words", words), ("anyway", "yes")]).await;
    assert_eq!((answer.status, answer.header("location")), (303, "/me/letters?done=sent"), "{}", answer.text());
    let sql = "SELECT id FROM letters WHERE sender_id = $1 ORDER BY id DESC LIMIT 1";
    house.db.one(sql, db::params![from.person()], |row| row.get(0)).await.unwrap()
}

pub async fn answer(house: &TestPortal, who: &Someone, id: &str, what: &str) -> u16 {
    post(house, who, &format!("/me/letters/{id}/answer"), &[("what", what)]).await.status
}

/// A page without what differs each time it is made: tokens and keys of forms.
pub fn plain(answer: &Answer) -> String {
    ["name=\"once\" value=\"", "name=\"form\" value=\"", "/share.jpg?v="].into_iter().fold(
        answer.text().to_owned(),
        |text, field| {
            let mut parts = text.split(field);
            let first = parts.next().unwrap_or_default().to_owned();
            parts.fold(first, |out, part| out + part.split_once('"').unwrap().1)
        },
    )
}
