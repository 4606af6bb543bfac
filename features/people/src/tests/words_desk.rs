//! What stewards decide about words, from the form to everybody who uses them.

use basics::{At, Level, Role, Viewer};
use db::Db;
use testkit::{Answer, TestPortal, on_both};

use super::{
    cast::{change, node, potter, put, somebody, welcome},
    door::{SOMEBODY, get_as, member, post_as},
};
use crate::{
    Fields, Kind, Shown,
    vocabulary::{Family, Rewrite, code, rewrite},
};

fn skilled(skills: &[&str]) -> Fields {
    let skills = skills.iter().map(|skill| (*skill).to_owned()).collect();
    Fields { skills: Some(Shown::everyone(skills)), ..potter("Somebody") }
}

fn steward() -> Viewer {
    member(SOMEBODY, Level::Member, &[Role::Steward])
}

async fn deed(house: &TestPortal, word: &str, what: &str, more: &[(&str, &str)]) -> Answer {
    let mut form = vec![("family", "skill"), ("code", word), ("what", what)];
    form.extend(more);
    post_as(house, steward(), SOMEBODY, "/desk/words/word", &form).await
}

/// Does what was queued, as a worker of any node would.
async fn work(db: &Db) -> usize {
    let queued: Vec<Rewrite> = db
        .all("SELECT payload FROM jobs WHERE kind = 'rewrite-word' LIMIT 100", &[], |row| row.get::<String>(0))
        .await
        .unwrap()
        .iter()
        .map(|payload| serde_json::from_str(payload).unwrap())
        .collect();
    for job in &queued {
        rewrite(db, &job.term, At(50)).await.unwrap();
    }
    let mut tx = db.begin().await.unwrap();
    tx.exec("DELETE FROM jobs", &[]).await.unwrap();
    tx.commit().await.unwrap();
    queued.len()
}

async fn handles(house: &TestPortal, path: &str) -> Vec<String> {
    let page = house.get(path).await;
    assert_eq!(page.status, 200, "{path}");
    let cards = page.text().split("<h3 dir=\"auto\"><a href=\"/people/").skip(1);
    let mut handles: Vec<String> = cards.map(|card| card.split('"').next().unwrap().to_owned()).collect();
    handles.sort();
    handles
}

