//! An export read back equals what was exported.

use basics::{At, Audience, Viewer};
use db::Db;
use plugs::{Document, Given, Outcome};
use proptest::prelude::*;
use serde_json::json;
use testkit::on_both;

use super::{
    cast::{marked, potter, put, somebody, with, work},
    import::{seen, take},
};
use crate::{Fields, Kind, Person, Said, Shown, State, Work, Writing, store};

async fn community(db: &Db) {
    let mut person =
        somebody(Kind::Person, "amina", with(marked(Audience::Everyone), "links", Audience::Members), Some(At(7)));
    (person.listed, person.edited_at) = (Audience::Vouched, Some(At(9)));
    let bakery = somebody(Kind::Organisation, "bakery", marked(Audience::OnlyMe), None);
    put(db, &person).await;
    put(db, &bakery).await;
    let mut tx = db.begin().await.unwrap();
    store::put_works(&mut tx, &person.id, &[(Audience::Members, work("Jar")), (Audience::Everyone, work("Bowl"))])
        .await
        .unwrap();
    store::join(&mut tx, &person.id, &bakery.id, "founder", Audience::Members, 0).await.unwrap();
    store::keep(&mut tx, &person.id, &json!({ "sources": [{ "path": "a.md", "body": "the original" }] }))
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

pub async fn give(db: &Db) -> Vec<Given> {
    let portables = crate::feature().portables;
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let (given, next) = portables[0].give(db, after.as_deref(), 1).await.unwrap();
        all.extend(given);
        let Some(next) = next else { return all };
        after = Some(next);
    }
}

