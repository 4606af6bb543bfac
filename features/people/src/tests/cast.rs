//! Invented people, and the house they live in.

use std::sync::Arc;

use basics::{At, Audience, Clock};
use db::Db;
use feature::Feature;
use media::{Format, Rendition};
use serde_json::json;
use testkit::{Opening, TestPortal};

use super::door::Door;
use crate::{Fields, Hours, Kind, Link, Person, Picture, Place, Said, Shown, Spoken, Work, Writing, feature, store};

/// Every field of a profile, by the name it has there.
pub const FIELDS: [&str; 17] = [
    "name",
    "line",
    "about",
    "portrait",
    "relation",
    "crafts",
    "skills",
    "languages",
    "place",
    "offers",
    "wants",
    "open_to",
    "links",
    "organisation_kind",
    "hours",
    "checked_on",
    "seo",
];

/// Marks that appear wherever a field is shown, in the order of [`FIELDS`].
pub const MARKS: [&str; 17] = [
    "Zmarkname",
    "Zmarkline",
    "Zmarkabout",
    "zmarkportrait",
    "diaspora-born",
    "zmarkcraft",
    "Zmarkskill",
    "zmarklang",
    "Zmarktown",
    "Zmarkoffer",
    "Zmarkwant",
    "zmarkopen",
    "zmarklink",
    "zmarkkind",
    "03:33",
    "1999",
    "Zmarkseo",
];

/// A profile in which every field is filled, marked, and shown to `to`.
pub fn marked(to: Audience) -> Fields {
    let about = "Zmarkabout, in *paragraphs*, or zmarktyped@example.org.";
    Fields {
        name: Some(Shown::to(to, "Zmarkname Uwase".into())),
        line: Some(Shown::to(
            to,
            Said::checked("Zmarkline of clay, zmarktyped@example.org", Some("en"), Writing::Line),
        )),
        about: Some(Shown::to(to, Said::checked(about, Some("en"), Writing::Paragraphs))),
        portrait: Some(Shown::to(to, picture("zmarkportrait"))),
        relation: Some(Shown::to(to, "diaspora-born".into())),
        crafts: Some(Shown::to(to, vec!["zmarkcraft".into()])),
        skills: Some(Shown::to(to, vec!["Zmarkskill".into()])),
        languages: Some(Shown::to(to, vec![Spoken { code: "zmarklang".into(), level: Some("fluent".into()) }])),
        place: Some(Shown::to(to, Place { country: Some("mw".into()), town: Some("Zmarktown".into()) })),
        offers: Some(Shown::to(to, vec![Said::checked("Zmarkoffer zmarktyped@example.org", None, Writing::Line)])),
        wants: Some(Shown::to(to, vec![Said::checked("Zmarkwant zmarktyped@example.org", None, Writing::Line)])),
        open_to: Some(Shown::to(to, vec!["zmarkopen".into()])),
        links: Some(Shown::to(to, vec![Link { url: "https://zmarklink.example/".into(), label: None }])),
        organisation_kind: Some(Shown::to(to, "zmarkkind".into())),
        hours: Some(Shown::to(to, vec![Hours { day: 1, opens: "03:33".into(), closes: "17:00".into() }])),
        checked_on: Some(Shown::to(to, "1999-01-02".into())),
        seo: Some(Shown::to(to, json!({ "title": "Zmarkseo" }).as_object().unwrap().clone())),
        private: json!({ "phone": "Zmarkphone" }).as_object().unwrap().clone(),
    }
}

/// The same profile with one field shown to another audience.
pub fn with(mut fields: Fields, field: &str, to: Audience) -> Fields {
    macro_rules! set {
        ($($name:ident),*) => { match field { $(stringify!($name) => fields.$name.as_mut().unwrap().to = to,)* _ => panic!("no field {field}") } };
    }
    set!(
        name,
        line,
        about,
        portrait,
        relation,
        crafts,
        skills,
        languages,
        place,
        offers,
        wants,
        open_to,
        links,
        organisation_kind,
        hours,
        checked_on,
        seo
    );
    fields
}

pub fn picture(name: &str) -> Picture {
    let rendition = |width, format: Format| Rendition {
        width,
        height: width,
        format,
        key: format!("{name}-{width}.{}", format.ending()),
        bytes: 2000,
    };
    let renditions = vec![
        rendition(96, Format::Webp),
        rendition(320, Format::Webp),
        rendition(640, Format::Webp),
        rendition(640, Format::Jpeg),
    ];
    Picture { alt: "A portrait".into(), cut: media::Picture { hash: name.into(), width: 640, height: 640, renditions } }
}

/// A person of whom only name and craft are known.
pub fn potter(name: &str) -> Fields {
    Fields {
        name: Some(Shown::everyone(name.into())),
        crafts: Some(Shown::everyone(vec!["potter".into()])),
        ..Fields::default()
    }
}

/// Somebody who is released, or not.
pub fn somebody(kind: Kind, handle: &str, fields: Fields, released_at: Option<At>) -> Person {
    let mut person = Person::new(kind, handle, fields, At(1_700_000_000_000));
    if let Some(at) = released_at {
        person.release(at);
    }
    person
}

pub async fn put(db: &Db, person: &Person) {
    let mut tx = db.begin().await.unwrap();
    store::insert(&mut tx, person, &json!({})).await.unwrap();
    changes::announce(&mut tx, crate::TOPIC, person.id.as_str(), "imported", At(1)).await.unwrap();
    tx.commit().await.unwrap();
}

/// Changes somebody as a command does.
pub async fn change(db: &Db, person: &mut Person, what: &str, change: impl FnOnce(&mut Person)) {
    change(person);
    let mut tx = db.begin().await.unwrap();
    store::update(&mut tx, person, what, At(2)).await.unwrap();
    tx.commit().await.unwrap();
}

pub fn work(title: &str) -> Work {
    Work { title: title.into(), year: Some("2024".into()), ..Work::default() }
}

/// A portal with this room and search.
pub async fn house() -> TestPortal {
    TestPortal::searching(rooms(), index).await
}

/// The same on a database that others use too.
pub async fn node(db: Db) -> TestPortal {
    TestPortal::node(db, rooms(), index).await
}

fn rooms() -> Vec<Feature> {
    let media = media::feature(media::Settings::default());
    vec![feature(), media, search::feature(), feeds::feature(), Feature::new("door").gate(Door)]
}

fn index(opening: Opening) -> Arc<dyn plugs::Finder> {
    let index = search::Index::open(&opening.folder, "test").unwrap();
    let shared: Arc<search::Index> = Arc::clone(&index);
    tokio::spawn(search::follow(shared, opening.db, opening.sources, opening.position));
    index
}

/// Puts somebody released into a house and waits until they can be seen.
pub async fn welcome(house: &TestPortal, kind: Kind, handle: &str, fields: Fields) -> Person {
    let person = somebody(kind, handle, fields, Some(house.clock.now()));
    put(&house.db, &person).await;
    house.settled().await;
    person
}
