//! Lets tests in as anybody: the cookie says who they are.

use std::sync::Arc;

use async_trait::async_trait;
use basics::{At, Level, Member, PersonKey, Role, Roles, Viewer};
use testkit::{Answer, TestPortal};
use web::{Cx, Gate, Portal, Signed, Tokens, Who, axum::http::Method};

/// A person who is nobody's subject in a test.
pub const SOMEBODY: &str = "019a9d2e-0000-7000-8000-00000000abcd";

pub fn member(person: &str, level: Level, roles: &[Role]) -> Viewer {
    let roles = roles.iter().fold(Roles::default(), |roles, role| roles.with(*role));
    Viewer::Member(Member::new(PersonKey::of(person).unwrap(), level, roles, false))
}

pub fn minor() -> Viewer {
    Viewer::Member(Member::new(PersonKey::of(SOMEBODY).unwrap(), Level::Member, Roles::default(), true))
}

/// The cookie of a member who is `person`; nothing for strangers.
pub fn cookie(viewer: Viewer, person: &str) -> Option<String> {
    let member = viewer.member()?;
    Some(format!("__Host-session={}.{}.{}.{person}", member.level.rank(), member.roles.bits(), member.minor))
}

/// The cookie of a member who is `person`.
pub fn cookie_of(viewer: Viewer, person: &str) -> String {
    cookie(viewer, person).unwrap()
}

/// Asks for a page as `person`, of whose standing `viewer` tells.
pub async fn get_as(house: &TestPortal, viewer: Viewer, person: &str, path: &str) -> Answer {
    match cookie(viewer, person) {
        Some(cookie) => house.ask("GET", path).cookie(&cookie).send().await,
        None => house.get(path).await,
    }
}

/// Sends a form as `person`.
pub async fn post_as(house: &TestPortal, viewer: Viewer, person: &str, path: &str, form: &[(&str, &str)]) -> Answer {
    let ask = house.ask("POST", path).form(form);
    match cookie(viewer, person) {
        Some(cookie) => ask.cookie(&cookie).send().await,
        None => ask.send().await,
    }
}

pub struct Door;

#[async_trait]
impl Gate for Door {
    async fn who(&self, _: &Portal, tokens: &Tokens) -> web::Result<Who> {
        let said = tokens.session.clone().unwrap_or_default();
        let parts: Vec<&str> = said.splitn(4, '.').collect();
        let [level, roles, minor, person] = parts[..] else { return Ok(Who::Ended) };
        let level = Level::from_rank(level.parse().unwrap());
        let roles = Roles::from_bits(roles.parse().unwrap());
        let member = Member::new(PersonKey::of(person).unwrap(), level, roles, minor == "true");
        Ok(Who::Signed(Arc::new(Signed {
            session: "session".into(),
            // Whoever acts as a person has the same id here.
            account: person.into(),
            person: person.into(),
            handle: "viewer".into(),
            member,
            shared: false,
            second_step: true,
            confirmed_at: At(0),
            asleep: false,
            helper: None,
            notices: Vec::new(),
        })))
    }

    fn banner(&self, _: &Cx, _: &Signed) -> web::Result<String> {
        Ok(String::new())
    }

    async fn helped(&self, _: &Portal, _: &Signed, _: &Method, _: &str) -> web::Result<()> {
        Ok(())
    }
}
