//! People in every state somebody may be in, each field of whom carries a mark that says who may see it.

use std::sync::Arc;

use accounts::{Eraser, Handle};
use basics::{At, Audience, Clock};
use people::{Fields, Kind, Person, Said, Shown, store};
use testkit::TestPortal;

use super::super::browser::{kept, member, newcomer};

/// A word that stands in every field, so that a search for it looks at all of them.
pub const COMMON: &str = "kilimbo";

/// Everybody whose page is asked for, and who may open it.
pub const OBJECTS: [(&str, Open); 9] = [
    ("zmother", Open::All),
    ("zmvouched", Open::Vouched),
    ("zmfresh", Open::All),
    ("zmhidden", Open::Guards),
    ("zmwithdrawn", Open::Guards),
    ("zmunreleased", Open::Guards),
    ("zmminor", Open::Guards),
    ("zmerased", Open::Nobody),
    ("zmneverwas", Open::Nobody),
];

/// Who may open a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    All,
    /// Who reaches as far as people vouched for.
    Vouched,
    /// Stewards and administrators, who keep others safe.
    Guards,
    Nobody,
}

/// What a field of somebody says to this audience.
pub fn mark(handle: &str, to: Audience) -> String {
    format!("{}{}", handle.replace("zm", "Zm"), to.rank())
}

fn said(handle: &str, to: Audience) -> Said {
    Said::line(format!("{} {COMMON}", mark(handle, to)), None)
}

/// One field for each audience; the name is for everybody.
fn fields(handle: &str) -> Fields {
    let said = |to| said(handle, to);
    Fields {
        name: Some(Shown::everyone(said(Audience::Everyone).text)),
        line: Some(Shown::to(Audience::Members, said(Audience::Members))),
        skills: Some(Shown::to(Audience::Vouched, vec![said(Audience::Vouched).text])),
        offers: Some(Shown::to(Audience::Accepted, vec![said(Audience::Accepted)])),
        wants: Some(Shown::to(Audience::OnlyMe, vec![said(Audience::OnlyMe)])),
        private: serde_json::json!({ "phone": "Zmprivate" }).as_object().unwrap().clone(),
        ..Fields::default()
    }
}

/// Puts all of them into the house.
pub async fn all(house: &TestPortal) {
    let now = house.clock.now();
    for (handle, open) in OBJECTS.iter().filter(|(handle, _)| !matches!(*handle, "zmfresh" | "zmerased" | "zmneverwas"))
    {
        let mut person = Person::new(Kind::Person, *handle, fields(handle), now);
        if *handle != "zmunreleased" {
            person.release(now);
        }
        match *handle {
            "zmvouched" => person.listed = Audience::Vouched,
            "zmhidden" => person.hide(now),
            "zmwithdrawn" => person.withdrawn = true,
            "zmminor" => person.protected_until = Some(now.plus(365 * At::DAY)),
            _ => assert!(matches!(open, Open::All | Open::Guards)),
        }
        let mut tx = house.db.begin().await.unwrap();
        store::insert(&mut tx, &person, &serde_json::json!({})).await.unwrap();
        changes::announce(&mut tx, people::TOPIC, person.id.as_str(), "imported", now).await.unwrap();
        tx.commit().await.unwrap();
    }
    joined(house).await;
    house.settled().await;
}

/// Somebody who has just joined, and somebody who has left.
async fn joined(house: &TestPortal) {
    let kept = kept().await;
    for handle in ["zmfresh", "zmerased"] {
        let parsed = Handle::parse(handle).unwrap();
        let account = member(house, newcomer(&parsed, &mark(handle, Audience::OnlyMe), &kept), &[]).await;
        if handle == "zmerased" {
            let (now, mut tx) = (house.clock.now(), house.db.begin().await.unwrap());
            accounts::leaving::leave(&mut tx, house.portal.faces().unwrap(), account.id.as_str(), now).await.unwrap();
            tx.commit().await.unwrap();
            let (db, files) = (house.db.clone(), house.portal.files.clone());
            let rooms = house.portal.plugs.belongings.iter().map(Arc::clone).collect();
            let eraser = Eraser { db, files, rooms, data: house.folder().to_owned() };
            assert_eq!(eraser.erase_due(now.plus(7 * At::DAY)).await.unwrap(), 1);
        }
    }
}
