//! How people in a story answer when somebody helps them, and what they may have deleted.

use basics::{Clock, Role};
use db::params;
use testkit::TestPortal;

use super::{
    cast::{agreed, begun, published, signed},
    house::{Someone, between, get, house, main, post, sent, someone},
};
use crate::{
    Form, Subject, Use,
    deeds::COOLING,
    done, paper,
    state::{Stage, Standing},
    store,
};

/// An interview with somebody who has a page here, signed and shown to them: its id and the version's root.
async fn asked(house: &TestPortal, person: &str) -> (String, String) {
    let now = house.clock.now();
    let id = begun(&house.db, Form::Interview, "Knots", now).await.story.id.to_string();
    let mut subject = Subject::new(&id, "Neema", Some(person), now);
    subject.cleared_at = Some(now);
    done!(house.db, add_person(&id, &subject, now)).unwrap();
    let whole = signed(&house.db, &id, now).await;
    assert_eq!(whole.story.stage, Stage::Preview);
    (id, whole.story.next_root)
}

/// A helper who acts for somebody: the person has said the code aloud that they made on their own phone.
async fn acting(house: &TestPortal, helper: &Someone, person: &Someone, handle: &str) -> Someone {
    let page = post(house, person, "/me/helped/code", &[]).await;
    let code = between(&main(&page), "<big><b>", "</b>").to_owned();
    let begun = post(house, helper, "/help-out/act", &[("handle", handle), ("code", &code)]).await;
    assert_eq!(begun.status, 303, "{}", main(&begun));
    let cookies = begun.headers("set-cookie");
    let acting = cookies.iter().find(|set| set.contains("acting=")).expect("acting begins");
    let cookie = format!("{}; {}", helper.cookie, acting.split(';').next().unwrap());
    Someone { account: person.account.clone(), cookie }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_yes_through_a_helper_says_so_and_the_helper_is_the_witness() {
    let house = house().await;
    let neema = someone(&house, "neema", &[]).await;
    let hilda = someone(&house, "hilda", &[Role::Helper]).await;
    let (id, root) = asked(&house, &neema.account.person).await;
    let beside = acting(&house, &hilda, &neema, "neema").await;
    assert!(main(&get(&house, &beside, "/me/stories").await).contains("waits for your word"));
    let address = format!("/me/stories/{id}/agree");
    let page = main(&get(&house, &beside, &address).await);
    assert!(page.contains("mango tree") && !page.contains("name=\"witness\""), "the helper is there: {page}");
    let yes = [("root", root.as_str()), ("what", "agree"), ("site", "yes"), ("term", "1"), ("witness", "Nobody")];
    sent(&house, &beside, &address, &yes).await;
    let sql = "SELECT how, witness FROM consents WHERE withdrawn_at IS NULL";
    let given = house.db.all(sql, &[], |row| Ok((row.get::<String>(0)?, row.get::<String>(1)?))).await.unwrap();
    assert_eq!(given, [("helper".to_owned(), hilda.account.id.to_string())]);
    // A helper may take back with them, and deletes nothing for them.
    sent(&house, &beside, &format!("/me/stories/{id}/withdraw"), &[("to", "site")]).await;
    let one = format!("/me/stories/{id}");
    assert!(!main(&get(&house, &beside, &one).await).contains("Delete it for good"));
    assert_eq!(post(&house, &beside, &one, &[("what", "erase")]).await.status, 404);
    assert!(main(&get(&house, &neema, &one).await).contains("Delete it for good"));
    sent(&house, &neema, &one, &[("what", "erase")]).await;
    assert!(store::whole::find(&house.db, &id).await.unwrap().is_none());
    assert_eq!(get(&house, &neema, &one).await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_taken_back_with_the_card_is_deleted_with_it_too_and_not_before() {
    let house = house().await;
    let now = house.clock.now();
    let (whole, _) = published(&house.db, "Knots", &["Neema"], &[Use::Site], now).await;
    house.clock.advance(COOLING);
    let (id, subject) = (whole.story.id.as_str(), whole.subjects[0].id.as_str());
    let mut tx = house.db.begin().await.unwrap();
    let code = paper::issue(&mut tx, subject, now).await.unwrap().shown();
    tx.commit().await.unwrap();
    let with =
        async |what| house.ask("POST", "/stories/code").form(&[("code", code.as_str()), ("what", what)]).send().await;
    let public = with("erase").await;
    assert_eq!(
        (public.status, main(&public).contains("Delete it for good")),
        (200, false),
        "public stories are taken back first"
    );
    let standing = async || store::whole::find(&house.db, id).await.unwrap().map(|whole| whole.story.standing);
    assert_eq!(standing().await, Some(Standing::Published));
    let back = main(&with("back-site").await);
    assert!(back.contains("It is taken back") && back.contains("Delete it for good"), "{back}");
    assert_eq!(standing().await, Some(Standing::Withdrawn));
    let gone = with("erase").await;
    assert_eq!((gone.status, gone.header("location")), (303, "/stories/code?done=erased"));
    assert!(main(&house.get("/stories/code?done=erased").await).contains("Everything you told is deleted"));
    for table in
        ["stories", "tellings", "editions", "subjects", "consents", "story_codes", "story_terms", "story_roles"]
    {
        let left: i64 = house.db.one(&format!("SELECT COUNT(*) FROM {table}"), &[], |row| row.get(0)).await.unwrap();
        assert_eq!(left, 0, "{table}");
    }
    let sql = "SELECT run_at FROM jobs WHERE kind = $1";
    let scrub: basics::At = house.db.one(sql, params!["scrub-after-story"], |row| row.get(0)).await.unwrap();
    assert!(scrub > house.clock.now() && scrub <= house.clock.now().plus(basics::At::DAY));
    assert!(main(&with("").await).contains("This code opens nothing"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_stands_there_again_when_something_is_wrong() {
    let house = house().await;
    let edo = someone(&house, "edo", &[Role::Editor]).await;
    let wrong = main(&house.ask("POST", "/stories/code").form(&[("code", "ABCD-EFGH-1234")]).send().await);
    assert!(wrong.contains("This code opens nothing") && wrong.contains("value=\"ABCD-EFGH-1234\""), "{wrong}");
    let id = begun(&house.db, Form::Interview, "Knots", house.clock.now()).await.story.id.to_string();
    let desk = format!("/desk/stories/{id}");
    sent(&house, &edo, &desk, &[("what", "take")]).await;
    let ticked = main(&post(&house, &edo, &desk, &[("what", "sign"), ("words", "yes")]).await);
    assert!(ticked.contains("Tick all four") && ticked.contains("name=\"words\" value=\"yes\" checked"), "{ticked}");
    let added =
        main(&post(&house, &edo, &format!("{desk}/people"), &[("called", "Neema"), ("person", "nobody-here")]).await);
    assert!(added.contains("<details open>") && added.contains("value=\"nobody-here\""), "{added}");
    let long = "x".repeat(200);
    let begin = [("title", long.as_str()), ("kind", "feature"), ("lang", "ln")];
    let begin = main(&post(&house, &edo, "/desk/stories", &begin).await);
    assert!(begin.contains(&long), "{begin}");
    assert!(begin.contains("value=\"feature\" selected") && begin.contains("value=\"ln\" selected"), "{begin}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_is_drawn_for_who_may_write_and_nothing_of_it_is_kept() {
    let house = house().await;
    let (edo, omar) = (someone(&house, "edo", &[Role::Editor]).await, someone(&house, "omar", &[]).await);
    let id = begun(&house.db, Form::Interview, "Knots", house.clock.now()).await.story.id.to_string();
    let address = format!("/me/stories/{id}/preview");
    let typed =
        [("title", "<b>Ropes"), ("lede", ""), ("source", "Q: Why?\n\nA (Neema): *Because*.\n\n<script>1</script>")];
    let drawn = post(&house, &edo, &address, &typed).await;
    assert_eq!(drawn.status, 200);
    assert!(
        drawn.contains("<em>Because</em>") && drawn.contains("Neema") && !drawn.contains("<script>"),
        "{}",
        drawn.text()
    );
    assert!(!drawn.contains("<b>Ropes") && !drawn.contains("<html"), "a part of a page, made safe: {}", drawn.text());
    assert!(drawn.header("cache-control").contains("no-store"));
    let told = store::tellings::list(&house.db, &id).await.unwrap();
    assert!(told.iter().all(|telling| !telling.content.source.contains("Because") && telling.content.title == "Knots"));
    assert_eq!(post(&house, &omar, &address, &typed).await.status, 404);
    assert_eq!(house.ask("POST", &address).form(&typed).send().await.status, 401, "strangers are asked to sign in");
    let long = "x".repeat(crate::deeds::LONGEST + 1);
    assert_eq!(post(&house, &edo, &address, &[("source", &long)]).await.status, 413);
    // Drawn while somebody writes; not with the data saver on.
    let page = |saver: &'static str| {
        house.ask("GET", &format!("/me/stories/{id}/text")).cookie(&format!("{}{saver}", edo.cookie))
    };
    assert!(page("").send().await.contains("data-preview=\"/me/stories/"));
    let saving = page("; saver=1").send().await;
    assert!(!saving.contains("data-preview") && !saving.contains("/assets/preview."), "{}", main(&saving));
    // What is asked about is not written any more.
    let whole = signed_with(&house, &id).await;
    agreed(&house.db, &whole, &[Use::Site], house.clock.now()).await;
    assert_eq!(post(&house, &edo, &address, &typed).await.status, 404);
}

async fn signed_with(house: &TestPortal, id: &str) -> crate::Whole {
    let now = house.clock.now();
    let mut subject = Subject::new(id, "Neema", None, now);
    subject.cleared_at = Some(now);
    done!(house.db, add_person(id, &subject, now)).unwrap();
    signed(&house.db, id, now).await
}
