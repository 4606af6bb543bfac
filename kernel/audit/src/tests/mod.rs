//! The log keeps its promises on both engines.

mod tampering;

use basics::At;
use db::{Db, params};
use testkit::on_both;

use crate::{Entry, Filter, KEPT, NOBODY, OPERATOR, list, record, retire, verify};

pub async fn say(db: &Db, actor: &str, action: &'static str, now: At) {
    let mut tx = db.begin().await.unwrap();
    let entry = Entry { actor, action, object: "amina", detail: "kind=test", request: "r-1" };
    record(&mut tx, &entry, now).await.unwrap();
    tx.commit().await.unwrap();
}

/// A log of so many entries, one a day.
pub async fn fill(db: &Db, count: i64) {
    for n in 1..=count {
        say(db, OPERATOR, "signed-in", At(n * At::DAY)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn entries_are_read_back_newest_first_and_by_what_they_say() {
    on_both(async |db| {
        assert_eq!(verify(&db, None).await.unwrap().fault, None, "an empty log is sound");
        for (n, (actor, action)) in
            [("amina", "signed-in"), (NOBODY, "sign-in-refused"), ("amina", "signed-out")].into_iter().enumerate()
        {
            say(&db, actor, action, At(n as i64)).await;
        }
        let seqs = async |filter: Filter<'_>, limit| -> Vec<i64> {
            list(&db, &filter, limit).await.unwrap().iter().map(|entry| entry.seq).collect()
        };
        assert_eq!(seqs(Filter::default(), 10).await, [3, 2, 1]);
        assert_eq!(seqs(Filter::default(), 2).await, [3, 2]);
        assert_eq!(seqs(Filter { before: Some(2), ..Filter::default() }, 2).await, [1]);
        assert_eq!(seqs(Filter { actor: Some("amina"), ..Filter::default() }, 10).await, [3, 1]);
        let both = Filter { action: Some("signed-in"), object: Some("amina"), ..Filter::default() };
        assert_eq!(seqs(both, 10).await, [1]);
        let verdict = verify(&db, None).await.unwrap();
        let last = list(&db, &Filter::default(), 1).await.unwrap().remove(0);
        assert_eq!((verdict.sound, verdict.last, verdict.head, verdict.fault), (3, 3, last.hash, None));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_typed_does_not_get_into_the_log() {
    on_both(async |db| {
        let mut tx = db.begin().await.unwrap();
        let long = format!("to=amina@example.org é \n{}", "x".repeat(1000));
        let entry = Entry { actor: NOBODY, action: "tried", object: "o", detail: &long, request: "" };
        record(&mut tx, &entry, At(1)).await.unwrap();
        tx.commit().await.unwrap();
        let kept = list(&db, &Filter::default(), 1).await.unwrap().remove(0);
        assert!(kept.detail.starts_with("to=amina?example.org ? ?xxx"), "{}", kept.detail);
        assert_eq!(kept.detail.len(), 200);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_goes_with_its_transaction() {
    on_both(async |db| {
        fill(&db, 1).await;
        let mut tx = db.begin().await.unwrap();
        let entry = Entry { actor: OPERATOR, action: "never", object: "", detail: "", request: "" };
        record(&mut tx, &entry, At(0)).await.unwrap();
        record(&mut tx, &entry, At(0)).await.unwrap();
        drop(tx);
        fill(&db, 1).await;
        let verdict = verify(&db, None).await.unwrap();
        assert_eq!((verdict.last, verdict.fault), (2, None));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_writers_at_once_leave_no_gap_and_are_walked_along_meanwhile() {
    on_both(async |db| {
        let writers: Vec<_> = (0..20)
            .map(|writer| {
                let db = db.clone();
                tokio::spawn(async move {
                    for n in 0..10 {
                        say(&db, &format!("writer-{writer}"), "signed-in", At(n)).await;
                    }
                })
            })
            .collect();
        loop {
            let verdict = verify(&db, None).await.unwrap();
            assert_eq!((verdict.fault, verdict.sound), (None, verdict.last));
            if verdict.last == 200 {
                break;
            }
        }
        for writer in writers {
            writer.await.unwrap();
        }
        assert_eq!(list(&db, &Filter { actor: Some("writer-7"), ..Filter::default() }, 50).await.unwrap().len(), 10);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn more_entries_than_a_page_are_walked_along() {
    on_both(async |db| {
        let mut tx = db.begin().await.unwrap();
        let entry = Entry { actor: OPERATOR, action: "signed-in", object: "", detail: "", request: "" };
        for n in 0..2_001 {
            record(&mut tx, &entry, At(n)).await.unwrap();
        }
        tx.commit().await.unwrap();
        let verdict = verify(&db, None).await.unwrap();
        assert_eq!((verdict.sound, verdict.last, verdict.fault), (2_001, 2_001, None));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn old_entries_go_and_the_chain_still_proves_its_beginning() {
    on_both(async |db| {
        fill(&db, 6).await;
        let heads: Vec<String> =
            list(&db, &Filter::default(), 10).await.unwrap().into_iter().map(|entry| entry.hash).rev().collect();
        let let_go = async |before: i64| {
            let mut tx = db.begin().await.unwrap();
            let gone = retire(&mut tx, At(before * At::DAY), At(KEPT)).await.unwrap();
            tx.commit().await.unwrap();
            gone
        };
        assert_eq!((let_go(1).await, let_go(4).await), (0, 3));
        let verdict = verify(&db, Some(&heads[4])).await.unwrap();
        assert_eq!((verdict.sound, verdict.last, verdict.fault), (4, 7, None));
        assert_eq!(verify(&db, Some(&heads[2])).await.unwrap().fault, None, "the entry it begins behind");
        // A second time, also beyond the first mark, and then everything.
        assert_eq!(let_go(6).await, 2);
        say(&db, OPERATOR, "signed-in", At(KEPT)).await;
        assert_eq!(verify(&db, None).await.unwrap().fault, None);
        assert_eq!(let_go(KEPT).await, 4);
        let verdict = verify(&db, None).await.unwrap();
        assert_eq!((verdict.sound, verdict.last, verdict.fault), (1, 10, None));
        db.exec("DELETE FROM audit WHERE seq = $1", params![10]).await.unwrap();
        assert!(verify(&db, None).await.unwrap().fault.is_some());
    })
    .await;
}
