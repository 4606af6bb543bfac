//! Lets tests in as anybody: the cookie says who they are.

use std::sync::Arc;

use async_trait::async_trait;
use basics::{At, Level, Member, PersonKey, Role, Roles};
use web::{Cx, Gate, Portal, Signed, Tokens, Who, axum::http::Method};

/// The cookie of a member who is `person`, with these roles.
pub(super) fn cookie(person: &str, level: Level, roles: &[Role]) -> String {
    let roles = roles.iter().fold(Roles::default(), |roles, role| roles.with(*role));
    format!("__Host-session={}.{}.{person}", level.rank(), roles.bits())
}

pub(super) struct Door;

#[async_trait]
impl Gate for Door {
    async fn who(&self, _: &Portal, tokens: &Tokens) -> web::Result<Who> {
        let said = tokens.session.clone().unwrap_or_default();
        let parts: Vec<&str> = said.splitn(3, '.').collect();
        let [level, roles, person] = parts[..] else { return Ok(Who::Ended) };
        let level = Level::from_rank(level.parse().unwrap());
        let roles = Roles::from_bits(roles.parse().unwrap());
        Ok(Who::Signed(Arc::new(Signed {
            session: "session".into(),
            account: "account".into(),
            person: person.into(),
            handle: "viewer".into(),
            member: Member::new(PersonKey::of(person).unwrap(), level, roles, false),
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
