//! Asking after eleven months, leaving the lists after twelve, back at one tap.

use accounts::Origin;
use basics::{At, Clock, Level, Viewer};
use db::Db;
use testkit::{TestPortal, on_both};

use super::{
    cast::{change, node, potter, put, somebody},
    door::{get_as, member},
};
use crate::{
    Kind, Person,
    freshness::{ASKED_AFTER, RESTS_AFTER},
    remind, rest, store,
};

const ORIGIN: Origin<'static> = Origin { site: "Dzaleka Connect", base_url: "https://portal.test" };

async fn night(db: &Db, now: At) -> (u64, u64) {
    let rested = rest(db, now).await.unwrap();
    (remind(db, ORIGIN, now).await.unwrap(), rested)
}

async fn is_listed(house: &TestPortal) -> bool {
    house.settled().await;
    let list = house.get("/people").await.contains("href=\"/people/amina\"");
    let found = house.get("/people?q=amina").await.contains("href=\"/people/amina\"");
    let count = house.get("/find").await.contains("href=\"/people/amina\"");
    assert!(list == found && found == count, "list {list}, search {found}, find {count}");
    list
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_is_asked_about_at_eleven_months_and_leaves_the_lists_at_twelve_until_confirmed() {
    on_both(async |db| {
        let house = node(db.clone()).await;
        let start = house.clock.now();
        let mut person = somebody(Kind::Person, "amina", potter("Amina Uwase"), Some(start));
        person.confirmed_at = start;
        put(&db, &person).await;
        assert_eq!(night(&db, start.plus(ASKED_AFTER - 1)).await, (0, 0));
        assert_eq!(night(&db, start.plus(ASKED_AFTER)).await, (1, 0));
        assert_eq!(night(&db, start.plus(ASKED_AFTER + At::DAY)).await, (0, 0), "asked once");
        assert_eq!(night(&db, start.plus(RESTS_AFTER - 1)).await, (0, 0));
        assert!(is_listed(&house).await);
        let year = start.plus(RESTS_AFTER);
        assert_eq!(night(&db, year).await, (0, 1));
        assert_eq!(night(&db, year).await, (0, 0), "doing it again changes nothing");
        assert!(!is_listed(&house).await);
        let page = house.get("/people/amina").await;
        assert!(page.status == 200 && page.contains("Last confirmed on 21 November 2026") && page.contains("noindex"));
        assert_eq!(house.get("/people/amina.vcf").await.status, 404);
        let id = person.id.as_str();
        let own = get_as(&house, member(id, Level::Member, &[]), id, "/people/amina").await;
        assert!(own.contains("href=\"/me/page\""), "one tap away");
        let mut back = store::find(&db, "amina").await.unwrap().unwrap();
        assert!(back.resting);
        let mut tx = db.begin().await.unwrap();
        back.confirmed_at = year.plus(1);
        store::update(&mut tx, &back, "confirmed", year.plus(1)).await.unwrap();
        tx.commit().await.unwrap();
        assert!(is_listed(&house).await);
        assert!(!house.get("/people/amina").await.contains("stands in no list"));
        assert_eq!(night(&db, year.plus(1 + ASKED_AFTER)).await, (1, 0), "asked again a year later");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_leaves_without_having_been_asked_a_month_before() {
    on_both(async |db| {
        let mut person = somebody(Kind::Person, "amina", potter("Amina"), Some(At(1)));
        person.confirmed_at = At(1);
        put(&db, &person).await;
        let now = At(5 * RESTS_AFTER);
        assert_eq!(night(&db, now).await, (1, 0));
        assert_eq!(night(&db, now.plus(29 * At::DAY)).await, (0, 0));
        assert_eq!(night(&db, now.plus(30 * At::DAY)).await, (0, 1));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_answers_in_time_stays_and_who_is_not_in_lists_is_not_asked() {
    on_both(async |db| {
        for (handle, released) in [("amina", true), ("waiting", false)] {
            let mut person = somebody(Kind::Person, handle, potter(handle), released.then_some(At(1)));
            person.confirmed_at = At(1);
            put(&db, &person).await;
        }
        let mut gone = somebody(Kind::Person, "gone", potter("Gone"), Some(At(1)));
        (gone.withdrawn, gone.confirmed_at) = (true, At(1));
        put(&db, &gone).await;
        assert_eq!(night(&db, At(1 + ASKED_AFTER)).await, (1, 0));
        let mut person = store::find(&db, "amina").await.unwrap().unwrap();
        change(&db, &mut person, "confirmed", |person| person.confirmed_at = At(2 + ASKED_AFTER)).await;
        assert_eq!(night(&db, At(1 + RESTS_AFTER)).await, (0, 0));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn resting_survives_hiding_leaving_and_an_export() {
    on_both(async |db| {
        let mut person = somebody(Kind::Person, "amina", potter("Amina"), Some(At(1)));
        (person.resting, person.confirmed_at) = (true, At(1));
        put(&db, &person).await;
        let read = async || store::find(&db, "amina").await.unwrap().unwrap();
        let later = At(1 + 2 * RESTS_AFTER);
        for withdrawn in [true, false] {
            let mut tx = db.begin().await.unwrap();
            let person = Person { withdrawn, ..read().await };
            store::update(&mut tx, &person, "written", later).await.unwrap();
            tx.commit().await.unwrap();
            assert_eq!((read().await.resting, read().await.withdrawn), (true, withdrawn));
        }
        let found = store::list_in_state(&db, Some(crate::State::Released), "", 9).await.unwrap();
        assert_eq!(found.len(), 1, "the operator finds them as released");
        assert!(read().await.listed_for(Viewer::Operator).is_none());
    })
    .await;
}

/// The nightly questions walk their own indexes: nobody whose turn has not come is read.
#[tokio::test(flavor = "multi_thread")]
async fn a_night_reads_only_those_whose_turn_has_come() {
    let house = super::cast::house().await;
    for n in 0..60 {
        put(&house.db, &somebody(Kind::Person, &format!("p{n}"), potter("Amina"), Some(At(n)))).await;
    }
    house.settled().await;
    for (sql, index) in [
        (
            "EXPLAIN QUERY PLAN SELECT id, kind FROM people WHERE COALESCE(state, '') = 'released' AND (reminded_at IS NULL OR \
             reminded_at < confirmed_at) AND confirmed_at <= 9 ORDER BY confirmed_at, id LIMIT 9",
            "people_to_remind",
        ),
        (
            "EXPLAIN QUERY PLAN SELECT id FROM people WHERE COALESCE(state, '') = 'released' AND reminded_at >= confirmed_at AND \
             reminded_at <= 9 AND confirmed_at <= 9 ORDER BY reminded_at, id LIMIT 9",
            "people_to_rest",
        ),
    ] {
        let plan = house.db.all(sql, &[], |row| row.get::<String>(3)).await.unwrap().join("; ");
        assert!(plan.contains(index) && !plan.contains("SCAN") && !plan.contains("TEMP B-TREE"), "{plan}");
    }
}
