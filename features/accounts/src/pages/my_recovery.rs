//! `/me/recovery`: the owner sees that somebody asks to get into their account, and stops it.

use askama::Template;
use axum::response::Response;
use web::{Cx, Page, Result, form};

use super::fresh::framed;
use crate::{Text, by_people, store::recoveries};

#[derive(Template)]
#[template(path = "pages/my_recovery.html")]
struct UnderWay<'a> {
    t: Text,
    cx: &'a Cx,
    under_way: bool,
    /// From when on the new passphrase holds, in words; not known before three people have confirmed.
    ready_at: Option<String>,
}

pub(crate) async fn my_recovery(cx: Cx) -> Result<Page> {
    let t = Text(cx.lang);
    let found = recoveries::find_under_way(&cx.portal.db, &cx.signed()?.account, cx.now).await?;
    let ready_at = found.as_ref().and_then(|found| found.ready_at).map(|at| words::moment(cx.lang, at));
    framed(&cx, t.my_recovery_title(), "me", &UnderWay { t, cx: &cx, under_way: found.is_some(), ready_at })
}

pub(crate) async fn stop_recovery(cx: Cx) -> Result<Response> {
    let account = cx.signed()?.account.clone();
    let mut tx = cx.portal.db.begin().await?;
    by_people::cancel(&mut tx, &account, cx.now).await?;
    tx.commit().await?;
    Ok(form::see_other(&cx.href("/me/recovery")))
}
