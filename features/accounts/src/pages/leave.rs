//! `/me/leave`: asking to be deleted, and changing one's mind within a week.

use askama::Template;
use axum::{extract::Query, response::Response};
use basics::At;
use serde::Deserialize;
use web::{Cx, Page, Result, form};

use super::fresh::framed;
use super::sign_out::out;
use crate::{
    Text,
    account::State,
    leaving::{self, Asked},
    store,
};

#[derive(Deserialize, Default)]
pub(crate) struct Done {
    #[serde(default)]
    done: String,
}

#[derive(Template)]
#[template(path = "pages/leave.html")]
struct Leave<'a> {
    t: Text,
    cx: &'a Cx,
    proved: bool,
    /// The day of the erasure, for those who asked.
    leaves_on: Option<String>,
    said: Option<&'static str>,
}

pub(crate) async fn ask_to_leave(cx: Cx, Query(asked): Query<Done>) -> Result<Page> {
    let t = Text(cx.lang);
    let signed = cx.signed()?.clone();
    let account = store::accounts::get(&cx.portal.db, &signed.account).await?;
    let leaves_at: Option<At> = account.leaves_at.filter(|_| account.state == State::Leaving);
    let said = match asked.done.as_str() {
        "stayed" if leaves_at.is_none() => Some(t.leave_stayed()),
        "last_admin" => Some(t.leave_last_admin()),
        "too_late" => Some(t.leave_too_late()),
        _ => None,
    };
    let leaves_on = leaves_at.map(|at| words::moment(cx.lang, at));
    let main = Leave { t, cx: &cx, proved: signed.has_proved(cx.now), leaves_on, said };
    framed(&cx, t.leave_title(), "me", &main)
}

/// Out of sight and signed out everywhere, at once.
pub(crate) async fn leave(cx: Cx) -> Result<Response> {
    let signed = cx.signed()?.clone();
    let mut tx = cx.portal.db.begin().await?;
    match leaving::leave(&mut tx, cx.portal.faces()?, &signed.account, cx.now).await? {
        Asked::LastAdmin => Ok(form::see_other(&cx.href("/me/leave?done=last_admin"))),
        Asked::Leaves(_) => {
            tx.commit().await?;
            Ok(out(&cx, form::see_other(&cx.href("/sign-in?done=leaving"))))
        }
    }
}

pub(crate) async fn stay(cx: Cx) -> Result<Response> {
    let signed = cx.signed()?.clone();
    let mut tx = cx.portal.db.begin().await?;
    let stayed = leaving::stay(&mut tx, cx.portal.faces()?, &signed.account, cx.now).await?;
    tx.commit().await?;
    let account = store::accounts::get(&cx.portal.db, &signed.account).await?;
    let done = if stayed || account.state == State::Active { "stayed" } else { "too_late" };
    Ok(form::see_other(&cx.href(format_args!("/me/leave?done={done}"))))
}
