//! Everything held of a person is shown to them, and nothing is left once they are erased.

use basics::{At, Audience, Lang};
use db::{Db, params};
use media::{Format, Rendition};
use plugs::{Belongings, Whose};
use serde_json::{Value, json};
use testkit::on_both;

use super::cast::{marked, potter, put, somebody, work};
use crate::{Fields, Kind, Person, Picture, Shown, Work, plugs::belongings::Profile, store};

/// A picture as it lies in the database, told apart by a digit.
fn kept_picture(digit: char) -> Picture {
    let key = |ending: &str| format!("{}.{ending}", String::from(digit).repeat(64));
    let rendition = |format: Format| Rendition { width: 640, height: 640, key: key(format.ending()), format, bytes: 9 };
    let renditions = vec![rendition(Format::Webp), rendition(Format::Webp), rendition(Format::Jpeg)];
    let hash = format!("{digit}{}", "f".repeat(63));
    Picture { alt: "A jar".into(), cut: media::Picture { hash, width: 640, height: 640, renditions } }
}

fn whose(person: &Person) -> Whose<'_> {
    Whose { account: "account", person: person.id.as_str() }
}

async fn house_with(db: &Db, pictures: &[&Picture]) -> Person {
    let fields = Fields { portrait: Some(Shown::everyone(pictures[0].clone())), ..marked(Audience::Vouched) };
    let person = somebody(Kind::Person, "amina", fields, Some(At(5)));
    let group = somebody(Kind::Organisation, "group", potter("The Group"), Some(At(5)));
    let mut tx = db.begin().await.unwrap();
    for picture in pictures {
        media::insert(&mut tx, &picture.cut, At(1)).await.unwrap();
    }
    let source = json!({ "path": "people/amina.md", "fields": { "phone": "Zmarksource" }, "pictures": [["a.jpg", pictures[2].cut.hash]] });
    store::insert(&mut tx, &person, &json!({ "sources": [source] })).await.unwrap();
    store::insert(&mut tx, &group, &json!({})).await.unwrap();
    let piece = Work { picture: Some(pictures[1].clone()), ..work("Zmarkwork") };
    store::put_works(&mut tx, &person.id, &[(Audience::OnlyMe, piece)]).await.unwrap();
    store::join(&mut tx, &person.id, &group.id, "Zmarkrole", Audience::OnlyMe, 0).await.unwrap();
    tx.commit().await.unwrap();
    person
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_is_shown_all_that_is_held_of_them() {
    on_both(async |db| {
        let pictures = [kept_picture('a'), kept_picture('b'), kept_picture('c')];
        let person = house_with(&db, &pictures.each_ref()).await;
        let all = Profile.gather(&db, whose(&person), Lang::Sw).await.unwrap();
        let parts: Vec<_> = all.iter().map(|part| (part.name, part.title.as_str(), part.files.len())).collect();
        assert_eq!(
            parts,
            [
                ("profile", "Wasifu", 1),
                ("works", "Kazi", 1),
                ("memberships", "Uanachama", 0),
                ("import", "Kilicholetwa kutoka mafaili ya awali", 1)
            ]
        );
        let text = serde_json::to_string(&all.iter().map(|part| &part.data).collect::<Vec<_>>()).unwrap();
        for held in [
            "Zmarkname",
            "Zmarkphone",
            "zmarktyped@example.org",
            "Zmarkabout",
            "Zmarkwork",
            "Zmarkrole",
            "Zmarksource",
            "vouched",
            "only-me",
        ] {
            assert!(text.contains(held), "{held} is missing in {text}");
        }
        assert_eq!(all[0].files, [format!("aa/{}.webp", "a".repeat(64))]);
        let nobody = Whose { account: "account", person: "nobody" };
        assert!(Profile.gather(&db, nobody, Lang::En).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_somebody_erased_no_row_is_left() {
    on_both(async |db| {
        let pictures = [kept_picture('a'), kept_picture('b'), kept_picture('c')];
        let person = house_with(&db, &pictures.each_ref()).await;
        // Another person shows the portrait too.
        let other = Fields { portrait: Some(Shown::everyone(pictures[0].clone())), ..potter("Keza") };
        put(&db, &somebody(Kind::Person, "keza", other, Some(At(5)))).await;
        let before = changes::last(&db).await.unwrap();

        let mut tx = db.begin().await.unwrap();
        let files = Profile.erase(&mut tx, whose(&person), At(9)).await.unwrap();
        tx.commit().await.unwrap();
        let mut gone: Vec<String> = ["b", "c"]
            .iter()
            .flat_map(|digit| ["jpg", "webp"].map(|ending| format!("{digit}{digit}/{}.{ending}", digit.repeat(64))))
            .collect();
        gone.sort();
        assert_eq!(files, gone);
        for (table, column) in
            [("people", "id"), ("person_terms", "person_id"), ("works", "person_id"), ("memberships", "person_id")]
        {
            let sql = format!("SELECT count(*) FROM {table} WHERE {column} = $1");
            let left: i64 = db.one(&sql, params![&person.id], |row| row.get(0)).await.unwrap();
            assert_eq!(left, 0, "{table}");
        }
        let pictures: i64 = db.one("SELECT count(*) FROM pictures", &[], |row| row.get(0)).await.unwrap();
        assert_eq!(pictures, 1);
        let said: Vec<_> =
            changes::since(&db, before, 9).await.unwrap().into_iter().map(|change| change.kind).collect();
        assert_eq!(said, [changes::ERASED, "written"], "the person, and the group they stood with");

        let mut tx = db.begin().await.unwrap();
        assert!(Profile.erase(&mut tx, whose(&person), At(9)).await.unwrap().is_empty(), "a second time is nothing");
    })
    .await;
}

/// The same pixels came in as two files: both pictures share their renditions.
#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_another_picture_needs_stays() {
    on_both(async |db| {
        let (one, mut other) = (kept_picture('a'), kept_picture('a'));
        other.cut.hash = "e".repeat(64);
        let mut person = somebody(Kind::Person, "amina", potter("Amina"), Some(At(5)));
        person.fields.portrait = Some(Shown::everyone(one.clone()));
        let mut tx = db.begin().await.unwrap();
        media::insert(&mut tx, &one.cut, At(1)).await.unwrap();
        media::insert(&mut tx, &other.cut, At(1)).await.unwrap();
        store::insert(&mut tx, &person, &Value::Null).await.unwrap();
        let files = Profile.erase(&mut tx, whose(&person), At(9)).await.unwrap();
        assert_eq!(files, Vec::<String>::new());
        assert_eq!(media::find_in(&mut tx, &one.cut.hash).await.unwrap(), None);
        assert!(media::find_in(&mut tx, &other.cut.hash).await.unwrap().is_some());
        assert!(store::find_in(&mut tx, "amina").await.unwrap().is_none());
    })
    .await;
}
