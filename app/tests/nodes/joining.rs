//! Many who join on a node that is killed meanwhile, while the other one is asked for pages.

use std::{
    net::SocketAddr,
    sync::{
        atomic::{AtomicUsize, Ordering},
        mpsc::{self, Receiver, RecvTimeoutError::Timeout},
    },
    thread,
    time::{Duration, Instant},
};

use crate::{
    PASSPHRASE, SOON,
    browser::{get, post},
    community::Node,
};

/// Who got in: the name, and the session's cookie.
pub type Joined = Vec<(String, String)>;

/// Joins; the name and the session's cookie, once the node has said that they are in.
fn join(node: SocketAddr, nth: usize) -> Option<(String, String)> {
    let name = format!("Kesho-{nth:02}");
    let form = format!("name={name}&handle={name}&born=1990&passphrase={PASSPHRASE}&phone=own");
    let answer = post(node, "/join", "", &form).ok()?;
    assert_eq!(answer.status, 303);
    Some((name, answer.session().expect("a session's cookie")))
}

/// Up to fifty people join on a node, four at a time, and `enough` is called after fifteen; returns who got in.
fn fifty_join(node: SocketAddr, enough: impl FnOnce()) -> Joined {
    let (next, (joins, joined)) = (AtomicUsize::new(0), mpsc::channel());
    thread::scope(|scope| {
        for joins in [joins.clone(), joins.clone(), joins.clone(), joins] {
            let next = &next;
            scope.spawn(move || {
                let numbers = std::iter::repeat_with(|| next.fetch_add(1, Ordering::Relaxed));
                numbers.take_while(|nth| *nth < 50).filter_map(|nth| join(node, nth)).for_each(|one| {
                    joins.send(one).unwrap();
                });
            });
        }
        let mut all: Vec<_> = joined.iter().take(15).collect();
        enough();
        all.extend(joined);
        all
    })
}

/// Asks a node for a page as long as somebody `listens`: how many answers there were, and how long the slowest took.
fn go_on_asking(node: SocketAddr, listens: &Receiver<()>) -> (usize, Duration) {
    let (mut answers, mut slowest) = (0, Duration::ZERO);
    while listens.recv_timeout(Duration::from_millis(5)) == Err(Timeout) {
        let asked = Instant::now();
        assert!(get(node, "/search?q=baraka", "").unwrap().shows("href=\"/people/baraka\""));
        (answers, slowest) = (answers + 1, slowest.max(asked.elapsed()));
    }
    (answers, slowest)
}

/// Kills the first node while people join on it. Whoever was let in is in on the second, which goes on as if nothing had
/// happened.
pub fn kill_among_joins(first: &mut Node, [a, b]: [SocketAddr; 2]) -> Joined {
    thread::scope(|scope| {
        let (listening, listens) = mpsc::channel();
        let asking = scope.spawn(move || go_on_asking(b, &listens));
        let joined = fifty_join(a, || first.kill());
        let killed = Instant::now();
        assert!((15..50).contains(&joined.len()), "{} joined: the node was not killed among them", joined.len());
        all_are_in(&joined, b);
        assert!(join(b, 50).is_some(), "somebody can join on the other node");
        let took = killed.elapsed();
        drop(listening);
        let (answers, slowest) = asking.join().unwrap();
        println!("killing: {} had joined, and all of them and one more are in on node b after {took:?}", joined.len());
        println!("killing: node b gave {answers} answers meanwhile, the slowest after {slowest:?}");
        assert!(took < SOON && slowest < SOON);
        joined
    })
}

/// Every one of them is known on this node.
pub fn all_are_in(joined: &Joined, node: SocketAddr) {
    for (name, cookie) in joined {
        assert!(get(node, "/me", cookie).unwrap().shows(name), "{name} got in, and is not there");
    }
}
