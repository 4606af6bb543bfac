//! Stories on their way out and back: exactly as they were, and never public when their pieces do not hold together.

use std::{collections::HashSet, sync::Arc};

use basics::{At, Lang, Viewer};
use db::Db;
use plugs::{Document, Given, Outcome, Portable, RECORD, Taken};
use serde_json::{Value, json};
use testkit::on_both;

use super::cast::{NOW, agreed, begun, content, person, picture, published, shown, signed};
use crate::{
    Content, Form, Found, Part, Subject, Use,
    deeds::COOLING,
    done, paper,
    plugs::portable::Folders,
    reading,
    state::{Stage, Standing},
    store::{self, series::Name},
    work,
};

/// Everything was done by then.
const LATER: At = At(NOW.0 + 40 * At::DAY);
/// A picture's file that came along, and one that did not.
const FILE: &str = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.webp";

async fn source() -> (Db, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    (Db::open(None, folder.path()).await.unwrap(), folder)
}

async fn give(db: &Db) -> Vec<Given> {
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let (given, next) = Folders.give(db, after.as_deref(), 2).await.unwrap();
        all.extend(given);
        let Some(next) = next else { return all };
        after = Some(next);
    }
}

async fn take(db: &Db, given: &Given) -> (Taken, Vec<String>) {
    take_at(db, given, LATER).await
}

async fn take_at(db: &Db, given: &Given, now: At) -> (Taken, Vec<String>) {
    let mut document = Document {
        path: given.path.clone(),
        collection: if given.path.starts_with("news") { "news" } else { "stories" },
        fields: given.fields.clone(),
        public_fields: given.fields.clone(),
        body: given.body.clone(),
        files: Arc::new(HashSet::from([format!("aa/{FILE}")])),
        ..Document::default()
    };
    let mut tx = db.begin().await.unwrap();
    let taken = Folders.take(&mut tx, &mut document, now).await.unwrap();
    tx.commit().await.unwrap();
    (taken, document.repairs.into_iter().map(|repair| repair.why).collect())
}

async fn found(db: &Db, slug: &str, now: At) -> Found {
    reading::find(db, slug, Use::Site, Viewer::Stranger, Lang::En, now).await.unwrap()
}

/// Her story with a picture, a translation, a code on paper, a slip mended and a reader who took a copy.
async fn her_story(db: &Db) -> String {
    let (neema, translator) = (person(db, "neema").await, person(db, "keza").await);
    let (editor, second) = (person(db, "editor").await, person(db, "second").await);
    let whole = begun(db, Form::Interview, "The thread listens", NOW).await;
    let id = whole.story.id.to_string();
    done!(db, write(&id, (Form::Interview, None), pictured("The thread listens"), NOW)).unwrap();
    let mut subject = Subject::new(&id, "Neema", Some(&neema), NOW);
    subject.cleared_at = Some(NOW);
    done!(db, add_person(&id, &subject, NOW)).unwrap();
    done!(db, assign(&id, &editor, Part::Editor, "", NOW)).unwrap();
    done!(db, assign(&id, &second, Part::Author, "", NOW)).unwrap();
    let whole = done!(db, sign(&id, &editor, NOW)).unwrap();
    let mut tx = db.begin().await.unwrap();
    let names = [("en".to_owned(), Name { title: "Threads".into(), line: "Of cloth.".into() })].into();
    let series = store::series::insert(&mut tx, names, NOW).await.unwrap();
    let story = crate::Story { series: Some((series.id.to_string(), 3)), ..whole.story.clone() };
    store::stories::update(&mut tx, &story).await.unwrap();
    paper::issue(&mut tx, subject.id.as_str(), NOW).await.unwrap();
    tx.commit().await.unwrap();
    agreed(db, &whole, &[Use::Site, Use::Press], NOW).await;
    let out = done!(db, publish(&id, NOW.plus(COOLING))).unwrap();
    let sw = Content { title: "Uzi unasikiliza".into(), ..pictured("x") };
    done!(db, translate(&id, "sw", (sw, &out.story.edition), &translator, NOW.plus(COOLING))).unwrap();
    done!(db, review_translation(&id, "sw", &editor, NOW.plus(COOLING))).unwrap();
    let mut mended = pictured("The thread listens");
    mended.lede = mended.lede.replace("Nine", "Ten");
    done!(db, correct(&id, mended, "They are ten.", NOW.plus(COOLING + At::DAY))).unwrap();
    store::copies::taken(db, &[&id], "Reader", "feed", "r@example.org", NOW.plus(COOLING)).await.unwrap();
    id
}

