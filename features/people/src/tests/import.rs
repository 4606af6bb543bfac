//! What the community wrote, as this room understands it.

use basics::{At, Viewer};
use db::{Db, Tx};
use plugs::{Document, Outcome, Taken};
use serde_json::{Map, Value, json};
use testkit::on_both;

use crate::{Seen, State, store};

const NOW: At = At(1_795_248_000_000);

pub fn document(path: &str, fields: Value, body: &str) -> Document {
    let fields: Map<String, Value> = fields.as_object().unwrap().clone();
    let stem = path.rsplit('/').next().unwrap().split('.').next().unwrap();
    Document {
        path: path.into(),
        collection: if path.starts_with("organisations") { "organisations" } else { "people" },
        folder_word: path.split('/').next().unwrap().into(),
        slug: stem.into(),
        public_fields: fields.clone(),
        fields,
        body: body.into(),
        hash: "hash".into(),
        ..Document::default()
    }
}

pub async fn take_in(tx: &mut Tx, document: &mut Document) -> Taken {
    crate::feature().portables[0].take(tx, document, NOW).await.unwrap()
}

pub async fn take(db: &Db, document: &mut Document) -> Taken {
    let mut tx = db.begin().await.unwrap();
    let taken = take_in(&mut tx, document).await;
    tx.commit().await.unwrap();
    taken
}

pub async fn seen(db: &Db, handle: &str) -> Seen {
    store::find(db, handle).await.unwrap().expect("somebody has this handle").seen_by(Viewer::Operator).unwrap()
}

async fn read(path: &str, fields: Value) -> Seen {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(None, folder.path()).await.unwrap();
    let mut document = document(path, fields, "");
    let handle = document.slug.clone();
    take(&db, &mut document).await;
    seen(&db, &handle).await
}

