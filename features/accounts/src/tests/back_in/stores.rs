//! The stores behind it, on both engines.

use basics::{At, Id, Lang};
use db::Db;
use testkit::on_both;

use crate::{
    Account,
    by_people::{self, Part},
    code::{Code, Kind},
    store::{accounts, claims, codes, confirmations, helped, recoveries, tickets},
};

async fn account(db: &Db, handle: &str) -> Account {
    let account = Account::new(Id::<Account>::new().to_string(), handle, handle, Lang::En, At(1));
    let mut tx = db.begin().await.unwrap();
    accounts::insert(&mut tx, &account).await.unwrap();
    tx.commit().await.unwrap();
    account
}

#[tokio::test(flavor = "multi_thread")]
async fn of_twenty_who_use_a_code_at_once_one_is_let_in() {
    on_both(async |db| {
        let amina = account(&db, "amina").await;
        let (code, ticket) = (Code::make(Kind::Recovery).digest(amina.id.as_str()), "a token");
        let mut tx = db.begin().await.unwrap();
        codes::replace(&mut tx, amina.id.as_str(), std::slice::from_ref(&code), At(1)).await.unwrap();
        claims::replace(&mut tx, &amina.person, &code, At(1)).await.unwrap();
        tickets::insert(&mut tx, ticket, tickets::Kind::Recovery, Some(amina.id.as_str()), "", At(1)).await.unwrap();
        tx.commit().await.unwrap();
        let mut tasks = tokio::task::JoinSet::new();
        for _ in 0..20 {
            let (db, amina, code) = (db.clone(), amina.clone(), code.clone());
            tasks.spawn(async move {
                let mut tx = db.begin().await.unwrap();
                let card = codes::take(&mut tx, amina.id.as_str(), &code, At(2)).await.unwrap();
                let claim = claims::take(&mut tx, &amina.person, &code).await.unwrap();
                let link = tickets::take(&mut tx, ticket, tickets::Kind::Recovery, At(2)).await.unwrap().is_some();
                tx.commit().await.unwrap();
                (u32::from(card), u32::from(claim), u32::from(link))
            });
        }
        let taken = tasks.join_all().await;
        let sum = taken.iter().fold((0, 0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1, sum.2 + one.2));
        assert_eq!(sum, (1, 1, 1));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_recovery_is_found_by_its_reference_while_it_can_be_confirmed() {
    on_both(async |db| {
        let amina = account(&db, "amina").await;
        let mut tx = db.begin().await.unwrap();
        let reference = by_people::ask(&mut tx, Some(amina.id.as_str()), "hash", At(5)).await.unwrap().digest("");
        let nobodys = by_people::ask(&mut tx, None, "hash", At(5)).await.unwrap().digest("");
        tx.commit().await.unwrap();
        let found = recoveries::find_asked(&db, &reference, At(6)).await.unwrap().unwrap();
        assert_eq!(found.ends_at, At(5).plus(by_people::LASTS));
        assert!(recoveries::find_asked(&db, &nobodys, At(6)).await.unwrap().is_none());
        assert!(recoveries::find_asked(&db, &reference, found.ends_at).await.unwrap().is_none());
        let id = amina.id.as_str();
        assert!(!recoveries::is_under_way(&db, id, At(6)).await.unwrap(), "nobody has confirmed");
        let mut tx = db.begin().await.unwrap();
        let part = Part { vouched: true, staff: true };
        assert!(confirmations::insert(&mut tx, &found.id, id, part, At(7)).await.unwrap());
        assert!(!confirmations::insert(&mut tx, &found.id, id, part, At(8)).await.unwrap());
        assert_eq!(confirmations::list(&mut tx, &found.id).await.unwrap()[0].part, part);
        tx.commit().await.unwrap();
        assert!(recoveries::is_under_way(&db, id, At(8)).await.unwrap());
        let mut tx = db.begin().await.unwrap();
        assert_eq!(recoveries::void(&mut tx, id).await.unwrap(), 1);
        tx.commit().await.unwrap();
        assert!(!recoveries::is_under_way(&db, id, At(8)).await.unwrap());
        assert!(recoveries::find_asked(&db, &reference, At(8)).await.unwrap().is_none());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_is_read_page_by_page_and_helped_people_are_counted_once() {
    on_both(async |db| {
        let (amina, helper) = (account(&db, "amina").await, account(&db, "rehema").await);
        let (id, by) = (amina.id.as_str(), helper.id.as_str());
        for at in [1, 2, 2, 3] {
            helped::insert(&db, id, by, "began", "", At(at)).await.unwrap();
        }
        let first = helped::list(&db, id, None, 2).await.unwrap();
        let last = first.last().unwrap();
        let rest = helped::list(&db, id, Some((last.deed.at, &last.id)), 10).await.unwrap();
        let times: Vec<i64> = first.iter().chain(&rest).map(|line| line.deed.at.0).collect();
        assert_eq!(times, [3, 2, 2, 1]);
        assert_eq!(rest[0].handle.as_deref(), Some("rehema"));
        let mut tx = db.begin().await.unwrap();
        assert_eq!(helped::people_since(&mut tx, by, id, At(1)).await.unwrap(), (1, true));
        assert_eq!(helped::people_since(&mut tx, by, by, At(1)).await.unwrap(), (1, false));
        assert_eq!(helped::people_since(&mut tx, by, id, At(3)).await.unwrap(), (0, false));
    })
    .await;
}
