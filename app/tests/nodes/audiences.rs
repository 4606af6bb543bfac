//! Somebody changes on one node who may see a line of their page: both nodes do as they say.

use std::{net::SocketAddr, thread, time::Instant};

use crate::{
    PASSPHRASE, SOON,
    browser::{Answer, get, moment, post},
    community::Community,
};

const LINE: &str = "Zmkapu baskets";

/// Where a stranger meets the line, or finds its owner by it.
const PLACES: [(&str, &str); 4] = [
    ("/people/halima", LINE),
    ("/sw/people/halima", LINE),
    ("/search?q=zmkapu", "href=\"/people/halima\""),
    ("/people?q=zmkapu", "href=\"/people/halima\""),
];

pub fn follow_on_both(nodes: [SocketAddr; 2], community: &Community) {
    community.run(&["person", "add", "halima", "--passphrase-stdin"], &PASSPHRASE.replace('+', " "));
    let entered = post(nodes[0], "/sign-in", "", &format!("handle=halima&passphrase={PASSPHRASE}&phone=own")).unwrap();
    let cookie = entered.session().expect("a session's cookie");
    assert_eq!(post(nodes[0], "/me/page/publication", &cookie, "preset=showcase").unwrap().status, 303);
    for (to, shown) in [("everyone", true), ("members", false), ("everyone", true), ("only-me", false)] {
        let form = format!("text={}&lang=en&to={to}&then=list", LINE.replace(' ', "+"));
        let saved = post(nodes[0], "/me/page/line", &cookie, &form).unwrap();
        let done = Instant::now();
        assert_eq!(saved.status, 303);
        watch(nodes, to, done, |answer, mark| answer.shows(mark) == shown);
    }
}

/// Looks at every place on both nodes until each is as wanted, and prints how long that took.
fn watch(nodes: [SocketAddr; 2], to: &str, done: Instant, wanted: impl Fn(&Answer, &str) -> bool + Copy + Send) {
    thread::scope(|scope| {
        let places = nodes.iter().zip(["a", "b"]).flat_map(|node| PLACES.map(|place| (node, place)));
        let looks: Vec<_> = places
            .map(|((node, name), (path, mark))| {
                (name, path, scope.spawn(move || moment(*node, path, "", |answer| wanted(answer, mark))))
            })
            .collect();
        for (name, path, look) in looks {
            let took = look.join().unwrap().saturating_duration_since(done);
            println!("a line for {to}: {path} on node {name} after {} ms", took.as_millis());
            assert!(took < SOON, "a line for {to} takes {took:?} to reach {path} on node {name}");
        }
    });
    // And it stays so: no older page comes back.
    for (node, (path, mark)) in nodes.into_iter().flat_map(|node| PLACES.map(|place| (node, place))) {
        assert!(wanted(&get(node, path, "").unwrap(), mark), "{path} went back for {to}");
    }
}
