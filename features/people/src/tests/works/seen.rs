//! Who sees which work: state × audience × viewer, on every page, in search and through the read API.

use basics::{Audience, Level, Viewer};

use super::{
    super::{
        cast::{house, potter, welcome},
        door::{SOMEBODY, get_as, member},
    },
    cast::a_work,
};
use crate::{
    Kind, State, TOPIC, Work, store,
    works::{self, WorkState},
};

const STATES: [WorkState; 2] = [WorkState::Draft, WorkState::Published];

/// One work for each audience and state; its title says both.
fn works_of_all_kinds() -> Vec<(Audience, Work)> {
    let each = |to: Audience| STATES.map(|state| (to, a_work(&mark(to, state), state)));
    Audience::ALL.into_iter().flat_map(each).collect()
}

fn mark(to: Audience, state: WorkState) -> String {
    // Words so far apart that no search takes one for another.
    let word = ["hazina", "kibuyu", "mwezi", "ngoma", "tausi"][to.rank() as usize];
    format!("Zm{word}{}", if state == WorkState::Draft { "asubuhi" } else { "jioni" })
}

#[tokio::test(flavor = "multi_thread")]
async fn every_work_is_seen_by_its_audience_and_nobody_else() {
    let house = house().await;
    for kind in [Kind::Person, Kind::Organisation] {
        let handle = format!("maker-{}", kind.code());
        let person = welcome(&house, kind, &handle, potter("Maker")).await;
        let mut tx = house.db.begin().await.unwrap();
        store::put_works(&mut tx, &person.id, &works_of_all_kinds()).await.unwrap();
        changes::announce(&mut tx, TOPIC, person.id.as_str(), "written", basics::At(9)).await.unwrap();
        tx.commit().await.unwrap();
        house.settled().await;
        let (id, path) = (person.id.as_str(), person.path());
        for (viewer, who, reach) in [
            (Viewer::Stranger, SOMEBODY, Audience::Everyone),
            (member(SOMEBODY, Level::Member, &[]), SOMEBODY, Audience::Members),
            (member(SOMEBODY, Level::Vouched, &[]), SOMEBODY, Audience::Vouched),
            (member(id, Level::Member, &[]), id, Audience::OnlyMe),
        ] {
            let lists =
                [get_as(&house, viewer, who, &path).await, get_as(&house, viewer, who, &format!("{path}/works")).await];
            let read = works::of(&house.db, id, viewer).await.unwrap();
            for (to, state) in Audience::ALL.into_iter().flat_map(|to| STATES.map(|state| (to, state))) {
                let (title, case) = (mark(to, state), format!("{to:?} {state:?} for {reach:?}"));
                let there = state == WorkState::Published && to >= reach;
                assert!(lists.iter().all(|list| list.contains(&format!("{title}<")) == there), "{case}");
                assert_eq!(read.iter().any(|work| work.title == title), there, "{case}");
                let page = get_as(&house, viewer, who, &format!("{path}/works/{}", title.to_lowercase())).await;
                let own = reach == Audience::OnlyMe;
                assert_eq!(page.status, if there || own { 200 } else { 404 }, "{case}");
                let found = get_as(&house, viewer, who, &format!("/search?q={}", title.to_lowercase())).await;
                let findable = there && to >= viewer.reach();
                assert_eq!(found.contains(&format!("href=\"{path}\"")), findable, "{case}, searching");
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_their_page_a_person_has_no_works() {
    let house = house().await;
    for (handle, state, withdrawn) in
        [("freshone", State::Fresh, false), ("hiddenone", State::Hidden, false), ("goneone", State::Released, true)]
    {
        let mut person = welcome(&house, Kind::Person, handle, potter("Maker")).await;
        super::super::cast::change(&house.db, &mut person, "written", |person| {
            (person.state, person.withdrawn) = (state, withdrawn);
        })
        .await;
        let mut tx = house.db.begin().await.unwrap();
        store::put_works(&mut tx, &person.id, &[(Audience::Everyone, a_work("Jar", WorkState::Published))])
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let kept = works::store::list(&house.db, &person.id).await.unwrap().remove(0);
        assert_eq!(house.get(&format!("/people/{handle}/works/jar")).await.status, 404, "{handle}");
        assert_eq!(house.get(&format!("/people/{handle}/works")).await.status, 404, "{handle}");
        assert!(works::of(&house.db, person.id.as_str(), Viewer::Stranger).await.unwrap().is_empty(), "{handle}");
        assert!(works::find(&house.db, kept.id.as_str(), Viewer::Stranger).await.unwrap().is_none(), "{handle}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn works_are_linked_one_to_the_next_and_told_to_machines() {
    let house = house().await;
    let person = welcome(&house, Kind::Person, "amina", potter("Amina Uwase")).await;
    let mut jar = a_work("Jar", WorkState::Published);
    (jar.credit, jar.licence, jar.year) = (Some("Photo: Zawadi".into()), Some("CC BY 4.0".into()), Some("2024".into()));
    let all = ["Cup", "Bowl"].map(|title| (Audience::Everyone, a_work(title, WorkState::Published)));
    let mut works = vec![(Audience::Everyone, jar)];
    works.extend(all);
    let mut tx = house.db.begin().await.unwrap();
    store::put_works(&mut tx, &person.id, &works).await.unwrap();
    tx.commit().await.unwrap();
    let page = house.get("/people/amina/works/cup").await;
    assert!(page.contains("rel=\"prev\" href=\"/people/amina/works/jar\""), "{}", page.text());
    assert!(page.contains("rel=\"next\" href=\"/people/amina/works/bowl\""));
    let data = &house.get("/people/amina/works/jar").await.json_ld()[0];
    assert_eq!(data["@type"], "CreativeWork");
    assert_eq!(data["creator"]["name"], "Amina Uwase");
    assert_eq!(data["creditText"], "Amina Uwase, Photo: Zawadi");
    assert_eq!(data["license"], "https://creativecommons.org/licenses/by/4.0/");
    assert_eq!(data["dateCreated"], "2024");
    let moved = house.get("/organisations/amina/works/jar").await;
    assert_eq!((moved.status, moved.header("location")), (308, "/people/amina/works/jar"));
    assert_eq!(house.get("/sw/people/amina/works/nothing").await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_of_sixty_works_keeps_within_its_weight() {
    let house = house().await;
    let person = welcome(&house, Kind::Person, "amina", potter("Amina Uwase")).await;
    let work = |n: usize| Work {
        picture: Some(super::super::cast::picture(&format!("jar-{n}"))),
        medium: Some("Coiled clay, wood-fired".into()),
        licence: Some("cc-by".into()),
        ..a_work(&format!("Jar number {n}"), WorkState::Published)
    };
    let works: Vec<_> = (0..60).map(|n| (Audience::Everyone, work(n))).collect();
    let mut tx = house.db.begin().await.unwrap();
    store::put_works(&mut tx, &person.id, &works).await.unwrap();
    tx.commit().await.unwrap();
    for path in ["/people/amina", "/people/amina/works", "/people/amina/works/jar-number-7"] {
        let answer = house.ask("GET", path).header("accept-encoding", "br").send().await;
        assert_eq!(answer.header("content-encoding"), "br");
        assert!(answer.body.len() <= 14 * 1024, "{path}: {} bytes", answer.body.len());
    }
    assert!(house.get("/people/amina").await.contains("All 60 works"));
}
