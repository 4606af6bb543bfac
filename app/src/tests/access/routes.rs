//! Every route as every actor: what the table promises is what they get.

use basics::{Capability, Level, Role, Roles};
use testkit::{Answer, TestPortal};
use web::{Access, Route};

use super::{
    super::browser::house,
    actors::{self, Actor, everybody, restore},
};
use crate::commands::access;

/// What the table of access has in the actor's column. Sleeping roles are told to set up a second step wherever something
/// is only for some.
fn promised(actor: &Actor, access: Access) -> &'static str {
    let column = access::ACTORS.iter().find(|column| column.name == actor.name).expect("the table has a column");
    match access {
        Access::May(capability) if actor.asleep && !held_asleep(capability) => "403",
        _ => column.gets(access),
    }
}

/// What a member without vouches holds; the sleeping staff of the test are such.
fn held_asleep(capability: Capability) -> bool {
    capability.held_by(Level::Member, Roles::default(), false)
}

/// Without the secret of a link that is good once, there is nothing here for anybody.
const BY_LINK: &str = "/first";

/// What somebody got, in the words of the table. Rooms themselves may say 404 to an address that names a thing.
fn got(route: &Route, answer: &Answer) -> &'static str {
    let location = answer.header("location");
    let location = location.strip_prefix("/sw").or(location.strip_prefix("/fr")).unwrap_or(location);
    match answer.status {
        303 if location.starts_with("/sign-in?next=") => "sign in",
        303 if location.starts_with("/me/prove?next=") => "proof",
        401 => "sign in",
        403 => "403",
        404 if !route.path.contains('{') && route.path != BY_LINK => "404",
        405 | 500.. => "broken",
        _ => "in",
    }
}

fn agrees(promise: &str, got: &str, proved: bool) -> bool {
    match promise {
        "yes" | "public" | "sees" | "own" => got == "in",
        "proof" => got == if proved { "in" } else { "proof" },
        other => got == other,
    }
}

/// An address of the route that names nothing there is.
fn address(route: &Route) -> String {
    let mut address = String::new();
    for (nth, part) in route.path.split(['{', '}']).enumerate() {
        address.push_str(if nth % 2 == 1 { "none" } else { part });
    }
    address
}

async fn ask(house: &TestPortal, route: &Route, path: &str, cookies: &str) -> Answer {
    let ask = house.ask(route.method, path).cookie(cookies);
    if route.method == "GET" { ask.send().await } else { ask.form(&[]).send().await }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_route_gives_every_actor_what_the_table_says() {
    let house = house().await;
    let everybody = everybody(&house).await;
    actors::keep_sessions(&house).await;
    let (mut wrong, mut asked) = (Vec::new(), 0);
    for (nth, (_, route)) in access::routes().into_iter().enumerate() {
        let path = format!("{}{}", ["", "/sw", "/fr"][nth % 3], address(&route));
        for actor in &everybody {
            for (cookies, proved) in actor.cookies.iter().zip([true, false]) {
                let answer = ask(&house, &route, &path, cookies).await;
                let (promise, mut got) = (promised(actor, route.access), got(&route, &answer));
                // What is not theirs to know of is answered like what is not there.
                if promise == "404" && answer.status == 404 {
                    got = "404";
                }
                if !agrees(promise, got, proved || actor.account.is_none()) {
                    let asleep = if actor.asleep { " asleep" } else { "" };
                    wrong.push(format!(
                        "{} {path} as {}{asleep}: {promise}, got {got} ({})",
                        route.method, actor.name, answer.status
                    ));
                }
                asked += 1;
                if route.method == "POST" {
                    restore(&house, actor).await;
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(asked > 2000 && everybody.iter().any(|actor| actor.asleep), "{asked} asked");
}

#[test]
fn every_column_of_the_table_is_somebody_here() {
    for role in [Role::Editor, Role::Steward, Role::Admin] {
        assert!(role.wants_second_step() && access::ACTORS.iter().any(|column| column.name == role.code()));
    }
}