pub fn document(given: &Given) -> Document {
    let slug = given.path.rsplit('/').next().unwrap().trim_end_matches(".md").to_owned();
    let collection = if given.path.starts_with("organisations") { "organisations" } else { "people" };
    Document {
        path: given.path.clone(),
        collection,
        slug,
        fields: given.fields.clone(),
        public_fields: given.fields.clone(),
        body: given.body.clone(),
        files: std::sync::Arc::new(given.files.iter().cloned().collect()),
        ..Document::default()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_goes_out_comes_back_the_same_on_either_engine() {
    let folder = tempfile::tempdir().unwrap();
    let source = Db::open(None, folder.path()).await.unwrap();
    community(&source).await;
    let original = give(&source).await;
    let paths: Vec<&str> = original.iter().map(|given| given.path.as_str()).collect();
    assert_eq!(paths, ["organisations/bakery.md", "people/amina.md"]);
    on_both(async |db| {
        // The files of pictures in these tests lie nowhere; the picture is known.
        let mut tx = db.begin().await.unwrap();
        media::insert(&mut tx, &super::cast::picture("zmarkportrait").cut, At(1)).await.unwrap();
        tx.commit().await.unwrap();
        for round in 0..2 {
            for given in &original {
                take(&db, &mut document(given)).await;
            }
            let back = give(&db).await;
            assert_eq!(back.len(), 2);
            for (back, original) in back.iter().zip(&original) {
                assert_eq!(
                    (&back.fields, &back.body, &back.files),
                    (&original.fields, &original.body, &original.files),
                    "round {round}"
                );
            }
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_brings_no_markup_and_no_dangerous_address() {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(None, folder.path()).await.unwrap();
    community(&db).await;
    let mut given = give(&db).await.remove(1);
    let fields = &mut given.fields["dzaleka"]["fields"];
    fields["about"]["is"]["html"] = json!("<script>alert(1)</script>");
    fields["line"]["is"]["html"] = json!("<script>alert(1)</script>");
    fields["links"]["is"] = json!([{ "url": "javascript:alert(1)" }, { "url": "https://a.example/" }]);
    given.fields["dzaleka"]["works"][0][1]["link"] = json!("javascript:alert(1)");
    let folder = tempfile::tempdir().unwrap();
    let other = Db::open(None, folder.path()).await.unwrap();
    take(&other, &mut document(&given)).await;
    let seen = seen(&other, "amina").await;
    let works = store::works_of(&other, &seen.id, Viewer::Operator).await.unwrap();
    assert!(!format!("{seen:?} {works:?}").contains("alert(1)"), "{seen:?} {works:?}");
    assert_eq!(seen.links.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_record_overwrites_no_later_edit_and_shows_nobody_who_was_hidden() {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(None, folder.path()).await.unwrap();
    community(&db).await;
    let given = give(&db).await.remove(1);
    let edit = async |change: &dyn Fn(&mut Person)| {
        let mut tx = db.begin().await.unwrap();
        let mut person = store::find_in(&mut tx, "amina").await.unwrap().unwrap();
        change(&mut person);
        store::update(&mut tx, &person, "written", At(10)).await.unwrap();
        tx.commit().await.unwrap();
    };
    edit(&|person| person.hide(At(10))).await;
    take(&db, &mut document(&given)).await;
    assert_eq!(seen(&db, "amina").await.state, State::Hidden);
    edit(&|person| {
        person.edited_at = Some(At(20));
        person.fields = potter("Amina of today");
    })
    .await;
    assert_eq!(take(&db, &mut document(&given)).await.outcome, Outcome::Unchanged);
    assert_eq!(seen(&db, "amina").await.name, "Amina of today");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_record_says_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(None, folder.path()).await.unwrap();
    let mut document =
        super::import::document("people/amina.md", json!({ "name": "Amina", "dzaleka": { "kind": "ghost" } }), "");
    let mut tx = db.begin().await.unwrap();
    let told = crate::feature().portables[0].take(&mut tx, &mut document, At(1)).await.unwrap_err();
    assert!(told.to_string().contains("delete it to import the readable fields"));
}

fn audience() -> impl Strategy<Value = Audience> {
    prop::sample::select(Audience::ALL.to_vec())
}

fn part<T: std::fmt::Debug>(is: impl Strategy<Value = T>) -> impl Strategy<Value = Option<Shown<T>>> {
    prop::option::of((audience(), is).prop_map(|(to, is)| Shown::to(to, is)))
}

/// Any text at all, also what nobody should write.
fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[a-zA-Z é’ሀ-ፐ-]{0,20}", "\\PC{0,20}", any::<String>()]
}

fn anybody() -> impl Strategy<Value = (Fields, Vec<(Audience, Work)>)> {
    let lists = (part(prop::collection::vec(text(), 0..4)), part(prop::collection::vec(text(), 0..4)));
    let works = prop::collection::vec((audience(), text().prop_map(|title| work(&title))), 0..4);
    (part(text()), part(text()), part(text()), lists, works).prop_map(|(name, line, about, (crafts, skills), works)| {
        let said = |shown: Shown<String>| Shown::to(shown.to, Said::checked(&shown.is, Some("sw"), Writing::Line));
        let about = about.map(|shown| Shown::to(shown.to, Said::checked(&shown.is, None, Writing::Paragraphs)));
        (Fields { name, line: line.map(said), about, crafts, skills, ..Fields::default() }, works)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn anybody_at_all_comes_back_as_they_went_out((fields, works) in anybody()) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        runtime.block_on(on_both(async |db| {
            let person = somebody(Kind::Person, "amina", fields.clone(), Some(At(7)));
            put(&db, &person).await;
            let mut tx = db.begin().await.unwrap();
            store::put_works(&mut tx, &person.id, &works).await.unwrap();
            tx.commit().await.unwrap();
            let out = give(&db).await.remove(0);
            let folder = tempfile::tempdir().unwrap();
            let other = Db::open(None, folder.path()).await.unwrap();
            take(&other, &mut document(&out)).await;
            let back = give(&other).await.remove(0);
            assert_eq!((back.fields, back.body), (out.fields, out.body));
        }));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_new_withdrawn_or_protected_comes_back_so_and_an_old_export_changes_it_not() {
    on_both(async |db| {
        let mut people = Vec::new();
        for (handle, state, withdrawn, until) in [
            ("fresh", State::Fresh, false, None),
            ("gone", State::Released, true, None),
            ("young", State::Released, false, Some(At(99))),
        ] {
            let mut person = somebody(Kind::Person, handle, potter(handle), Some(At(7)));
            (person.state, person.withdrawn, person.protected_until) = (state, withdrawn, until);
            put(&db, &person).await;
            people.push(person);
        }
        let given = give(&db).await;
        let mut tx = db.begin().await.unwrap();
        for person in &people {
            store::delete(&mut tx, &person.id, At(8)).await.unwrap();
        }
        tx.commit().await.unwrap();
        for given in &given {
            take(&db, &mut document(given)).await;
        }
        for person in &people {
            let back = store::find(&db, &person.handle).await.unwrap().unwrap();
            let standing = |person: &Person| (person.state, person.withdrawn, person.protected_until);
            assert_eq!(standing(&back), standing(person), "{}", person.handle);
        }
        // Since that export one was hidden, one came back, one is protected for longer.
        for (handle, change) in [
            ("fresh", (|person: &mut Person| person.state = State::Hidden) as fn(&mut Person)),
            ("gone", |person| person.withdrawn = false),
            ("young", |person| person.protected_until = Some(At(500))),
        ] {
            let mut person = store::find(&db, handle).await.unwrap().unwrap();
            super::cast::change(&db, &mut person, "written", change).await;
        }
        for given in &given {
            take(&db, &mut document(given)).await;
        }
        let now = async |handle: &str| store::find(&db, handle).await.unwrap().unwrap();
        assert_eq!(now("fresh").await.state, State::Hidden);
        assert!(!now("gone").await.withdrawn);
        assert_eq!(now("young").await.protected_until, Some(At(500)));
    })
    .await;
}
