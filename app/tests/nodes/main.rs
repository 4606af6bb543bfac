//! Two nodes of the real program on one PostgreSQL and one folder of files: a change on one shows on the other within a
//! second, and nothing that was acknowledged is lost when one is killed.
//!
//! The times are printed. They may be five times as long as promised before the test fails, for machines that are busy.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "every function here is part of a test")]

mod audiences;
mod browser;
mod community;
mod joining;
mod spreading;
mod stories;

use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};

use browser::{get, moment, post};
use community::Community;
use spreading::{PLACES, found, not_found, spread};

const SOON: Duration = Duration::from_secs(5);
const PASSPHRASE: &str = "three+goats+cross+rivers";

/// Two people with a picture, imported and not yet released.
fn import(community: &Community) {
    let drawn = sample::community().people.into_iter().find_map(|person| Some((person.handle, person.portrait?)));
    let (handle, look) = drawn.expect("somebody in the sample has a portrait");
    community.write("old-site/images/zuhura.png", sample::portrait(&handle, look).png(320).unwrap());
    for (handle, name, image) in [("zuhura-keza", "Zuhura Keza", "/images/zuhura.png"), ("baraka", "Baraka", "")] {
        let text = format!("---\nname: {name}\nimage: {image}\ntitle: Potter\n---\nMakes pots.\n");
        community.write(&format!("old-site/people/{handle}.md"), text);
    }
    community.run(&["import", "old-site"], "");
}

/// The first picture of a page, from both nodes.
fn same_picture(nodes: [SocketAddr; 2]) {
    let page = get(nodes[0], PLACES[0].0, "").unwrap();
    let page = String::from_utf8(page.body).unwrap();
    let (_, rest) = page.split_once("src=\"/media/").expect("the profile has a picture");
    let path = format!("/media/{}", rest.split('"').next().unwrap());
    let [one, other] = nodes.map(|node| get(node, &path, "").unwrap());
    assert_eq!((one.status, other.status), (200, 200), "{path}");
    assert!(one.body == other.body && one.body.len() > 500);
}

/// A session opened on one node counts on the other, until it is ended.
fn sessions([a, b]: [SocketAddr; 2], community: &Community) {
    community.run(&["person", "add", "zawadi", "--passphrase-stdin"], &PASSPHRASE.replace('+', " "));
    let entered = post(a, "/sign-in", "", &format!("handle=zawadi&passphrase={PASSPHRASE}&phone=own")).unwrap();
    assert_eq!((entered.status, entered.location()), (303, "/me"));
    let cookie = entered.session().expect("a session's cookie");
    assert!(get(b, "/me", &cookie).unwrap().shows("zawadi"));
    assert_eq!(post(a, "/sign-out", &cookie, "").unwrap().status, 303);
    let done = Instant::now();
    let out = moment(b, "/me", &cookie, |answer| answer.status == 303 && answer.location().starts_with("/sign-in"));
    println!("signing out: node b knows after {} ms", (out - done).as_millis());
    assert!(out - done < SOON);
}

#[test]
fn two_nodes_are_one_portal_and_killing_one_loses_nothing() {
    let Some(community) = Community::found() else { return };
    let (mut first, second) = (community.start("a"), community.start("b"));
    let nodes = [first.address(), second.address()];
    import(&community);
    spread(nodes, "releasing", found, || community.run(&["person", "release", "--all"], ""));
    same_picture(nodes);
    spread(nodes, "hiding", not_found, || community.run(&["person", "hide", "zuhura-keza"], ""));
    stories::out_and_taken_back(&community, nodes);
    sessions(nodes, &community);
    audiences::follow_on_both(nodes, &community);
    let joined = joining::kill_among_joins(&mut first, nodes);

    // What happened while it was away is there when it is back.
    community.run(&["person", "release", "zuhura-keza"], "");
    let began = Instant::now();
    let again = community.start("a");
    let a = again.address();
    let (path, mark) = PLACES[2];
    let caught_up = moment(a, path, "", |answer| answer.shows(mark));
    println!("starting again: node a finds what changed after {} ms", (caught_up - began).as_millis());
    joining::all_are_in(&joined, a);
}
