//! An owner makes works on the pages, without script.

use basics::{At, Audience, Clock};
use testkit::TestPortal;

use super::{
    super::cast::{change, house},
    cast::{begin, get, maker, png, poem, post, publish, send_picture, work_of},
};
use crate::{
    Person,
    works::{Who, WorkKind, WorkState, store},
};

#[tokio::test(flavor = "multi_thread")]
async fn a_picture_goes_from_the_draft_to_everybody_one_thing_a_page() {
    let house = house().await;
    let amina = maker(&house, "amina").await;
    let path = begin(&house, &amina, WorkKind::Picture, "Grain jar, no. 7").await;
    let public = "/people/amina/works/grain-jar-no-7";
    let answer = send_picture(&house, &amina, &format!("{path}/picture"), "A tall jar", &png(200)).await;
    assert_eq!(answer.header("location"), format!("{path}/people"), "{}", answer.text());
    assert_eq!(house.get(public).await.status, 404, "a draft is for its owner");
    assert!(get(&house, &amina, public).await.contains("only you see this page"));
    let answer = post(&house, &amina, &format!("{path}/people"), &[("who", "nobody")]).await;
    assert_eq!(answer.header("location"), format!("{path}/publish"));
    publish(&house, &amina, &path, Audience::Everyone).await;

    let page = house.get(public).await;
    assert_eq!(page.status, 200);
    assert!(page.contains("width=\"40\" height=\"30\" alt=\"A tall jar\"") && !page.contains("noindex"));
    let profile = house.get("/people/amina").await;
    assert!(profile.contains(&format!("href=\"{public}\"")), "{}", profile.text());
    assert!(house.get("/people?q=grain").await.contains("href=\"/people/amina\""), "found by what she makes");
    let kept = work_of(&house, &amina, "Grain jar, no. 7").await.work.picture.unwrap();
    assert!(page.contains(&kept.cut.best(1280).unwrap().src()));
    let person = crate::store::find(&house.db, "amina").await.unwrap().unwrap();
    assert_eq!((person.edited_at, person.confirmed_at), (Some(house.clock.now()), house.clock.now()));
}