fn pictured(title: &str) -> Content {
    let mut piece = picture("p1", "hash-of-the-original");
    let rendition =
        media::Rendition { width: 320, height: 240, format: media::Format::Webp, key: FILE.into(), bytes: 9 };
    // The square, and the whole picture.
    piece.picture.as_mut().unwrap().renditions = vec![rendition.clone(), rendition];
    Content { lead: "p1".into(), pieces: vec![piece], ..content(title) }
}

/// The people of [`her_story`] in another portal.
async fn people(db: &Db) {
    for handle in ["neema", "keza", "editor", "second"] {
        person(db, handle).await;
    }
}

/// The one with the record.
fn original(given: &[Given]) -> Given {
    given.iter().find(|given| given.fields[RECORD].get("story").is_some()).unwrap().clone()
}

fn same(one: &[Given], other: &[Given]) {
    assert_eq!(one.len(), other.len());
    for (one, other) in one.iter().zip(other) {
        assert_eq!((&one.path, &one.fields, &one.body), (&other.path, &other.fields, &other.body));
        assert_eq!(one.files, other.files);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn stories_at_every_stage_come_back_exactly_whatever_order_their_files_have() {
    let (here, _folder) = source().await;
    her_story(&here).await;
    shown(&here, "Knots", &["Baraka"], NOW).await;
    begun(&here, Form::News, "Market day", NOW).await;
    let (gone, at) = published(&here, "Gone", &["Zawadi"], &[Use::Site], NOW).await;
    done!(here, withdraw(gone.story.id.as_str(), None, at)).unwrap();
    let (over, _) = published(&here, "Over", &["Zawadi"], &[Use::Site], NOW.plus(-380 * At::DAY)).await;
    done!(here, expire(over.story.id.as_str(), NOW)).unwrap();
    let cooling = shown(&here, "Soon", &["Amani"], NOW).await;
    agreed(&here, &cooling, &[Use::Site], NOW).await;
    let given = give(&here).await;
    assert_eq!(given.len(), 7, "one has a translation");
    on_both(async |there| {
        people(&there).await;
        for given in given.iter().rev() {
            let (taken, repairs) = take_at(&there, given, NOW.plus(At::DAY)).await;
            assert_eq!((taken.outcome, repairs), (Outcome::Imported, Vec::new()), "{}", taken.message);
        }
        same(&give(&there).await, &given);
        for (slug, is_read) in [("the-thread-listens", true), ("gone", false), ("over", false)] {
            let (one, other) = (found(&here, slug, LATER).await, found(&there, slug, LATER).await);
            match (one, other) {
                (Found::Reading(one), Found::Reading(other)) => {
                    assert!(is_read);
                    assert_eq!((one.blocks, one.lede, one.langs), (other.blocks, other.lede, other.langs));
                    assert_eq!(other.people[0].path.as_deref(), Some("/people/neema"));
                    assert_eq!((one.uses, one.until), (other.uses, other.until));
                }
                (Found::Gone, Found::Gone) => assert!(!is_read, "{slug}"),
                other => panic!("{slug}: {other:?}"),
            }
        }
        // The same again changes nothing, and what was to come out comes out here too.
        let (taken, _) = take_at(&there, &original(&given), NOW.plus(At::DAY)).await;
        assert_eq!(taken.outcome, Outcome::Imported);
        same(&give(&there).await, &given);
        work::look_after(&there, LATER).await.unwrap();
        assert!(matches!(found(&there, "soon", LATER).await, Found::Reading(_)));
    })
    .await;
}

/// What is done to a record, and a word of what is said about it.
type Damage = (&'static str, fn(&mut Value), &'static str);

const DAMAGES: [Damage; 10] = [
    ("an address that leads elsewhere", |record| record["story"]["slug"] = json!("../x"), "address"),
    ("other words", |record| record["editions"][0]["content"]["source"] = json!("Other words."), "agreed to"),
    ("another title", |record| record["editions"][1]["content"]["title"] = json!("Other"), "agreed to"),
    ("no consent", |record| record["people"][0]["consents"] = json!([]), "Neema has not agreed"),
    (
        "consent to something else",
        |record| {
            for consent in record["people"][0]["consents"].as_array_mut().unwrap() {
                consent["root"] = json!("0".repeat(64));
            }
        },
        "Neema has not agreed",
    ),
    ("nobody in it", |record| record["people"] = json!([]), "nobody in it"),
    (
        "no signature",
        |record| record["roles"].as_array_mut().unwrap().iter_mut().for_each(|role| role["signed"] = json!("")),
        "editors",
    ),
    ("somebody unknown", |record| record["people"][0]["subject"]["person"] = json!("nobody"), "nobody is in it"),
    (
        "a file that is missing",
        |record| {
            record["pictures"][0]["renditions"][1]["key"] = json!(FILE.replace('a', "b"));
        },
        "media/kept/bbb",
    ),
    ("no version", |record| record["editions"] = json!([]), "missing"),
];

#[tokio::test(flavor = "multi_thread")]
async fn what_does_not_hold_together_is_a_draft_that_says_why() {
    let (here, _folder) = source().await;
    let id = her_story(&here).await;
    let given = original(&give(&here).await);
    on_both(async |there| {
        people(&there).await;
        for (what, damage, said) in DAMAGES {
            let mut damaged = given.clone();
            damage(damaged.fields.get_mut(RECORD).unwrap());
            let (taken, repairs) = take(&there, &damaged).await;
            assert!(repairs.iter().any(|why| why.contains(said)), "{what}: {repairs:?}");
            assert_eq!((taken.outcome, taken.url.as_deref()), (Outcome::Imported, None), "{what}");
            let whole = store::whole::find(&there, &id).await.unwrap().unwrap();
            assert_eq!((whole.story.stage, whole.story.standing), (Stage::Draft, Standing::Unseen), "{what}");
            assert!(whole.consents.is_empty(), "{what}");
            assert!(matches!(found(&there, "the-thread-listens", LATER).await, Found::Nothing), "{what}");
            let mut tx = there.begin().await.unwrap();
            store::stories::delete(&mut tx, &id).await.unwrap();
            tx.exec("DELETE FROM pictures", &[]).await.unwrap();
            tx.commit().await.unwrap();
        }
        // The export as it was makes it whole again where it was a draft, and a damaged one leaves what is whole alone.
        let mut damaged = given.clone();
        DAMAGES[1].1(damaged.fields.get_mut(RECORD).unwrap());
        take(&there, &damaged).await;
        assert_eq!(take(&there, &given).await.0.url.as_deref(), Some("/stories/the-thread-listens"));
        let (taken, _) = take(&there, &damaged).await;
        assert_eq!(taken.outcome, Outcome::Refused);
        assert!(taken.message.contains("What is here stays"), "{}", taken.message);
        assert!(matches!(found(&there, "the-thread-listens", LATER).await, Found::Reading(_)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_taken_back_or_erased_or_is_over_never_comes_back() {
    let (here, _folder) = source().await;
    let id = her_story(&here).await;
    let old = original(&give(&here).await);
    on_both(async |there| {
        people(&there).await;
        take(&there, &old).await;
        done!(there, withdraw(&id, None, LATER)).unwrap();
        let (taken, _) = take(&there, &old).await;
        assert_eq!(taken.outcome, Outcome::Unchanged);
        assert!(taken.message.contains("worked on here"), "{}", taken.message);
        assert!(matches!(found(&there, "the-thread-listens", LATER).await, Found::Gone));
        // Somebody carries the withdrawal on; the older export changes nothing there either.
        let gone = original(&give(&there).await);
        let (third, _folder) = source().await;
        people(&third).await;
        take(&third, &gone).await;
        assert_eq!(take(&third, &old).await.0.message, "A later export of it is here already.");
        assert!(matches!(found(&third, "the-thread-listens", LATER).await, Found::Gone));
        let mut tx = there.begin().await.unwrap();
        crate::deeds::erase_story(&mut tx, &id, LATER).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(take(&there, &old).await.0.outcome, Outcome::Refused);
        assert!(store::whole::find(&there, &id).await.unwrap().is_none());
        let (fourth, _folder) = source().await;
        people(&fourth).await;
        let (taken, _) = take_at(&fourth, &old, NOW.plus(800 * At::DAY)).await;
        assert!(taken.message.contains("is over"), "{}", taken.message);
        let whole = store::whole::find(&fourth, &id).await.unwrap().unwrap();
        assert_eq!(whole.story.standing, Standing::Expired);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn work_that_was_done_here_is_left_alone_and_a_newer_export_is_taken_where_none_was() {
    let (here, _folder) = source().await;
    let id = her_story(&here).await;
    let old = original(&give(&here).await);
    on_both(async |there| {
        people(&there).await;
        take(&there, &old).await;
        let (newer, _folder) = source().await;
        people(&newer).await;
        take(&newer, &old).await;
        done!(newer, reopen(&id, "More of it.", LATER)).unwrap();
        let newer = original(&give(&newer).await);
        assert_eq!(take(&there, &newer).await.0.outcome, Outcome::Imported);
        assert_eq!(store::stories::find(&there, &id).await.unwrap().unwrap().stage, Stage::Review);
        let subject = store::whole::find(&there, &id).await.unwrap().unwrap().subjects[0].id.to_string();
        let mut tx = there.begin().await.unwrap();
        paper::issue(&mut tx, &subject, LATER.plus(1)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(take(&there, &newer).await.0.outcome, Outcome::Unchanged, "her new paper still counts");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_block_says_what_to_do_and_an_address_that_is_taken_gives_way() {
    let (here, _folder) = source().await;
    her_story(&here).await;
    let given = original(&give(&here).await);
    on_both(async |there| {
        people(&there).await;
        published(&there, "The thread listens", &["Other"], &[Use::Site], NOW).await;
        let (taken, repairs) = take(&there, &given).await;
        assert_eq!(taken.url.as_deref(), Some("/stories/the-thread-listens-2"));
        assert_eq!(repairs, ["another story has this address already"]);
        for (field, value) in [("form", "ballad"), ("lang", "../../etc"), ("id", "../../etc")] {
            let mut broken = given.clone();
            broken.fields[RECORD]["story"][field] = json!(value);
            let mut document = Document { fields: broken.fields, ..Document::default() };
            let mut tx = there.begin().await.unwrap();
            let told = Folders.take(&mut tx, &mut document, LATER).await.unwrap_err();
            assert!(told.to_string().contains("delete it"), "{told}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_words_of_a_withdrawn_story_go_after_ninety_days_without_anybody_going_on() {
    on_both(async |db| {
        people(&db).await;
        let (here, _folder) = source().await;
        let id = her_story(&here).await;
        take(&db, &original(&give(&here).await)).await;
        done!(db, withdraw(&id, None, LATER)).unwrap();
        work::let_go(&db, LATER.plus(90 * At::DAY)).await.unwrap();
        assert_eq!(store::tellings::list(&db, &id).await.unwrap().len(), 2, "on the last day they are there");
        work::let_go(&db, LATER.plus(90 * At::DAY + 1)).await.unwrap();
        let after = LATER.plus(91 * At::DAY);
        let whole = store::whole::find(&db, &id).await.unwrap().unwrap();
        assert!(whole.subjects.iter().all(|subject| subject.called.is_empty()), "{whole:?}");
        assert!(!whole.consents.is_empty(), "who agreed and took it back is still known");
        assert!(matches!(found(&db, "the-thread-listens", after).await, Found::Gone));
        for (table, what) in [("tellings", "content"), ("stories", "title || kept"), ("story_codes", "code")] {
            let sql = format!("SELECT {what} FROM {table} LIMIT 100");
            let all: Vec<String> = db.all(&sql, &[], |row| row.get(0)).await.unwrap();
            assert!(!all.join(" ").contains("thread listens") && (table == "stories" || all.is_empty()), "{all:?}");
        }
        // It goes out without words, and another portal knows too that it is gone.
        let given = give(&db).await;
        assert_eq!((given.len(), given[0].body.as_str()), (1, ""));
        let (third, _folder) = source().await;
        people(&third).await;
        assert_eq!(take(&third, &given[0]).await.1, Vec::<String>::new());
        same(&give(&third).await, &given);
        assert!(matches!(found(&third, "the-thread-listens", after).await, Found::Gone));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_readable_text_covers_details_and_leads_to_the_pictures() {
    let (here, _folder) = source().await;
    let whole = begun(&here, Form::News, "Market day", NOW).await;
    let id = whole.story.id.to_string();
    let mut told = pictured("Market day");
    told.source = "Call 0991 000 111.\n\n![](p1)".into();
    done!(here, write(&id, (Form::News, None), told, NOW)).unwrap();
    signed(&here, &id, NOW).await;
    let given = give(&here).await.remove(0);
    assert_eq!(given.path, "news/market-day.md");
    assert!(!given.body.contains("0991") && given.body.contains(&format!("](../media/kept/{FILE})")), "{}", given.body);
    assert_eq!(given.fields["image"], format!("../media/kept/{FILE}"));
}
