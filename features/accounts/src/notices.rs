//! What stands above every page of somebody until they have seen to it.

use basics::At;
use db::{Db, Result};

use crate::{
    account::{Account, State},
    session::Session,
    store,
};

/// Kinds of notices, in the order of their weight. Each has words `notice_…` and a page.
pub(crate) async fn of(db: &Db, account: &Account, session: &Session, now: At) -> Result<Vec<&'static str>> {
    let mut notices = Vec::new();
    if store::recoveries::is_under_way(db, account.id.as_str(), now).await? {
        notices.push("recovery");
    }
    if account.state == State::Leaving {
        notices.push("leaving");
    }
    if session.helper.is_none() && !session.second_step && account.roles != account.roles.awake() {
        notices.push("second_step");
    }
    Ok(notices)
}

pub(crate) fn leads_to(notice: &str) -> &'static str {
    match notice {
        "recovery" => "/me/recovery",
        "leaving" => "/me/leave",
        _ => "/me/security",
    }
}