#[tokio::test(flavor = "multi_thread")]
async fn words_that_are_missing_do_not_lose_the_picture() {
    let house = house().await;
    let amina = maker(&house, "amina").await;
    let path = begin(&house, &amina, WorkKind::Picture, "Jar").await;
    let answer = send_picture(&house, &amina, &format!("{path}/picture"), "", &png(200)).await;
    assert_eq!(answer.status, 200);
    assert!(answer.contains("Say what can be seen.") && answer.contains("<img"), "{}", answer.text());
    let answer = post(&house, &amina, &format!("{path}/picture"), &[("alt", "A tall jar")]).await;
    assert_eq!(answer.status, 303);
    assert_eq!(work_of(&house, &amina, "Jar").await.work.picture.unwrap().alt, "A tall jar");
    let answer = send_picture(&house, &amina, &format!("{path}/picture"), "A jar", b"no picture").await;
    assert!(answer.contains("id=\"picture-fault\""), "{}", answer.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn another_picture_asks_again_who_is_in_it_and_lets_go_of_the_first() {
    let house = house().await;
    let amina = maker(&house, "amina").await;
    let path = picture(&house, &amina, "Jar").await;
    publish(&house, &amina, &path, Audience::Everyone).await;
    let first = work_of(&house, &amina, "Jar").await.work.picture.unwrap().cut;
    send_picture(&house, &amina, &format!("{path}/picture"), "Another jar", &png(10)).await;
    let kept = work_of(&house, &amina, "Jar").await;
    assert_eq!((kept.work.state, kept.work.pictured), (WorkState::Draft, None));
    assert!(media::find(&house.db, &[&first.hash]).await.unwrap().is_empty());
    assert!(media::bytes(&house.portal.files, &first.best(320).unwrap().key).await.unwrap().is_none());
    assert_eq!(house.get("/people/amina/works/jar").await.status, 404);
    post(&house, &amina, &format!("{path}/remove"), &[]).await;
    assert!(store::list(&house.db, &amina.id).await.unwrap().is_empty());
    let pictures: i64 = house.db.one("SELECT count(*) FROM pictures", &[], |row| row.get(0)).await.unwrap();
    assert_eq!(pictures, 0);
}

/// A picture in which nobody can be recognised, ready to be published.
async fn picture(house: &TestPortal, person: &Person, title: &str) -> String {
    let path = begin(house, person, WorkKind::Picture, title).await;
    send_picture(house, person, &format!("{path}/picture"), "A jar", &png(200)).await;
    post(house, person, &format!("{path}/people"), &[("who", "nobody")]).await;
    path
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_published_that_lacks_something() {
    let house = house().await;
    let amina = maker(&house, "amina").await;
    let path = begin(&house, &amina, WorkKind::Text, "Mto").await;
    let answer = post(&house, &amina, &format!("{path}/publish"), &[("to", "everyone")]).await;
    assert!(answer.contains("Something is still needed"), "{}", answer.text());
    let answer = post(&house, &amina, &format!("{path}/text"), &[("text", "Mto mkubwa")]).await;
    assert_eq!(answer.header("location"), format!("{path}/publish"));
    let answer = post(&house, &amina, &format!("{path}/publish"), &[]).await;
    assert!(answer.contains("Choose one answer."), "who may see it is said, never guessed");
    publish(&house, &amina, &path, Audience::Members).await;
    post(&house, &amina, &format!("{path}/text"), &[("text", "")]).await;
    assert_eq!(work_of(&house, &amina, "Mto").await.work.state, WorkState::Draft, "without its text it is a draft");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_picture_of_somebody_under_18_stays_among_accepted_people() {
    let house = house().await;
    let amina = maker(&house, "amina").await;
    let path = picture(&house, &amina, "School").await;
    publish(&house, &amina, &path, Audience::Everyone).await;
    post(&house, &amina, &format!("{path}/people"), &[("who", "minors")]).await;
    let kept = work_of(&house, &amina, "School").await;
    assert_eq!((kept.audience, kept.work.pictured.unwrap().who), (Audience::Accepted, Who::Minors));
    assert_eq!(house.get("/people/amina/works/school").await.status, 404);
    for to in [Audience::Everyone, Audience::Members, Audience::Vouched] {
        let answer = post(&house, &amina, &format!("{path}/publish"), &[("to", to.code())]).await;
        assert!(answer.contains("cannot be shown to so many"), "{to:?}");
    }
    assert!(!get(&house, &amina, &format!("{path}/publish")).await.contains("value=\"everyone\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_under_18_shows_works_to_accepted_people_only() {
    let house = house().await;
    let mut amina = maker(&house, "amina").await;
    let until = house.clock.now().plus(At::DAY);
    change(&house.db, &mut amina, "written", |person| person.protected_until = Some(until)).await;
    let path = poem(&house, &amina, "Mto", "Mto mkubwa").await;
    let answer = post(&house, &amina, &format!("{path}/publish"), &[("to", "everyone")]).await;
    assert!(answer.contains("cannot be shown to so many"), "{}", answer.text());
    publish(&house, &amina, &path, Audience::Accepted).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn people_who_agreed_are_named_for_the_owner_alone() {
    let house = house().await;
    let amina = maker(&house, "amina").await;
    let path = picture(&house, &amina, "Dancers").await;
    let form = |day, names| {
        [("who", "adults"), ("names", names), ("how", "spoken"), ("day", day), ("month", "3"), ("year", "2026")]
    };
    for (day, names) in [("31", ""), ("", "Zawadi"), ("99", "Zawadi")] {
        let answer = post(&house, &amina, &format!("{path}/people"), &form(day, names)).await;
        assert_eq!(answer.status, 200, "{day} {names}");
    }
    let form = form("2", "Zmzawadi and Zmkeza");
    assert_eq!(post(&house, &amina, &format!("{path}/people"), &form).await.status, 303);
    publish(&house, &amina, &path, Audience::Everyone).await;
    assert!(get(&house, &amina, &format!("{path}/people")).await.contains("Zmzawadi and Zmkeza"));
    for page in ["/people/amina", "/people/amina/works", "/people/amina/works/dancers", "/people?q=zmzawadi"] {
        assert!(!house.get(page).await.contains("Zmkeza"), "{page}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn details_in_a_text_are_covered_for_others_and_refused_in_a_title() {
    let house = house().await;
    let amina = maker(&house, "amina").await;
    let path = poem(&house, &amina, "Mto", "Call me on 0991 000 123 for the rest").await;
    let form = get(&house, &amina, &format!("{path}/text")).await;
    assert!(form.contains("0991 000 123") && form.contains("so others read it like this"), "{}", form.text());
    publish(&house, &amina, &path, Audience::Everyone).await;
    for page in ["/people/amina", "/people/amina/works", "/people/amina/works/mto"] {
        let answer = house.get(page).await;
        assert!(answer.contains("for the rest") && !answer.contains("0991"), "{page}: {}", answer.text());
    }
    let answer = post(&house, &amina, &format!("{path}/title"), &[("title", "Call 0991 000 123")]).await;
    assert!(answer.contains("Please leave out phone numbers"));
    assert_eq!(work_of(&house, &amina, "Mto").await.work.title, "Mto");
}

#[tokio::test(flavor = "multi_thread")]
async fn works_are_put_in_order_by_hand() {
    let house = house().await;
    let amina = maker(&house, "amina").await;
    for title in ["First", "Second", "Third"] {
        poem(&house, &amina, title, title).await;
    }
    let order = async || {
        let works = store::list(&house.db, &amina.id).await.unwrap();
        works.into_iter().map(|kept| kept.work.title).collect::<Vec<_>>().join(" ")
    };
    for (title, to, then) in [
        ("Third", "up", "First Third Second"),
        ("First", "up", "First Third Second"),
        ("First", "down", "Third First Second"),
        ("Second", "down", "Third First Second"),
    ] {
        let id = work_of(&house, &amina, title).await.id.to_string();
        let answer = post(&house, &amina, "/me/works/order", &[("work", &id), ("move", to)]).await;
        assert_eq!((answer.status, order().await.as_str()), (303, then), "{title} {to}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_sent_twice_makes_one_work_and_nobody_edits_anothers() {
    let house = house().await;
    let (amina, keza) = (maker(&house, "amina").await, maker(&house, "keza").await);
    let form = [("kind", "text"), ("title", "Mto"), ("once", "same")];
    let first = post(&house, &amina, "/me/works/new", &form).await;
    let second = post(&house, &amina, "/me/works/new", &form).await;
    assert_eq!(first.header("location"), second.header("location"));
    assert_eq!(store::list(&house.db, &amina.id).await.unwrap().len(), 1);
    let path = format!("/me/works/{}", work_of(&house, &amina, "Mto").await.id);
    for word in ["", "/title", "/text", "/facts", "/licence", "/people", "/credits", "/publish", "/remove", "/picture"]
    {
        assert_eq!(get(&house, &keza, &format!("{path}{word}")).await.status, 404, "{word}");
    }
    assert_eq!(post(&house, &keza, &format!("{path}/title"), &[("title", "Mine")]).await.status, 404);
    post(&house, &keza, &format!("{path}/remove"), &[]).await;
    assert_eq!(work_of(&house, &amina, "Mto").await.work.title, "Mto");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_video_is_a_link_and_facts_and_licence_stand_on_the_page() {
    let house = house().await;
    let amina = maker(&house, "amina").await;
    let path = begin(&house, &amina, WorkKind::Video, "Dance").await;
    for refused in ["javascript:alert(1)", "https://me:secret@video.example/1", "nowhere", "https://wa.me/265991000123"]
    {
        let answer = post(&house, &amina, &format!("{path}/link"), &[("link", refused)]).await;
        assert_eq!(answer.status, 200, "{refused}");
    }
    post(&house, &amina, &format!("{path}/link"), &[("link", "video.example/watch/dance")]).await;
    post(&house, &amina, &format!("{path}/people"), &[("who", "nobody")]).await;
    let facts = [("year", "2025"), ("medium", "Phone video"), ("size", "3 minutes"), ("series", "Moving")];
    post(&house, &amina, &format!("{path}/facts"), &facts).await;
    post(&house, &amina, &format!("{path}/licence"), &[("licence", "cc-by-nc")]).await;
    publish(&house, &amina, &path, Audience::Everyone).await;
    let page = house.get("/people/amina/works/dance").await;
    for shown in ["https://video.example/watch/dance", "2025", "Phone video", "3 minutes", "Moving", "CC BY-NC 4.0"] {
        assert!(page.contains(shown), "{shown}");
    }
    assert!(!page.contains("<iframe") && !page.contains("<video"));
}
