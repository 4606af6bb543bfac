//! Workers at work: one, and two nodes on one database.

use std::{sync::Arc, time::Duration};

use basics::{Clock, SystemClock};
use db::Db;
use testkit::on_both;

use super::{hello, kept, post, recorder::Recorder};
use crate::{State, deliver, store};

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_wakes_when_something_is_put() {
    on_both(async |db| {
        let recorder = Recorder::default();
        let delivery = deliver(db.clone(), recorder.carriers(), Arc::new(SystemClock));
        let id = post(&db, &hello("amina@example.org"), SystemClock.now()).await;
        for _ in 0..200 {
            if kept(&db, &id).await.state == State::Sent {
                break;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        delivery.stop().await;
        assert_eq!((kept(&db, &id).await.state, recorder.times(&id)), (State::Sent, 1));
        let late = post(&db, &hello("amina@example.org"), SystemClock.now()).await;
        tokio::time::sleep(Duration::from_millis(700)).await;
        assert_eq!(recorder.times(&late), 0, "a stopped worker carries nothing");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_nodes_carry_200_messages_once_each() {
    let folder = tempfile::tempdir().unwrap();
    two_nodes(Db::open(None, folder.path()).await.unwrap(), Db::open(None, folder.path()).await.unwrap()).await;
    let Some(postgres) = testkit::postgres().await else { return };
    two_nodes(postgres.open().await, postgres.open().await).await;
}

async fn two_nodes(one: Db, two: Db) {
    let recorder = Recorder::default();
    let mut ids = Vec::new();
    let now = SystemClock.now();
    let mut tx = one.begin().await.unwrap();
    for n in 0..200 {
        ids.push(crate::put(&mut tx, &hello(&format!("p{n}@example.org")), now).await.unwrap());
    }
    tx.commit().await.unwrap();
    let nodes = [one.clone(), two].map(|db| deliver(db, recorder.carriers(), Arc::new(SystemClock)));
    for _ in 0..600 {
        if store::count(&one, State::Sent).await.unwrap() == 200 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    for node in nodes {
        node.stop().await;
    }
    assert_eq!(store::count(&one, State::Sent).await.unwrap(), 200);
    assert!(ids.iter().all(|id| recorder.times(id) == 1), "each exactly once");
}
