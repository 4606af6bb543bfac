//! A change and how long it takes to be seen on both nodes.

use std::{net::SocketAddr, thread, time::Instant};

use crate::{
    SOON,
    browser::{Answer, get, moment},
};

/// Everything a stranger can find somebody by: an address, and what stands in it only when they are found.
pub const PLACES: [(&str, &str); 3] = [
    ("/people/zuhura-keza", "Zuhura Keza"),
    ("/people", "href=\"/people/zuhura-keza\""),
    ("/search?q=zuhura", "href=\"/people/zuhura-keza\""),
];

/// Makes a change while both nodes are looked at; prints how long after it each place was as wanted.
pub fn spread(nodes: [SocketAddr; 2], what: &str, wanted: fn(&Answer, &str) -> bool, change: impl FnOnce() -> Instant) {
    for (node, (path, mark)) in nodes.into_iter().flat_map(|node| PLACES.map(|place| (node, place))) {
        assert!(!wanted(&get(node, path, "").unwrap(), mark), "{path} is so already, before {what}");
    }
    thread::scope(|scope| {
        let places = nodes.iter().zip(["a", "b"]).flat_map(|node| PLACES.map(|place| (node, place)));
        let looks: Vec<_> = places
            .map(|((node, name), (path, mark))| {
                (name, path, scope.spawn(move || moment(*node, path, "", |answer| wanted(answer, mark))))
            })
            .collect();
        let done = change();
        for (name, path, look) in looks {
            let took = look.join().unwrap().saturating_duration_since(done);
            println!("{what}: {path} on node {name} after {} ms", took.as_millis());
            assert!(took < SOON, "{what} takes {took:?} to reach {path} on node {name}");
        }
    });
}

pub fn found(answer: &Answer, mark: &str) -> bool {
    answer.shows(mark)
}

pub fn not_found(answer: &Answer, mark: &str) -> bool {
    matches!(answer.status, 200 | 404) && !answer.shows(mark)
}
