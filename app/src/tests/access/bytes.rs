//! What an actor may not see appears in no answer to them: no page, list, search, suggestion, feed, map or record.

use basics::{Audience, Level};
use testkit::{Answer, TestPortal};
use web::Access;

use super::{
    super::browser::house,
    actors::{self, Actor, everybody},
    objects::{self, COMMON, OBJECTS, Open},
};
use crate::commands::access;

/// How far an actor reaches, as product.md has it.
fn reach(actor: &Actor) -> Audience {
    let Some(account) = &actor.account else { return Audience::Everyone };
    let vouched = account.level >= Level::Vouched || guards(actor);
    if vouched { Audience::Vouched } else { Audience::Members }
}

fn guards(actor: &Actor) -> bool {
    !actor.asleep && matches!(actor.name, "steward" | "admin")
}

fn may_open(actor: &Actor, open: Open) -> bool {
    match open {
        Open::All => true,
        Open::Vouched => reach(actor) <= Audience::Vouched,
        Open::Guards => guards(actor),
        Open::Nobody => false,
    }
}

/// Marks that must not reach this actor, on the page of `page` or in lists.
fn forbidden(actor: &Actor, page: &str) -> Vec<String> {
    let mut marks = vec!["Zmprivate".to_owned(), "$argon2".to_owned(), "zmposta".to_owned()];
    let others = ["member", "minor", "vouched", "trusted", "helper", "editor", "steward", "admin", "acting"];
    marks.extend(others.iter().filter(|name| **name != actor.name).map(|name| actors::mark(name)));
    for (handle, open) in OBJECTS {
        let listed = matches!(open, Open::All | Open::Vouched) && handle != "zmfresh";
        let here =
            if page == handle { may_open(actor, open) && handle != "zmfresh" } else { listed && may_open(actor, open) };
        for to in Audience::ALL {
            if !here || to < reach(actor) {
                marks.push(objects::mark(handle, to));
            }
        }
    }
    marks
}

/// Addresses where one may stumble upon somebody.
fn addresses() -> Vec<String> {
    let routes = access::routes().into_iter().map(|(_, route)| route);
    let plain =
        routes.filter(|route| route.method == "GET" && !route.path.contains('{') && route.access != Access::Anyone);
    let mut all: Vec<String> = plain.map(|route| route.path.to_owned()).collect();
    for path in ["/search?q=", "/suggest?q=", "/people?q=", "/sw/search?q=", "/feed.atom?q=", "/organisations?q="] {
        all.push(format!("{path}{COMMON}"));
    }
    for handle in OBJECTS.map(|(handle, _)| handle) {
        all.extend([
            format!("/search?q={handle}"),
            format!("/suggest?q={}", &handle[..6]),
            format!("/people?q={handle}"),
        ]);
        all.extend([
            format!("/desk/accounts?handle={handle}"),
            format!("/sign-in?handle={handle}"),
            format!("/me/vouches?handle={handle}"),
        ]);
        all.extend([format!("/people/{handle}"), format!("/fr/people/{handle}"), format!("/organisations/{handle}")]);
    }
    all
}

async fn ask(house: &TestPortal, path: &str, actor: &Actor) -> Answer {
    house.ask("GET", path).cookie(&actor.cookies[0]).send().await
}

#[tokio::test(flavor = "multi_thread")]
async fn no_answer_holds_a_byte_that_its_reader_may_not_see() {
    let house = house().await;
    let everybody = everybody(&house).await;
    objects::all(&house).await;
    let mut seen = String::new();
    for actor in &everybody {
        for path in addresses() {
            let answer = ask(&house, &path, actor).await;
            let page = path.rsplit_once("/people/").map_or("", |(_, handle)| handle);
            let text = String::from_utf8_lossy(&answer.body);
            for mark in forbidden(actor, page) {
                assert!(
                    !text.contains(&mark),
                    "{path} shows {mark} to {}{}",
                    actor.name,
                    if actor.asleep { " asleep" } else { "" }
                );
            }
            seen.push_str(&text);
        }
    }
    for handle in ["zmother", "zmvouched", "zmhidden", "zmminor"] {
        for to in [Audience::Everyone, Audience::Members, Audience::Vouched] {
            assert!(seen.contains(&objects::mark(handle, to)), "somebody sees {}", objects::mark(handle, to));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_opens_for_whom_it_may_and_else_looks_as_if_nobody_was_there() {
    let house = house().await;
    let everybody = everybody(&house).await;
    objects::all(&house).await;
    for actor in &everybody {
        let nobody = ask(&house, "/people/zmneverwas", actor).await;
        for (handle, open) in OBJECTS {
            let answer = ask(&house, &format!("/people/{handle}"), actor).await;
            let expected = if may_open(actor, open) { 200 } else { 404 };
            assert_eq!(answer.status, expected, "{handle} as {} (asleep: {})", actor.name, actor.asleep);
            if expected == 404 {
                assert_eq!(answer.text().replace(handle, "zmneverwas"), nobody.text(), "{handle} as {}", actor.name);
            }
        }
    }
}