#[tokio::test(flavor = "multi_thread")]
async fn one_thing_is_understood_under_its_many_names() {
    for fields in [
        json!({ "name": "Amina Uwase", "tagline": "Water jars", "craft": "Potter", "languages": ["Kiswahili", "English"], "city": "Lilongwe", "country": "Malawi" }),
        json!({ "Full Name": " Amina  Uwase ", "subtitle": "Water\njars", "talents": "pottery", "spoken_languages": "Swahili, English", "location": "Lilongwe, Malawi" }),
        json!({ "title": "Amina Uwase", "summary": "Water jars", "category": ["Ceramics"], "langues": "sw; en", "ville": "Lilongwe", "pays": "mw" }),
        json!({ "jina": "Amina Uwase", "role": "Water jars", "profession": "potters", "lugha": "Kiswahili/English", "mji": "Lilongwe", "nchi": "Malawi" }),
    ] {
        let seen = read("people/amina.md", fields.clone()).await;
        let place = seen.place.clone().unwrap();
        let languages: Vec<&str> = seen.languages.iter().map(|spoken| spoken.code.as_str()).collect();
        assert_eq!(
            (seen.name.as_str(), seen.line.as_ref().unwrap().text.as_str()),
            ("Amina Uwase", "Water jars"),
            "{fields}"
        );
        assert_eq!((seen.crafts.clone(), languages), (vec!["potter".to_owned()], vec!["sw", "en"]), "{fields}");
        assert_eq!((place.town.as_deref(), place.country.as_deref()), (Some("Lilongwe"), Some("mw")), "{fields}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_is_a_town_and_a_country_and_never_nearer() {
    for (written, town, country) in [
        ("Dzaleka Refugee Camp, Zone C, Block 12", Some("Dzaleka"), Some("mw")),
        ("Kawale, Lilongwe, Malawi", Some("Kawale"), Some("mw")),
        ("Malawi", None, Some("mw")),
        ("Brisbane, Australia", Some("Brisbane"), Some("au")),
    ] {
        let place = read("people/amina.md", json!({ "name": "Amina", "location": written })).await.place.unwrap();
        assert_eq!((place.town.as_deref(), place.country.as_deref()), (town, country), "{written}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_names_a_craft_and_an_organisation_its_kind_and_hours() {
    assert_eq!(read("poets/amina.md", json!({ "name": "Amina" })).await.crafts, ["poet"]);
    assert!(read("people/amina.md", json!({ "name": "Amina" })).await.crafts.is_empty());
    let hours = json!({ "Mon": "08:00 - 17:00", "saturday": "9:00–12:30", "someday": "1-2", "sunday": "closed" });
    let bakery = read(
        "organisations/bakery.md",
        json!({ "name": "Bahati Bakery", "type": "Business", "opening_hours": hours, "last_verified": "2026-11-02" }),
    )
    .await;
    assert_eq!(
        (bakery.organisation_kind.as_deref(), bakery.checked_on.as_deref()),
        (Some("business"), Some("2026-11-02"))
    );
    let hours: Vec<_> =
        bakery.hours.iter().map(|hours| (hours.day, hours.opens.as_str(), hours.closes.as_str())).collect();
    assert_eq!(hours, [(1, "08:00", "17:00"), (6, "09:00", "12:30")]);
    let list = json!([{ "day": "Tuesday", "open": "10:00", "close": "11:00" }, { "day": 3 }, "noon"]);
    assert_eq!(read("organisations/bakery.md", json!({ "name": "B", "hours": list })).await.hours.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn works_are_found_behind_a_word_of_the_same_name() {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(None, folder.path()).await.unwrap();
    let gallery = json!([{ "title": "Water jar", "year": 2024, "technique": "Coiled clay", "photographer": "Furaha" }, "lost.jpg"]);
    let fields = json!({ "name": "Amina", "work": "Potter at the market", "gallery": gallery });
    take(&db, &mut document("people/amina.md", fields, "")).await;
    let works = store::works_of(&db, &seen(&db, "amina").await.id, Viewer::Operator).await.unwrap();
    assert_eq!(works.len(), 1, "a picture that is not there makes no work");
    let facts =
        (works[0].title.as_str(), works[0].year.as_deref(), works[0].medium.as_deref(), works[0].credit.as_deref());
    assert_eq!(facts, ("Water jar", Some("2024"), Some("Coiled clay"), Some("Furaha")));
}

#[tokio::test(flavor = "multi_thread")]
async fn values_of_the_wrong_shape_and_length_do_no_harm() {
    let odd = json!({
        "name": "A\u{202e}m\u{200b}ina \u{7}".repeat(60), "tagline": [1, 2], "skills": { "a": 1 }, "languages": 7, "links": ["javascript:alert(1)", "data:x", "https://a.example/", "https://a.example/"],
        "works": [1, null, {}, { "title": "" }, "no picture"], "gallery": [{ "title": "Jar", "video": "http://plain.example", "year": 2020 }],
        "hours": "always", "location": "", "open_to": ["dancing", "Volunteer"], "seo": "text",
    });
    let seen = read("people/amina.md", odd).await;
    assert!(
        seen.name.chars().count() <= basics::limits::NAME && !seen.name.contains(['\u{202e}', '\u{200b}', '\u{7}'])
    );
    assert_eq!(seen.links.iter().map(|link| link.url.as_str()).collect::<Vec<_>>(), ["https://a.example/"]);
    assert_eq!((seen.open_to.clone(), seen.hours.len(), seen.place.is_none()), (vec!["volunteer".to_owned()], 0, true));
}

#[tokio::test(flavor = "multi_thread")]
async fn personal_details_are_kept_for_the_person_and_shown_to_nobody_else() {
    on_both(async |db| {
        let mut document = document(
            "people/amina.md",
            json!({ "name": "Amina", "phone": "+265 999 123 456", "contact": { "email": "amina@mail.example" } }),
            "Write to me: [hidden]",
        );
        document.public_fields = json!({ "name": "Amina" }).as_object().unwrap().clone();
        document.body = "Write to me: amina@mail.example".into();
        document.masked_body = Some("Write to me: [hidden]".into());
        take(&db, &mut document).await;
        let person = store::find(&db, "amina").await.unwrap().unwrap();
        let kept = store::kept(&db, &person.id).await.unwrap().to_string();
        assert!(
            kept.contains("+265 999 123 456") && kept.contains("Write to me: amina@mail.example"),
            "nothing is lost"
        );
        let mut person = person;
        person.release(NOW);
        let open = person.clone().seen_by(Viewer::Stranger).unwrap();
        assert!(!format!("{open:?}").contains("265 999") && !format!("{open:?}").contains("mail.example"));
        assert_eq!(open.about.unwrap().text, "Write to me: [hidden]");
        let own = person.seen_by(Viewer::Operator).unwrap().private;
        assert_eq!(own["phone"], "+265 999 123 456");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_waits_for_release_and_takes_a_free_handle() {
    on_both(async |db| {
        let taken = take(&db, &mut document("people/amina.md", json!({ "name": "Amina Uwase" }), "")).await;
        assert_eq!((taken.outcome, taken.url.as_deref()), (Outcome::Imported, Some("/people/amina")));
        assert_eq!(seen(&db, "amina").await.state, State::Unreleased);
        let mut other = document("artists/amina.md", json!({ "name": "Amina Ishimwe" }), "");
        let taken = take(&db, &mut other).await;
        assert_eq!((taken.outcome, taken.url.as_deref()), (Outcome::Repaired, Some("/people/amina-2")));
        assert_eq!((other.repairs[0].read.as_str(), other.repairs[0].stored.as_str()), ("amina", "amina-2"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_person_in_two_collections_becomes_one() {
    on_both(async |db| {
        take(&db, &mut document("people/amina.md", json!({ "name": "Amina Uwase", "tagline": "First" }), "")).await;
        let mut second = document(
            "artists/amina.md",
            json!({ "name": "AMINA UWASE", "tagline": "Second", "skills": ["Glazing"] }),
            "",
        );
        let taken = take(&db, &mut second).await;
        assert_eq!(taken.url.as_deref(), Some("/people/amina"));
        assert_eq!(second.repairs.len(), 1);
        let seen = seen(&db, "amina").await;
        assert_eq!((seen.line.unwrap().text.as_str(), seen.skills), ("First", vec!["Glazing".to_owned()]));
        let kept = store::kept(&db, &seen.id).await.unwrap();
        assert_eq!(kept["sources"].as_array().unwrap().len(), 2, "both files are kept");
        let mut bakery = document("organisations/amina.md", json!({ "name": "Amina Uwase" }), "");
        assert_eq!(
            take(&db, &mut bakery).await.url.as_deref(),
            Some("/organisations/amina-2"),
            "an organisation is nobody's twin"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_file_brings_its_person_up_to_date_unless_they_were_edited_here() {
    on_both(async |db| {
        let taken = take(&db, &mut document("people/amina.md", json!({ "name": "Amina", "tagline": "Old" }), "")).await;
        let mut newer = document("people/amina.md", json!({ "name": "Amina", "tagline": "New" }), "");
        newer.before = Some(taken.subject.clone());
        take(&db, &mut newer.clone()).await;
        assert_eq!(seen(&db, "amina").await.line.unwrap().text, "New");
        let mut tx = db.begin().await.unwrap();
        let mut person = store::find_in(&mut tx, "amina").await.unwrap().unwrap();
        person.edited_at = Some(NOW);
        store::update(&mut tx, &person, "written", NOW).await.unwrap();
        tx.commit().await.unwrap();
        newer.public_fields["tagline"] = json!("Newest");
        let again = take(&db, &mut newer).await;
        assert_eq!((again.outcome, again.subject), (Outcome::Unchanged, taken.subject));
        assert_eq!(seen(&db, "amina").await.line.unwrap().text, "New");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn new_facts_about_somebody_released_wait_for_a_new_release() {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(None, folder.path()).await.unwrap();
    let taken = take(&db, &mut document("people/amina.md", json!({ "name": "Amina" }), "")).await;
    let mut tx = db.begin().await.unwrap();
    let mut person = store::find_in(&mut tx, "amina").await.unwrap().unwrap();
    person.release(NOW);
    store::update(&mut tx, &person, "released", NOW).await.unwrap();
    tx.commit().await.unwrap();
    let mut newer = document("people/amina.md", json!({ "name": "Amina", "tagline": "New" }), "");
    newer.before = Some(taken.subject);
    take(&db, &mut newer).await;
    assert_eq!(seen(&db, "amina").await.state, State::Unreleased);
}
