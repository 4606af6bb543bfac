//! Every statement about people, on both engines.

use basics::{At, Audience, Id, Viewer};
use db::Error;
use serde_json::json;
use testkit::on_both;

use super::cast::{change, marked, potter, put, somebody, work};
use crate::{
    Kind, Person, State,
    store::{self, Listing, Order},
    works::SeenWork,
};

#[tokio::test(flavor = "multi_thread")]
async fn a_person_comes_back_as_they_were_put_in() {
    on_both(async |db| {
        let mut person = somebody(Kind::Person, "amina", marked(Audience::Vouched), Some(At(77)));
        (person.listed, person.edited_at) = (Audience::Members, Some(At(88)));
        let mut tx = db.begin().await.unwrap();
        store::insert(&mut tx, &person, &json!({ "sources": [1] })).await.unwrap();
        assert_eq!(store::get_in(&mut tx, person.id.as_str()).await.unwrap().as_ref(), Some(&person));
        assert_eq!(store::find_in(&mut tx, "amina").await.unwrap().as_ref(), Some(&person));
        assert_eq!(store::kept_in(&mut tx, &person.id).await.unwrap(), json!({ "sources": [1] }));
        store::keep(&mut tx, &person.id, &json!({ "sources": [2] })).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(store::find(&db, "amina").await.unwrap().as_ref(), Some(&person));
        assert_eq!(store::find(&db, "nobody").await.unwrap(), None);
        assert_eq!(store::find_by_id(&db, person.id.as_str()).await.unwrap().as_ref(), Some(&person));
        assert_eq!(store::kept(&db, &person.id).await.unwrap(), json!({ "sources": [2] }));
        assert!(matches!(store::kept(&db, &Id::new()).await, Err(Error::NoRow)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_handle_is_somebodys_and_the_next_gets_a_number() {
    on_both(async |db| {
        put(&db, &somebody(Kind::Person, "amina", potter("Amina"), None)).await;
        put(&db, &somebody(Kind::Person, "amina-2", potter("Amina"), None)).await;
        let mut tx = db.begin().await.unwrap();
        assert_eq!(store::free_handle(&mut tx, "amina").await.unwrap(), "amina-3");
        assert_eq!(store::free_handle(&mut tx, "bahati").await.unwrap(), "bahati");
        let twice = store::insert(&mut tx, &somebody(Kind::Organisation, "amina", potter("B"), None), &json!({})).await;
        assert!(matches!(twice, Err(Error::Taken(_))));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_by_id_handle_and_state_go_on_where_they_stopped() {
    on_both(async |db| {
        let mut people = Vec::new();
        for (n, handle) in ["dina", "ben", "carine", "asha"].into_iter().enumerate() {
            let kind = if n == 1 { Kind::Organisation } else { Kind::Person };
            let person = somebody(kind, handle, potter(handle), (n != 3).then_some(At(n as i64 + 1)));
            put(&db, &person).await;
            people.push(person);
        }
        let ids: Vec<&str> = people.iter().map(|person| person.id.as_str()).collect();
        let handles = |people: Vec<Person>| people.into_iter().map(|person| person.handle).collect::<Vec<_>>();
        assert_eq!(store::list_by_ids(&db, &[]).await.unwrap(), []);
        assert_eq!(store::list_by_ids(&db, &[ids[2], "nobody", ids[0]]).await.unwrap().len(), 2);
        assert_eq!(handles(store::list_after(&db, None, 3).await.unwrap()), ["dina", "ben", "carine"]);
        assert_eq!(handles(store::list_after(&db, Some(ids[2]), 3).await.unwrap()), ["asha"]);
        assert_eq!(handles(store::list_released_after(&db, Kind::Person, None, 9).await.unwrap()), ["dina", "carine"]);
        assert_eq!(handles(store::list_released_after(&db, Kind::Person, Some(ids[0]), 9).await.unwrap()), ["carine"]);
        assert_eq!(handles(store::list_in_state(&db, None, "", 9).await.unwrap()), ["asha", "ben", "carine", "dina"]);
        assert_eq!(handles(store::list_in_state(&db, None, "ben", 1).await.unwrap()), ["carine"]);
        assert_eq!(handles(store::list_in_state(&db, Some(State::Unreleased), "", 9).await.unwrap()), ["asha"]);
        let newest = store::newest(&db, Kind::Person, Viewer::Stranger, 9).await.unwrap();
        assert_eq!(newest.into_iter().map(|seen| seen.handle).collect::<Vec<_>>(), ["carine", "dina"]);
        assert_eq!(
            (
                store::count_released(&db, Kind::Person).await.unwrap(),
                store::count_released(&db, Kind::Organisation).await.unwrap()
            ),
            (2, 1)
        );
        let first = store::list_organisations_first(&db, None, 2).await.unwrap();
        let place = store::place_in_export(&first[1]);
        assert_eq!(handles(first), ["ben", "dina"]);
        assert_eq!(handles(store::list_organisations_first(&db, Some(&place), 9).await.unwrap()), ["carine", "asha"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_narrowed_by_every_term_at_once() {
    on_both(async |db| {
        for (handle, crafts) in [("a", vec!["potter"]), ("b", vec!["potter", "weaver"]), ("c", vec!["weaver"])] {
            let mut fields = potter(handle);
            fields.crafts.as_mut().unwrap().is = crafts.into_iter().map(str::to_owned).collect();
            put(&db, &somebody(Kind::Person, handle, fields, Some(At(1)))).await;
        }
        let mut members_only = potter("d");
        members_only.crafts.as_mut().unwrap().to = Audience::Members;
        put(&db, &somebody(Kind::Person, "d", members_only, Some(At(1)))).await;
        let ask = async |terms: &[&str], viewer| {
            let terms: Vec<String> = terms.iter().map(|term| format!("craft:{term}")).collect();
            let ask = Listing {
                among: None,
                kind: Kind::Person,
                terms: &terms,
                viewer,
                order: Order::Name,
                cursor: None,
                back: false,
                limit: 9,
            };
            store::list(&db, &ask).await.unwrap().into_iter().map(|(person, _)| person.handle).collect::<String>()
        };
        assert_eq!(ask(&[], Viewer::Stranger).await, "abcd");
        assert_eq!(ask(&["potter"], Viewer::Stranger).await, "ab");
        assert_eq!(ask(&["potter"], Viewer::Operator).await, "abd");
        assert_eq!(ask(&["potter", "weaver"], Viewer::Stranger).await, "b");
        assert_eq!(ask(&["potter", "baker"], Viewer::Stranger).await, "");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_of_known_people_still_asks_who_may_be_seen() {
    on_both(async |db| {
        let mut members_only = potter("c");
        members_only.crafts.as_mut().unwrap().to = Audience::Members;
        let people = [
            somebody(Kind::Person, "a", potter("a"), Some(At(1))),
            somebody(Kind::Person, "b", potter("b"), Some(At(1))),
            somebody(Kind::Person, "c", members_only, Some(At(1))),
            somebody(Kind::Person, "d", potter("d"), None),
            somebody(Kind::Organisation, "e", potter("e"), Some(At(1))),
        ];
        for person in &people {
            put(&db, person).await;
        }
        let ids: Vec<String> = people[1..].iter().map(|person| person.id.as_str().to_owned()).collect();
        let ask = async |among| {
            let terms = ["craft:potter".to_owned()];
            let (kind, viewer, order) = (Kind::Person, Viewer::Stranger, Order::Name);
            let ask = Listing { kind, terms: &terms, among, viewer, order, cursor: None, back: false, limit: 9 };
            store::list(&db, &ask).await.unwrap().into_iter().map(|(person, _)| person.handle).collect::<String>()
        };
        assert_eq!(ask(None).await, "ab");
        assert_eq!(ask(Some(&ids)).await, "b");
        assert_eq!(ask(Some(&[])).await, "");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn works_and_memberships_keep_their_order_and_audience() {
    on_both(async |db| {
        let person = somebody(Kind::Person, "amina", potter("Amina"), Some(At(1)));
        let bakery = somebody(Kind::Organisation, "bakery", potter("Bakery"), Some(At(1)));
        let club = somebody(Kind::Organisation, "club", potter("Club"), None);
        for one in [&person, &bakery, &club] {
            put(&db, one).await;
        }
        let mut tx = db.begin().await.unwrap();
        let works = [
            (Audience::Everyone, work("second")),
            (Audience::Members, work("inner")),
            (Audience::Everyone, work("first")),
        ];
        store::put_works(&mut tx, &person.id, &[(Audience::Everyone, work("old"))]).await.unwrap();
        store::put_works(&mut tx, &person.id, &works).await.unwrap();
        assert_eq!(store::count_works(&mut tx, &person.id).await.unwrap(), 3);
        store::join(&mut tx, &person.id, &bakery.id, "guest", Audience::Members, 1).await.unwrap();
        store::join(&mut tx, &person.id, &bakery.id, "founder", Audience::Everyone, 0).await.unwrap();
        store::join(&mut tx, &person.id, &club.id, "member", Audience::Everyone, 1).await.unwrap();
        tx.commit().await.unwrap();
        let titles = |works: Vec<SeenWork>| works.into_iter().map(|work| work.title).collect::<Vec<_>>();
        assert_eq!(titles(store::works_of(&db, &person.id, Viewer::Stranger).await.unwrap()), ["second", "first"]);
        assert_eq!(
            titles(store::works_of(&db, &person.id, Viewer::Operator).await.unwrap()),
            ["second", "inner", "first"]
        );
        let kept = store::works_with_audience(&db, &person.id).await.unwrap();
        let same = kept.into_iter().map(|(to, work)| (to, work.title)).collect::<Vec<_>>();
        assert_eq!(same, works.into_iter().map(|(to, work)| (to, work.title)).collect::<Vec<_>>());
        let beside = store::memberships(&db, &person.id, Kind::Person, Viewer::Stranger).await.unwrap();
        assert_eq!(
            beside.iter().map(|(other, role)| (other.handle.as_str(), role.as_str())).collect::<Vec<_>>(),
            [("bakery", "founder")]
        );
        let members = store::memberships(&db, &bakery.id, Kind::Organisation, Viewer::Stranger).await.unwrap();
        assert_eq!(members[0].0.handle, "amina");
        let all = store::member_of(&db, &person.id).await.unwrap();
        assert_eq!(
            all,
            [
                ("bakery".into(), "founder".into(), Audience::Everyone),
                ("club".into(), "member".into(), Audience::Everyone)
            ]
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_update_moves_the_terms_and_tells_those_beside() {
    on_both(async |db| {
        let mut person = somebody(Kind::Person, "amina", potter("Amina"), None);
        let bakery = somebody(Kind::Organisation, "bakery", potter("Bakery"), Some(At(1)));
        put(&db, &person).await;
        put(&db, &bakery).await;
        let mut tx = db.begin().await.unwrap();
        store::join(&mut tx, &person.id, &bakery.id, "", Audience::Everyone, 0).await.unwrap();
        tx.commit().await.unwrap();
        let id = person.id.clone();
        let terms = async || {
            let sql = "SELECT term FROM person_terms WHERE person_id = $1 ORDER BY term LIMIT 9";
            db.all(sql, db::params![&id], |row| row.get::<String>(0)).await.unwrap()
        };
        assert_eq!(terms().await, Vec::<String>::new(), "nobody is counted before release");
        change(&db, &mut person.clone(), "released", |person| person.release(At(9))).await;
        assert_eq!(terms().await, ["all:person", "craft:potter"]);
        let told = changes::since(&db, 2, 9).await.unwrap();
        let told: Vec<_> = told.iter().map(|change| (change.subject.as_str(), change.kind.as_str())).collect();
        assert_eq!(told, [(person.id.as_str(), "released"), (bakery.id.as_str(), "written")]);
        change(&db, &mut person, "hidden", |person| person.hide(At(9))).await;
        assert_eq!(terms().await, Vec::<String>::new());
    })
    .await;
}

/// An import and the wish to be hidden at the same moment: whoever reads first, the person stays hidden.
#[tokio::test(flavor = "multi_thread")]
async fn who_hides_is_not_shown_again_by_one_that_read_before() {
    on_both(async |db| {
        put(&db, &somebody(Kind::Person, "amina", potter("Amina"), Some(At(1)))).await;
        let mut importing = db.begin().await.unwrap();
        let known = store::find_in(&mut importing, "amina").await.unwrap().unwrap();
        let hiding = tokio::spawn({
            let db = db.clone();
            async move {
                let mut tx = db.begin().await.unwrap();
                let mut person = store::find_in(&mut tx, "amina").await.unwrap().unwrap();
                person.hide(At(2));
                store::update(&mut tx, &person, "hidden", At(2)).await.unwrap();
                tx.commit().await.unwrap();
            }
        });
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        store::update(&mut importing, &known, "written", At(2)).await.unwrap();
        importing.commit().await.unwrap();
        hiding.await.unwrap();
        assert_eq!(store::find(&db, "amina").await.unwrap().unwrap().state, State::Hidden);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn changes_of_the_same_people_in_different_order_all_succeed() {
    on_both(async |db| {
        let handles = ["amina", "ben", "carine"];
        for handle in handles {
            put(&db, &somebody(Kind::Person, handle, potter(handle), Some(At(1)))).await;
        }
        let changers: Vec<_> = (0..12)
            .map(|nth| {
                let db = db.clone();
                tokio::spawn(async move {
                    let mut tx = db.begin().await?;
                    for step in 0..3 {
                        let person = store::find_in(&mut tx, handles[(nth * (step + 1) + step) % 3]).await?.unwrap();
                        store::update(&mut tx, &person, "written", At(2)).await?;
                    }
                    tx.commit().await
                })
            })
            .collect();
        for changer in changers {
            changer.await.unwrap().unwrap();
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn parts_of_a_sitemap_hold_everybody_once() {
    on_both(async |db| {
        for n in 0..7 {
            let state = (n != 3).then_some(At(1));
            put(&db, &somebody(Kind::Person, &format!("p{n}"), potter("Somebody"), state)).await;
            put(&db, &somebody(Kind::Organisation, &format!("o{n}"), potter("Some House"), Some(At(1)))).await;
        }
        let people = &crate::feature().listings[0];
        for every in 1..8 {
            let mut paths = Vec::new();
            let marks = people.marks(&db, every).await.unwrap();
            for after in [None].into_iter().chain(marks.iter().map(|mark| Some(mark.as_str()))) {
                let (part, _) = people.addresses(&db, after, every).await.unwrap();
                assert!(!part.is_empty(), "an empty part of {every}");
                paths.extend(part.into_iter().map(|address| address.path));
            }
            let all = ["p0", "p1", "p2", "p4", "p5", "p6"].map(|handle| format!("/people/{handle}"));
            assert_eq!(paths, all, "in parts of {every}");
        }
    })
    .await;
}
