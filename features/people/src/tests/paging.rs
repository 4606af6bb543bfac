//! Keyset pages: everybody once, in order, whatever happens in between.

use basics::{At, Viewer};
use db::Db;
use proptest::prelude::*;
use testkit::on_both;

use super::cast::{change, potter, put, somebody};
use crate::{
    Kind, Person,
    store::{self, Cursor, Listing, Order, Placed},
};

async fn page(db: &Db, order: Order, cursor: Option<&Cursor>, back: bool, limit: i64) -> Vec<Placed> {
    let ask =
        Listing { kind: Kind::Person, terms: &[], among: None, viewer: Viewer::Stranger, order, cursor, back, limit };
    store::list(db, &ask).await.unwrap()
}

async fn walk(db: &Db, order: Order, limit: i64) -> Vec<Vec<Placed>> {
    let mut pages: Vec<Vec<Placed>> = Vec::new();
    loop {
        let from = pages.last().and_then(|page| page.last()).map(|(_, cursor)| cursor.clone());
        let found = page(db, order, from.as_ref(), false, limit).await;
        if found.is_empty() {
            return pages;
        }
        pages.push(found);
    }
}

fn handles(page: &[Placed]) -> Vec<&str> {
    page.iter().map(|(person, _)| person.handle.as_str()).collect()
}

async fn community(db: &Db, names: &[(String, i64)]) -> Vec<Person> {
    let mut people = Vec::new();
    for (n, (name, at)) in names.iter().enumerate() {
        let person = somebody(Kind::Person, &format!("p{n:02}"), potter(name), Some(At(*at)));
        put(db, &person).await;
        people.push(person);
    }
    people
}

/// Few names and moments, so that many are equal.
fn names() -> impl Strategy<Value = Vec<(String, i64)>> {
    prop::collection::vec(("(Amina|Bahati|Éric|)", 1..4_i64), 1..14)
}

fn run<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap().block_on(work)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn walking_forward_meets_everybody_once_and_back_the_same_pages(names in names(), limit in 1..5_i64) {
        run(on_both(async |db| {
            community(&db, &names).await;
            for order in [Order::Name, Order::Newest] {
                let whole = page(&db, order, None, false, 100).await;
                let pages = walk(&db, order, limit).await;
                assert_eq!(handles(&pages.concat()), handles(&whole));
                assert_eq!(whole.len(), names.len());
                for two in pages.windows(2) {
                    let first = &two[1][0].1;
                    assert_eq!(handles(&page(&db, order, Some(first), true, limit).await), handles(&two[0]));
                }
                let keys: Vec<_> = whole.iter().map(|(person, _)| (person.released_at, person.id.as_str().to_owned())).collect();
                assert!(order == Order::Name || keys.windows(2).all(|two| two[0] > two[1]));
            }
        }));
    }

    #[test]
    fn who_comes_or_goes_meanwhile_moves_nobody_else(names in names(), gone in 0..14_usize, limit in 1..4_i64) {
        run(on_both(async |db| {
            let mut people = community(&db, &names).await;
            let before = page(&db, Order::Name, None, false, 100).await;
            let first = page(&db, Order::Name, None, false, limit).await;
            let gone = gone % people.len();
            let hidden = people[gone].handle.clone();
            change(&db, &mut people[gone], "hidden", |person| person.hide(At(9))).await;
            put(&db, &somebody(Kind::Person, "new", potter("Bahati"), Some(At(9)))).await;
            let mut met: Vec<String> = handles(&first).into_iter().map(str::to_owned).collect();
            let mut from = first.last().map(|(_, cursor)| cursor.clone());
            while let Some(cursor) = from {
                let next = page(&db, Order::Name, Some(&cursor), false, limit).await;
                met.extend(handles(&next).into_iter().map(str::to_owned));
                from = next.last().map(|(_, cursor)| cursor.clone());
            }
            met.retain(|handle| handle != "new" && *handle != hidden);
            let stayed: Vec<&str> = handles(&before).into_iter().filter(|handle| *handle != hidden).collect();
            assert_eq!(met, stayed);
        }));
    }
}