#[tokio::test(flavor = "multi_thread")]
async fn two_spellings_led_together_are_found_by_either_on_every_node_and_led_apart_again() {
    on_both(async |db| {
        let (house, other) = (node(db.clone()).await, node(db.clone()).await);
        welcome(&house, Kind::Person, "a", skilled(&["Blade care"])).await;
        let mut b = somebody(Kind::Person, "b", skilled(&["Knife sharpening"]), Some(At(7)));
        put(&db, &b).await;
        house.settled().await;
        let (before, edited) = (crate::store::find(&db, "a").await.unwrap().unwrap(), b.updated_at);
        let answer = deed(&house, "blade-care", "merge", &[("into", "Knife sharpening")]).await;
        assert_eq!(answer.status, 303);
        assert_eq!(work(&db).await, 2);
        for node in [&house, &other] {
            node.settled().await;
            assert_eq!(handles(node, "/people?skill=knife-sharpening").await, ["a", "b"]);
            assert_eq!(handles(node, "/people?q=blade").await, ["a", "b"]);
            assert_eq!(handles(node, "/people?q=sharpening").await, ["a", "b"]);
            let led = node.get("/people?skill=blade-care").await;
            assert_eq!((led.status, led.header("location")), (307, "/people?skill=knife-sharpening"));
            assert!(!node.get("/people").await.contains("value=\"blade-care\""));
        }
        let after = crate::store::find(&db, "a").await.unwrap().unwrap();
        assert_eq!(after, before, "nobody's page is rewritten");
        assert_eq!(crate::store::find(&db, "b").await.unwrap().unwrap().updated_at, edited);
        // A third spelling led to the first leads to what the first means.
        deed(&house, "honing", "merge", &[("into", "blade care")]).await;
        assert_eq!(code(Family::Skill, "Honing"), "knife-sharpening");
        // The target itself is led on: nothing leads to a third.
        deed(&house, "knife-sharpening", "merge", &[("into", "sewing")]).await;
        work(&db).await;
        house.settled().await;
        assert_eq!(handles(&house, "/people?skill=sewing").await, ["a", "b"]);
        deed(&house, "knife-sharpening", "free", &[]).await;
        deed(&house, "blade-care", "free", &[]).await;
        work(&db).await;
        change(&db, &mut b, "written", |_| {}).await;
        house.settled().await;
        assert_eq!(handles(&house, "/people?skill=blade-care").await, ["a"]);
        assert_eq!(handles(&house, "/people?skill=knife-sharpening").await, ["b"]);
        assert_eq!(handles(&house, "/people?skill=sewing").await, [""; 0]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_good_word_is_in_the_list_in_every_language_and_gathers_its_spellings() {
    on_both(async |db| {
        let house = node(db.clone()).await;
        for (handle, skill) in [("a", "Knife sharpening"), ("b", "Kunoa visu")] {
            welcome(&house, Kind::Person, handle, skilled(&[skill])).await;
        }
        let words = [("en", "Knife sharpening"), ("sw", "Kunoa visu"), ("fr", "Affûtage de couteaux")];
        assert_eq!(deed(&house, "knife-sharpening", "words", &words).await.status, 303);
        work(&db).await;
        house.settled().await;
        assert_eq!(handles(&house, "/people?skill=knife-sharpening").await, ["a", "b"]);
        assert!(house.get("/fr/people/b").await.contains(">Affûtage de couteaux<"));
        assert_eq!(house.get("/fr/vocabulary/suggest?family=skill&q=kunoa").await.json()[0], "Affûtage de couteaux");
        let taken = [("en", "Sewing"), ("sw", ""), ("fr", "")];
        let refused = deed(&house, "knife-sharpening", "words", &taken).await;
        assert!(refused.status == 200 && refused.contains("already stands for something else"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_word_that_harms_is_gone_everywhere_and_comes_back() {
    on_both(async |db| {
        let house = node(db.clone()).await;
        welcome(&house, Kind::Person, "a", skilled(&["Zmarkbad", "welding"])).await;
        let lists = ["/people/a", "/people", "/people?q=welding", "/people/a.vcf"];
        assert!(house.get("/people/a").await.contains("Zmarkbad"));
        deed(&house, "zmarkbad", "hide", &[]).await;
        work(&db).await;
        house.settled().await;
        for path in lists {
            assert!(!house.get(path).await.text().to_lowercase().contains("zmark"), "{path}");
        }
        assert!(handles(&house, "/people?q=zmarkbad").await.is_empty());
        deed(&house, "zmarkbad", "show", &[]).await;
        work(&db).await;
        house.settled().await;
        assert_eq!(handles(&house, "/people?skill=zmarkbad").await, ["a"]);
        assert_eq!(handles(&house, "/people?q=zmarkbad").await, ["a"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_desk_shows_free_words_that_its_viewer_may_see() {
    on_both(async |db| {
        let house = node(db.clone()).await;
        for n in 0..3 {
            welcome(&house, Kind::Person, &format!("a{n}"), skilled(&["Knife sharpening", "sewing"])).await;
        }
        let mut own = skilled(&["Zmarksecret"]);
        own.skills.as_mut().unwrap().to = basics::Audience::OnlyMe;
        welcome(&house, Kind::Person, "b", own).await;
        let desk = get_as(&house, steward(), SOMEBODY, "/desk/words").await;
        assert!(desk.contains("Knife sharpening") && desk.contains("used by 3 people"));
        assert!(!desk.contains("Zmarksecret") && !desk.contains(">Sewing"));
        assert!(get_as(&house, steward(), SOMEBODY, "/desk/words?q=zzz").await.contains("None. Every word"));
        deed(&house, "knife-sharpening", "merge", &[("into", "Welding")]).await;
        let desk = get_as(&house, steward(), SOMEBODY, "/desk/words").await;
        assert!(desk.contains("Another way of writing “Welding”"));
        let page = get_as(&house, steward(), SOMEBODY, "/desk/words/word?family=skill&code=knife-sharpening").await;
        assert!(page.contains("Another way of writing") && page.contains("value=\"free\""));
        for (viewer, status) in
            [(steward(), 200), (member(SOMEBODY, Level::Trusted, &[]), 404), (Viewer::Stranger, 404)]
        {
            assert_eq!(get_as(&house, viewer, SOMEBODY, "/desk/words").await.status, status, "{viewer:?}");
        }
        for (word, what, into) in [("sewing", "merge", "sewing"), ("sewing", "merge", ""), ("sewing", "words", "")] {
            assert_eq!(deed(&house, word, what, &[("into", into)]).await.status, 200, "{word} {what}");
        }
        assert!(
            deed(&house, "", "hide", &[]).await.status == 404
                && deed(&house, "sewing", "burn", &[]).await.status != 303
        );
    })
    .await;
}
