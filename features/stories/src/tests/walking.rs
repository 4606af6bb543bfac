//! Whole ways through the pages, as browsers without script go them.

use basics::{Clock, Lang, Role, Viewer};
use testkit::TestPortal;

use super::{
    cast::SOURCE,
    house::{Someone, between, bring, get, house, main, png, post, sent, someone},
};
use crate::{Found, Use, deeds::COOLING, reading, state::Stage, store, work};

const TICKS: [(&str, &str); 5] =
    [("what", "sign"), ("strengths", "yes"), ("words", "yes"), ("headline", "yes"), ("cleared", "yes")];

async fn only(house: &TestPortal) -> String {
    house.db.one("SELECT id FROM stories", &[], |row| row.get(0)).await.unwrap()
}

async fn subject(house: &TestPortal) -> String {
    house.db.one("SELECT id FROM subjects", &[], |row| row.get(0)).await.unwrap()
}

async fn found(house: &TestPortal, slug: &str, lang: Lang) -> Found {
    reading::find(&house.db, slug, Use::Site, Viewer::Stranger, lang, house.clock.now()).await.unwrap()
}

/// An editor takes a story on, writes it, goes through face, name and place, and signs.
async fn worked_up(house: &TestPortal, editor: &Someone, id: &str) {
    sent(house, editor, &format!("/desk/stories/{id}"), &[("what", "take")]).await;
    let text = [
        ("kind", "interview"),
        ("theme", "arts"),
        ("title", "Uzi unasikiliza"),
        ("lede", "Watu tisa na wimbo."),
        ("lead", "p1"),
        ("source", SOURCE),
        ("what", "save"),
    ];
    sent(house, editor, &format!("/me/stories/{id}/text"), &text).await;
    let cleared = [("called", "Neema"), ("face", "yes"), ("named", "yes"), ("located", "yes"), ("what", "save")];
    sent(house, editor, &format!("/desk/stories/{id}/people/{}", subject(house).await), &cleared).await;
    let unticked = post(house, editor, &format!("/desk/stories/{id}"), &[("what", "sign")]).await;
    assert!(main(&unticked).contains("Tick all four"), "{}", main(&unticked));
    sent(house, editor, &format!("/desk/stories/{id}"), &TICKS).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_without_an_account_tells_agrees_and_takes_back_with_a_paper() {
    let house = house().await;
    let (helper, editor, other) = (
        someone(&house, "hilda", &[Role::Helper]).await,
        someone(&house, "edo", &[Role::Editor]).await,
        someone(&house, "rehema", &[Role::Editor]).await,
    );
    // A helper writes down what Neema tells, with a picture of her loom.
    let told = [
        ("who", "beside"),
        ("name", "Neema"),
        ("lang", "sw"),
        ("words", "Bibi yangu alikuwa na kitanda cha kufumia."),
        ("alt", "Kitanda cha kufumia"),
    ];
    let answer = bring(&house, &helper, "/stories/tell", &told, ("picture", png())).await;
    assert_eq!((answer.status, answer.header("location")), (303, "/me/stories?done=told"), "{}", main(&answer));
    let id = only(&house).await;
    assert!(main(&get(&house, &helper, "/me/stories").await).contains(&id));
    assert_eq!(get(&house, &helper, &format!("/desk/stories/{id}")).await.status, 404);
    // The editors' desk.
    assert!(main(&get(&house, &editor, "/desk/stories").await).contains("nobody has taken it yet"));
    worked_up(&house, &editor, &id).await;
    let whole = store::whole::find(&house.db, &id).await.unwrap().unwrap();
    assert_eq!(whole.story.stage, Stage::Preview);
    assert!(main(&get(&house, &editor, "/desk/stories").await).contains("waits for Neema"));
    // The paper.
    let paper = post(&house, &editor, &format!("/desk/stories/{id}/people/{}/paper", whole.subjects[0].id), &[]).await;
    let code = between(&main(&paper), "Your code: <b>", "</b>").to_owned();
    let open = house.ask("POST", "/stories/code").form(&[("code", &code.to_lowercase())]).send().await;
    let page = main(&open);
    assert!(page.contains("mango tree") && page.contains("Kitanda cha kufumia"), "{page}");
    let picture = between(&page, "<img src=\"", "\"").to_owned();
    assert_eq!(house.get(&picture).await.status, 200);
    let key = picture.rsplit('/').next().unwrap();
    for elsewhere in
        [format!("/media/{key}"), format!("/stories/code/media/0123/{key}"), format!("/me/stories/{id}/media/{key}")]
    {
        assert_ne!(house.get(&elsewhere).await.status, 200, "{elsewhere}");
    }
    assert_eq!(house.ask("POST", "/stories/code").form(&[("code", "AAAA-BBBB-CCCC")]).send().await.status, 200);
    // She agrees; without a term nothing is agreed to.
    let root = between(&page, "name=\"root\" value=\"", "\"").to_owned();
    let yes = [
        ("code", code.as_str()),
        ("root", &root),
        ("what", "agree"),
        ("site", "yes"),
        ("press", "yes"),
        ("term", "1"),
        ("witness", "Hilda"),
    ];
    let untermed = house.ask("POST", "/stories/code").form(&yes[..5]).send().await;
    assert!(main(&untermed).contains("Choose for how long"), "{}", main(&untermed));
    let agreed = house.ask("POST", "/stories/code").form(&yes).send().await;
    assert!(main(&agreed).contains("Your yes is written down"), "{}", main(&agreed));
    // It comes out after three days, and in English once another editor has read the translation.
    house.clock.advance(COOLING);
    work::look_after(&house.db, house.clock.now()).await.unwrap();
    assert!(matches!(found(&house, "uzi-unasikiliza", Lang::Sw).await, Found::Reading(_)));
    assert_eq!(house.get(&format!("/media/{key}")).await.status, 200, "everybody sees the picture now");
    let edition = store::whole::find(&house.db, &id).await.unwrap().unwrap().story.edition;
    let en = [
        ("of", edition.as_str()),
        ("title", "The thread listens"),
        ("lede", "Nine people and a song."),
        ("source", "A: The thread listens."),
        ("alt-p1", "A loom"),
        ("what", "save"),
    ];
    let address = format!("/me/stories/{id}/translate/en");
    sent(&house, &editor, &address, &en).await;
    let read = |source| [&en[..3], &[("source", source), en[4], ("what", "review")]].concat();
    assert_eq!(post(&house, &editor, &address, &read(en[3].1)).await.status, 200, "not by its translator");
    let changed = main(&post(&house, &other, &address, &read("A: Another word.")).await);
    assert!(changed.contains("Save them first") && changed.contains("A: Another word."), "{changed}");
    sent(&house, &other, &address, &read(en[3].1)).await;
    let Found::Reading(reading) = found(&house, "uzi-unasikiliza", Lang::En).await else { panic!("not public") };
    assert_eq!((reading.lang.as_str(), reading.lead.unwrap().alt.as_str()), ("en", "A loom"));
    // Two months before her word ends the card asks her again.
    let open = async || main(&house.ask("POST", "/stories/code").form(&[("code", code.as_str())]).send().await);
    assert!(!open().await.contains("Your answer"));
    house.clock.advance(310 * basics::At::DAY);
    assert!(open().await.contains("Your answer"));
    // She takes it back with the card.
    let back = house.ask("POST", "/stories/code").form(&[("code", code.as_str()), ("what", "back-site")]).send().await;
    assert!(main(&back).contains("It is taken back"), "{}", main(&back));
    assert!(matches!(found(&house, "uzi-unasikiliza", Lang::Sw).await, Found::Gone));
    assert_eq!(house.get(&format!("/media/{key}")).await.status, 404);
    let sql = "SELECT COUNT(*) FROM editions";
    assert_eq!(house.db.one(sql, &[], |row| row.get::<i64>(0)).await.unwrap(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_tells_their_own_story_answers_and_takes_it_back_in_two_taps() {
    let house = house().await;
    let (neema, editor) = (someone(&house, "neema", &[]).await, someone(&house, "edo", &[Role::Editor]).await);
    sent(
        &house,
        &neema,
        "/stories/tell",
        &[("who", "me"), ("words", "My grandmother had a loom."), ("title", "My loom")],
    )
    .await;
    let id = only(&house).await;
    worked_up(&house, &editor, &id).await;
    // The form above named nobody's page: the story calls her by her name, and it is hers again.
    let mine = format!("/desk/stories/{id}/people/{}", subject(&house).await);
    assert_eq!(get(&house, &neema, &format!("/me/stories/{id}/agree")).await.status, 404, "not hers any more");
    let her = [
        ("called", "Neema"),
        ("person", "neema"),
        ("face", "yes"),
        ("named", "yes"),
        ("located", "yes"),
        ("what", "save"),
    ];
    sent(&house, &editor, &mine, &her).await;
    sent(&house, &editor, &format!("/desk/stories/{id}"), &TICKS).await;
    let list = main(&get(&house, &neema, "/me/stories").await);
    assert!(list.contains("waits for your word"), "{list}");
    assert!(main(&get(&house, &neema, "/me").await).contains("1 story waits for your word"));
    let page = main(&get(&house, &neema, &format!("/me/stories/{id}/agree")).await);
    let root = between(&page, "name=\"root\" value=\"", "\"").to_owned();
    sent(
        &house,
        &neema,
        &format!("/me/stories/{id}/agree"),
        &[("root", &root), ("what", "agree"), ("site", "yes"), ("share", "yes"), ("term", "2")],
    )
    .await;
    house.clock.advance(COOLING);
    work::look_after(&house.db, house.clock.now()).await.unwrap();
    assert!(matches!(found(&house, "uzi-unasikiliza", Lang::En).await, Found::Reading(_)));
    assert_eq!(
        get(&house, &editor, &format!("/me/stories/{id}/withdraw")).await.status,
        404,
        "not the editor's to take back for her"
    );
    sent(&house, &neema, &format!("/me/stories/{id}/withdraw"), &[("to", "share")]).await;
    let share = reading::find(&house.db, "uzi-unasikiliza", Use::Share, Viewer::Stranger, Lang::En, house.clock.now());
    assert!(matches!(share.await.unwrap(), Found::Gone));
    assert!(
        main(&get(&house, &neema, &format!("/me/stories/{id}/withdraw")).await).contains("Take the whole story back")
    );
    sent(&house, &neema, &format!("/me/stories/{id}/withdraw"), &[("to", "site")]).await;
    assert!(matches!(found(&house, "uzi-unasikiliza", Lang::En).await, Found::Gone));
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_who_wants_a_change_sends_it_back_and_others_get_nowhere() {
    let house = house().await;
    let (neema, editor, other) = (
        someone(&house, "neema", &[]).await,
        someone(&house, "edo", &[Role::Editor]).await,
        someone(&house, "omar", &[]).await,
    );
    sent(&house, &editor, "/desk/stories", &[("title", "Knots"), ("kind", "profile"), ("lang", "en")]).await;
    let id = only(&house).await;
    sent(&house, &editor, &format!("/desk/stories/{id}/people"), &[("called", "N."), ("person", "neema")]).await;
    let her = [("called", "N."), ("person", "neema"), ("face", "yes"), ("what", "save")];
    sent(&house, &editor, &format!("/desk/stories/{id}/people/{}", subject(&house).await), &her).await;
    let early = main(&post(&house, &editor, &format!("/desk/stories/{id}"), &TICKS).await);
    assert!(early.contains("The sentence below the title is missing"), "{early}");
    let looked =
        [("kind", "profile"), ("title", "Knots"), ("lede", "One knot a day."), ("source", SOURCE), ("what", "look")];
    let page = main(&post(&house, &editor, &format!("/me/stories/{id}/text"), &looked).await);
    assert!(page.contains("Nothing is saved yet") && page.contains("<blockquote>"), "{page}");
    let saved: Vec<_> = looked[..4].iter().copied().chain([("what", "save")]).collect();
    sent(&house, &editor, &format!("/me/stories/{id}/text"), &saved).await;
    sent(&house, &editor, &format!("/desk/stories/{id}"), &TICKS).await;
    for path in ["", "/agree", "/withdraw", "/text", "/pieces", "/translate/sw"] {
        let address = format!("/me/stories/{id}{path}");
        assert_eq!(get(&house, &other, &address).await.status, 404, "{address}");
        assert_eq!(house.get(&address).await.status, 303, "{address} asks strangers to sign in");
    }
    assert_eq!(
        get(&house, &neema, &format!("/me/stories/{id}/text")).await.status,
        404,
        "what she reads is not hers to write"
    );
    sent(&house, &neema, &format!("/me/stories/{id}/agree"), &[("what", "change")]).await;
    let whole = store::whole::find(&house.db, &id).await.unwrap().unwrap();
    assert_eq!(whole.story.stage, Stage::Review);
    // Editors who are in a story do not work on it.
    let mut tx = house.db.begin().await.unwrap();
    let mut subject = whole.subjects[0].clone();
    subject.person = Some(editor.account.person.clone());
    store::subjects::update(&mut tx, &subject).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(get(&house, &editor, &format!("/desk/stories/{id}")).await.status, 404);
}
