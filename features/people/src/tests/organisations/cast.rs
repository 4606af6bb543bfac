//! Invented members with accounts, and the organisations they keep.

use accounts::Account;
use basics::{At, Audience, Id, Lang, Level};
use db::{Db, params};

use crate::{
    Kind, Person, Standing,
    organisations::store::members::{self, Member},
    tests::cast::{potter, put, somebody},
};

pub const NOW: At = At(1_795_248_000_000);

/// Somebody with a page and an account of the same id, known so well.
pub async fn resident(db: &Db, handle: &str, level: Level) -> Person {
    let person = somebody(Kind::Person, handle, potter(handle), Some(At(5)));
    put(db, &person).await;
    let mut account = Account::new(person.id.to_string(), handle, &basics::look_alike(handle), Lang::En, At(5));
    account.id = Id::from_text(person.id.as_str());
    (account.level, account.by_hand) = (level, level);
    let mut tx = db.begin().await.unwrap();
    accounts::store::accounts::insert(&mut tx, &account).await.unwrap();
    tx.commit().await.unwrap();
    person
}

/// An organisation that is released and has no owner, as after an import.
pub async fn imported(db: &Db, handle: &str) -> Person {
    let organisation = somebody(Kind::Organisation, handle, potter(handle), Some(At(5)));
    put(db, &organisation).await;
    organisation
}

pub async fn join(db: &Db, person: &Person, organisation: &Person, standing: Standing) {
    let member = Member {
        person: person.id.to_string(),
        role: String::new(),
        standing,
        audience: Audience::Everyone,
        organisation_audience: Audience::Everyone,
    };
    let mut tx = db.begin().await.unwrap();
    members::put(&mut tx, organisation.id.as_str(), &member, NOW).await.unwrap();
    tx.commit().await.unwrap();
}

/// One person has vouched for another.
pub async fn vouch(db: &Db, giver: &Person, receiver: &Person, at: At) {
    let mut tx = db.begin().await.unwrap();
    tx.exec(
        "INSERT INTO vouches (giver_id, receiver_id, known_from, given_at, giver_gone) VALUES ($1, $2, 'work', $3, $4)",
        params![&giver.id, &receiver.id, at, false],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
}

/// Somebody can be reached by mail.
pub async fn reachable(db: &Db, person: &Person) {
    db.exec(
        "INSERT INTO contacts (id, account_id, kind, value, verified_at, created_at) VALUES ($1, $1, 'mail', $2, 1, 1)",
        params![&person.id, format!("{}@example.org", person.handle)],
    )
    .await
    .unwrap();
}

pub async fn count(db: &Db, what: &str) -> i64 {
    db.one(&format!("SELECT count(*) FROM {what}"), &[], |row| row.get(0)).await.unwrap()
}
