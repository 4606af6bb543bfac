//! A recording goes from the draft to whoever may hear it.

use basics::{At, Audience, Lang};
use plugs::{Belongings, Whose};
use testkit::TestPortal;

use super::{
    super::cast::house,
    cast::{begin, get, maker, post, publish, send_file, wav, work_of},
};
use crate::{
    Person,
    plugs::belongings::Profile,
    works::{WorkKind, WorkState},
};

/// A song with its words, in which nobody can be recognised; answers the address of its page for its owner.
async fn song(house: &TestPortal, person: &Person, title: &str, seconds: u32) -> String {
    let path = begin(house, person, WorkKind::Audio, title).await;
    let answer = send_file(house, person, &format!("{path}/sound"), "sound", &wav(seconds), "").await;
    assert_eq!(answer.header("location"), format!("{path}/text"), "{}", answer.text());
    let answer = post(house, person, &format!("{path}/text"), &[("text", "Zmmto mto mkubwa")]).await;
    assert_eq!(answer.header("location"), format!("{path}/people"));
    let answer = post(house, person, &format!("{path}/people"), &[("who", "nobody")]).await;
    assert_eq!(answer.header("location"), format!("{path}/publish"));
    path
}

async fn sound_of(house: &TestPortal, person: &Person, title: &str) -> media::Recording {
    work_of(house, person, title).await.work.sound.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_recording_says_its_length_and_weight_and_plays_for_everybody_once_published() {
    let house = house().await;
    let amina = maker(&house, "amina").await;
    assert!(get(&house, &amina, "/me/works/new").await.contains("value=\"audio\""));
    let path = song(&house, &amina, "Mto", 65).await;
    let sound = sound_of(&house, &amina, "Mto").await;
    assert_eq!((sound.length().as_str(), sound.bytes), ("1:05", 520_044), "what is no sound is gone");
    let form = get(&house, &amina, &format!("{path}/sound")).await;
    assert!(form.contains("1:05 minutes, 520 KB") && form.contains("data-upload=\"audio\""), "{}", form.text());
    assert!(form.contains("Choose another recording"));
    assert_eq!(house.get(&sound.src()).await.status, 404, "a draft is heard by nobody else");
    assert_eq!(get(&house, &amina, &sound.src()).await.status, 200);

    publish(&house, &amina, &path, Audience::Everyone).await;
    let src = sound.src();
    let player = format!("<audio controls preload=\"none\" src=\"{src}\" aria-label=\"Mto\"></audio>");
    for page in ["/people/amina", "/people/amina/works", "/people/amina/works/mto"] {
        let page = house.get(page).await;
        let before = page.text().split(&player).next().unwrap().to_owned();
        assert!(before.len() < page.text().len() && before.ends_with("1:05 minutes, 520 KB</small>"), "{before}");
        assert!(page.contains(&format!("href=\"{src}\" download>")));
    }
    let page = house.get("/people/amina/works/mto").await;
    assert!(page.contains("Zmmto mto mkubwa") && page.contains("What is heard, in words"));
    for said in [
        "\"@type\":\"AudioObject\"".to_owned(),
        format!("\"contentUrl\":\"{}{src}\"", house.portal.site.base_url),
        "\"encodingFormat\":\"audio/wav\"".to_owned(),
        "\"duration\":\"PT1M5S\"".to_owned(),
        "\"transcript\":\"Zmmto mto mkubwa\"".to_owned(),
    ] {
        assert!(page.contains(&said), "{said}");
    }
    let heard = house.ask("GET", &src).header("range", "bytes=0-3").send().await;
    assert_eq!((heard.status, heard.text()), (206, "RIFF"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_recording_reaches_nobody_whom_its_work_does_not() {
    let house = house().await;
    let (amina, keza) = (maker(&house, "amina").await, maker(&house, "keza").await);
    let path = song(&house, &amina, "Mto", 2).await;
    let src = sound_of(&house, &amina, "Mto").await.src();
    for (to, stranger, member) in [
        (Audience::Everyone, 200, 200),
        (Audience::Members, 404, 200),
        (Audience::Vouched, 404, 404),
        (Audience::OnlyMe, 404, 404),
    ] {
        post(&house, &amina, &format!("{path}/publish"), &[("to", to.code())]).await;
        let heard = (house.get(&src).await.status, get(&house, &keza, &src).await.status);
        assert_eq!((heard, get(&house, &amina, &src).await.status), ((stranger, member), 200), "{to:?}");
    }
    post(&house, &amina, &format!("{path}/publish"), &[("to", "everyone")]).await;
    post(&house, &amina, &format!("{path}/publish"), &[("deed", "draft")]).await;
    assert_eq!(house.get(&src).await.status, 404, "taken back");
    post(&house, &amina, &format!("{path}/people"), &[("who", "minors")]).await;
    let answer = post(&house, &amina, &format!("{path}/publish"), &[("to", "everyone")]).await;
    assert_eq!(answer.status, 200, "the voice of somebody under 18 stays among accepted people");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_its_words_a_recording_is_not_published_and_what_is_none_is_not_taken() {
    let house = house().await;
    let amina = maker(&house, "amina").await;
    let path = begin(&house, &amina, WorkKind::Audio, "Mto").await;
    let answer = send_file(&house, &amina, &format!("{path}/sound"), "sound", b"no recording", "").await;
    assert!(answer.contains("id=\"sound-fault\""), "{}", answer.text());
    let answer = post(&house, &amina, &format!("{path}/sound"), &[]).await;
    assert!(answer.contains("Choose a recording."));
    send_file(&house, &amina, &format!("{path}/sound"), "sound", &wav(1), "").await;
    post(&house, &amina, &format!("{path}/people"), &[("who", "nobody")]).await;
    let answer = post(&house, &amina, &format!("{path}/publish"), &[("to", "everyone")]).await;
    assert!(answer.contains("Something is still needed") && answer.contains(&format!("{path}/text")));
    post(&house, &amina, &format!("{path}/text"), &[("text", "Mto")]).await;
    publish(&house, &amina, &path, Audience::Everyone).await;
    post(&house, &amina, &format!("{path}/text"), &[("text", "")]).await;
    assert_eq!(work_of(&house, &amina, "Mto").await.work.state, WorkState::Draft);
}

#[tokio::test(flavor = "multi_thread")]
async fn another_recording_asks_again_who_is_heard_and_lets_go_of_the_first() {
    let house = house().await;
    let amina = maker(&house, "amina").await;
    let path = song(&house, &amina, "Mto", 1).await;
    publish(&house, &amina, &path, Audience::Everyone).await;
    let first = sound_of(&house, &amina, "Mto").await;
    send_file(&house, &amina, &format!("{path}/sound"), "sound", &wav(2), "").await;
    let kept = work_of(&house, &amina, "Mto").await;
    assert_eq!((kept.work.state, kept.work.pictured), (WorkState::Draft, None));
    assert!(media::recordings(&house.db, &[&first.hash]).await.unwrap().is_empty());
    assert_eq!(get(&house, &amina, &first.src()).await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn recordings_are_among_what_somebody_takes_along_and_go_with_them() {
    let house = house().await;
    let amina = maker(&house, "amina").await;
    song(&house, &amina, "Mto", 1).await;
    let sound = sound_of(&house, &amina, "Mto").await;
    let whose = Whose { account: amina.id.as_str(), person: amina.id.as_str() };
    let all = Profile.gather(&house.db, whose, Lang::En).await.unwrap();
    let works = all.iter().find(|part| part.name == "works").unwrap();
    assert_eq!(works.files, std::slice::from_ref(&sound.file));
    let mut tx = house.db.begin().await.unwrap();
    let free = Profile.erase(&mut tx, whose, At(9)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(free, [sound.file]);
    let left: i64 = house.db.one("SELECT count(*) FROM recordings", &[], |row| row.get(0)).await.unwrap();
    assert_eq!(left, 0);
}
