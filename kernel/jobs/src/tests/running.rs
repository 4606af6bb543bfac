//! How jobs are done, tried again, given up, and never done twice at once.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
    time::Duration,
};

use basics::{At, Clock};
use testkit::on_both;

use super::{Count, Greet, clock, greet, left, until};
use crate::{Runner, enqueue, runner::pause, store};

#[tokio::test(flavor = "multi_thread")]
async fn a_job_runs_once_with_what_it_was_given() {
    on_both(async |db| {
        let clock = clock();
        let heard = Arc::new(Mutex::new(Vec::new()));
        let into = Arc::clone(&heard);
        let running = Runner::new(db.clone(), clock.clone())
            .on(move |job: Greet| {
                into.lock().unwrap().push(job.name);
                std::future::ready(Ok(()))
            })
            .start();
        greet(&db, "Amina", &clock).await;
        until("it is done", async || left(&db).await.is_empty()).await;
        running.stop().await;
        assert_eq!(*heard.lock().unwrap(), ["Amina"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_of_a_transaction_that_is_dropped_never_existed() {
    on_both(async |db| {
        let clock = clock();
        let mut tx = db.begin().await.unwrap();
        enqueue(&mut tx, &Greet { name: "Amina".into() }, clock.now(), clock.now()).await.unwrap();
        drop(tx);
        assert_eq!(left(&db).await, []);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_waits_for_its_time_and_a_kind_for_its_handler() {
    on_both(async |db| {
        let clock = clock();
        let mut tx = db.begin().await.unwrap();
        enqueue(&mut tx, &Greet { name: "later".into() }, clock.now().plus(1000), clock.now()).await.unwrap();
        tx.commit().await.unwrap();
        let claim =
            async |kind: &'static str| store::claim(&db, &[kind], clock.now(), clock.now().plus(10)).await.unwrap();
        assert!(claim("greet").await.is_none());
        clock.advance(1000);
        assert!(claim("other").await.is_none());
        assert_eq!(claim("greet").await.unwrap().payload, r#"{"name":"later"}"#);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_nodes_never_do_one_job_twice_and_leave_none() {
    on_both(async |db| {
        let clock = clock();
        for n in 0..60 {
            greet(&db, &n.to_string(), &clock).await;
        }
        let done: Arc<Mutex<BTreeMap<String, usize>>> = Arc::default();
        let nodes = [(); 3].map(|()| {
            let done = Arc::clone(&done);
            let handler = move |job: Greet| {
                let done = Arc::clone(&done);
                async move {
                    tokio::time::sleep(Duration::from_millis(1)).await;
                    *done.lock().unwrap().entry(job.name).or_default() += 1;
                    Ok(())
                }
            };
            Runner::new(db.clone(), clock.clone()).on(handler).start()
        });
        until("all are done", async || left(&db).await.is_empty()).await;
        for node in nodes {
            node.stop().await;
        }
        let done = done.lock().unwrap();
        assert_eq!((done.len(), done.values().max()), (60, Some(&1)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_dead_node_had_begun_another_finishes_when_the_claim_ends() {
    on_both(async |db| {
        let clock = clock();
        greet(&db, "Amina", &clock).await;
        let dead = store::claim(&db, &["greet"], clock.now(), clock.now().plus(At::MINUTE)).await.unwrap().unwrap();
        assert!(store::claim(&db, &["greet"], clock.now(), clock.now().plus(At::MINUTE)).await.unwrap().is_none());
        clock.advance(At::MINUTE);
        let mut next = store::claim(&db, &["greet"], clock.now(), clock.now().plus(At::MINUTE)).await.unwrap().unwrap();
        assert_eq!((next.id.as_str(), next.attempts), (dead.id.as_str(), 2));
        store::delete(&db, &dead).await.unwrap();
        assert_eq!(left(&db).await.len(), 1, "who lost the claim ends nothing");
        assert!(!store::renew(&db, &mut dead.clone(), clock.now().plus(1)).await.unwrap());
        assert!(store::renew(&db, &mut next, clock.now().plus(2 * At::MINUTE)).await.unwrap());
        store::delete(&db, &next).await.unwrap();
        assert_eq!(left(&db).await, []);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_that_fails_is_tried_eight_times_with_growing_pauses_and_then_kept() {
    on_both(async |db| {
        let clock = clock();
        let tries = Count::default();
        let counted = tries.clone();
        greet(&db, "Amina", &clock).await;
        let running = Runner::new(db.clone(), clock.clone())
            .on(move |_: Greet| {
                let tried = counted.up();
                async move { if tried % 2 == 0 { panic!("a fault in a handler") } else { anyhow::bail!("no answer") } }
            })
            .start();
        for attempt in 1..8 {
            until("it is put off", async || left(&db).await[0].run_at == clock.now().plus(pause(attempt))).await;
            assert_eq!(left(&db).await[0].attempts, attempt);
            clock.advance(pause(attempt));
        }
        until("it is given up", async || left(&db).await[0].failed_at.is_some()).await;
        running.stop().await;
        assert_eq!(tries.get(), 8);
        clock.advance(At::DAY);
        assert!(store::claim(&db, &["greet"], clock.now(), clock.now()).await.unwrap().is_none());
    })
    .await;
}

#[test]
fn pauses_grow_and_end_at_six_hours() {
    let pauses: Vec<i64> = (1..=9).map(|attempt| pause(attempt) / 1000).collect();
    assert_eq!(pauses, [30, 120, 480, 1920, 7680, 21600, 21600, 21600, 21600]);
    assert_eq!(pause(1_000_000) / 1000, 21600);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stop_waits_for_the_job_in_hand_and_begins_no_other() {
    on_both(async |db| {
        let clock = clock();
        let (begun, ended) = (Count::default(), Count::default());
        let (b, e) = (begun.clone(), ended.clone());
        greet(&db, "one", &clock).await;
        greet(&db, "two", &clock).await;
        let running = Runner::new(db.clone(), clock.clone())
            .on(move |_: Greet| {
                let (b, e) = (b.clone(), e.clone());
                async move {
                    b.up();
                    tokio::time::sleep(Duration::from_millis(200)).await;
                    e.up();
                    Ok(())
                }
            })
            .start();
        until("it has begun", async || begun.get() == 1).await;
        running.stop().await;
        assert_eq!((begun.get(), ended.get(), left(&db).await.len()), (1, 1, 1));
    })
    .await;
}
