//! An export brought into an empty portal: pictures and recordings are there again, byte for byte.

use std::path::Path;

use basics::{At, Audience, Clock, SystemClock};
use config::Settings;
use people::{Fields, Kind, Person, Picture, Shown, Work};

use super::browser::wav;
use crate::{
    features,
    house::{self, House, Rooms},
};

const PICTURE: &[u8] = include_bytes!("../../../kernel/web/assets/icon-192.png");

async fn open(folder: &Path) -> (House, Rooms) {
    let settings = Settings { data: folder.to_owned(), ..Settings::default() };
    (house::open(&settings).await.unwrap(), Rooms::gather(features::all(&settings)))
}

/// Amina with a portrait, and a song with a picture.
async fn amina(house: &House) -> (media::Picture, media::Recording) {
    let cut = media::keep(&house.db, &house.files, PICTURE).await.unwrap().unwrap();
    let sound = media::keep_sound(&house.db, &house.files, wav().into()).await.unwrap().unwrap();
    let portrait = Some(Shown::everyone(Picture { alt: "Amina".into(), cut: cut.clone() }));
    let mut person = Person::new(Kind::Person, "amina", Fields { portrait, ..Fields::default() }, At(5));
    person.release(At(5));
    let song = Work { title: "Mto".into(), text: Some("Mto".into()), sound: Some(sound.clone()), ..Work::default() };
    let mut tx = house.db.begin().await.unwrap();
    media::insert(&mut tx, &cut, At(5)).await.unwrap();
    media::insert_sound(&mut tx, &sound, At(5)).await.unwrap();
    people::store::insert(&mut tx, &person, &serde_json::json!({})).await.unwrap();
    people::store::put_works(&mut tx, &person.id, &[(Audience::Everyone, song)]).await.unwrap();
    tx.commit().await.unwrap();
    (cut, sound)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_portal_has_every_picture_and_recording_after_the_import() {
    let (here, there, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (house, rooms) = open(here.path()).await;
    let (cut, sound) = amina(&house).await;
    let exported = portable::export(&house.db, &house.files, &rooms.portables, out.path(), &|_| ()).await.unwrap();
    assert_eq!((exported.documents, exported.files), (1, cut.renditions.len() + 1));

    let (other, rooms) = open(there.path()).await;
    let (options, now) = (portable::Options::default(), SystemClock.now());
    let report = portable::import(&other.db, &other.files, &rooms.portables, out.path(), options, now, &|_| ()).await;
    let report = report.unwrap();
    assert!(!report.has_refusals() && report.files.iter().all(|file| file.repairs.is_empty()), "{report:?}");
    assert_eq!(media::find(&other.db, &[&cut.hash]).await.unwrap()[&cut.hash], cut);
    assert_eq!(media::recordings(&other.db, &[&sound.hash]).await.unwrap()[&sound.hash], sound);
    let files = cut.renditions.iter().filter_map(media::Rendition::file).chain([sound.file.clone()]);
    for key in files.map(|file| files::Key::parse(&file).unwrap()) {
        assert_eq!(other.files.get(&key).await.unwrap(), house.files.get(&key).await.unwrap(), "{key}");
    }
    let again = tempfile::tempdir().unwrap();
    let exported = portable::export(&other.db, &other.files, &rooms.portables, again.path(), &|_| ()).await.unwrap();
    assert_eq!(exported.files, cut.renditions.len() + 1);
    let document = |folder: &Path| std::fs::read_to_string(folder.join("people/amina.md")).unwrap();
    assert_eq!(document(again.path()), document(out.path()));
}

#[tokio::test(flavor = "multi_thread")]
async fn files_that_are_not_what_their_names_say_stay_out() {
    let (here, there, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (house, rooms) = open(here.path()).await;
    let (cut, sound) = amina(&house).await;
    portable::export(&house.db, &house.files, &rooms.portables, out.path(), &|_| ()).await.unwrap();
    let name = sound.file.split_once('/').unwrap().1;
    std::fs::write(out.path().join("media/kept").join(name), b"something else").unwrap();
    let (other, rooms) = open(there.path()).await;
    let (options, now) = (portable::Options::default(), SystemClock.now());
    let report = portable::import(&other.db, &other.files, &rooms.portables, out.path(), options, now, &|_| ()).await;
    let report = report.unwrap();
    assert!(
        report.has_refusals()
            && report.files.iter().any(|file| file.repairs.iter().any(|one| one.field == "works.sound"))
    );
    let amina = people::store::find(&other.db, "amina").await.unwrap().unwrap();
    assert!(people::store::works_with_audience(&other.db, &amina.id).await.unwrap()[0].1.sound.is_none());
    assert!(media::recordings(&other.db, &[&sound.hash]).await.unwrap().is_empty());
    assert!(media::find(&other.db, &[&cut.hash]).await.unwrap().contains_key(&cut.hash));
}
