//! `/recover/link`: a link by mail or SMS. The answer says nothing about who is here; the link is good once.

use askama::Template;
use axum::{
    Form,
    extract::{Path, Query, rejection::FormRejection},
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use basics::limits;
use serde::Deserialize;
use web::{Cx, Error, Page, Result, form, form::Faults};

use super::fresh::{self, Back, framed};
use crate::{
    Text,
    account::{Account, State},
    event,
    handle::key_of,
    recovery_link::SendRecoveryLink,
    renewal, room,
    store::{accounts, tickets, tickets::Kind},
};

#[derive(Deserialize, Default)]
pub(crate) struct Typed {
    #[serde(default)]
    handle: String,
    #[serde(default)]
    contact: String,
    /// The message is on its way, perhaps.
    #[serde(default)]
    sent: String,
}

#[derive(Template)]
#[template(path = "pages/recover_link.html")]
struct Ask<'a> {
    t: Text,
    cx: &'a Cx,
    faults: Faults,
    sent: bool,
}

pub(crate) async fn ask_for_link(cx: Cx, Query(typed): Query<Typed>) -> Result<Page> {
    let t = Text(cx.lang);
    let main = Ask { t, cx: &cx, faults: Faults::default(), sent: !typed.sent.is_empty() };
    framed(&cx, t.link_title(), "sign-in", &main)
}

/// Puts a job into the queue, whoever that is.
pub(crate) async fn send_link(cx: Cx, typed: std::result::Result<Form<Typed>, FormRejection>) -> Result<Response> {
    let Form(typed) = typed?;
    let key = key_of(&typed.handle);
    fresh::admitted(&cx, "recover-link", &key).await?;
    let job = SendRecoveryLink {
        key,
        contact: typed.contact.chars().take(limits::LINE).collect(),
        site: cx.portal.site.name.clone(),
        base_url: cx.portal.site.base_url.clone(),
    };
    let mut tx = cx.portal.db.begin().await?;
    jobs::enqueue(&mut tx, &job, cx.now, cx.now).await?;
    tx.commit().await?;
    Ok(form::see_other(&cx.href("/recover/link?sent=1")))
}

#[derive(Deserialize)]
pub(crate) struct Chosen {
    #[serde(default)]
    passphrase: String,
    #[serde(default)]
    phone: String,
}

#[derive(Template)]
#[template(path = "pages/recover_link_open.html")]
struct Open<'a> {
    t: Text,
    cx: &'a Cx,
    faults: Faults,
    token: &'a str,
    handle: &'a str,
}

pub(crate) async fn open_link(cx: Cx, Path(token): Path<String>) -> Result<Page> {
    match holder(&cx, &token).await? {
        Some(account) => open_page(&cx, &token, &account.handle, Faults::default()),
        None => stale(&cx),
    }
}

/// Whose link this is, while it is good.
async fn holder(cx: &Cx, token: &str) -> Result<Option<Account>> {
    let found = tickets::find(&cx.portal.db, token, Kind::Recovery, cx.now).await?;
    let Some(id) = found.and_then(|ticket| ticket.account) else { return Ok(None) };
    Ok(accounts::find(&cx.portal.db, &id).await?.filter(|account| account.state != State::Banned))
}

fn open_page(cx: &Cx, token: &str, handle: &str, faults: Faults) -> Result<Page> {
    let t = Text(cx.lang);
    let main = Open { t, cx, faults, token, handle };
    framed(cx, t.link_open_title(), "sign-in", &main)
}

/// A link that was used, is too old, or never was one.
fn stale(cx: &Cx) -> Result<Page> {
    let t = Text(cx.lang);
    let mut faults = Faults::default();
    faults.add("handle", t.link_stale());
    framed(cx, t.link_title(), "sign-in", &Ask { t, cx, faults, sent: false })
}

pub(crate) async fn use_link(
    cx: Cx,
    headers: HeaderMap,
    Path(token): Path<String>,
    typed: std::result::Result<Form<Chosen>, FormRejection>,
) -> Result<Response> {
    let Form(typed) = typed?;
    let Some(account) = holder(&cx, &token).await? else { return Ok(stale(&cx)?.into_response()) };
    let mut faults = Faults::default();
    let Some(passphrase) = fresh::chosen(&cx, &account.handle, &typed.passphrase, &mut faults) else {
        return Ok(open_page(&cx, &token, &account.handle, faults)?.into_response());
    };
    let hash = room(&cx)?.hasher.hash(passphrase).await.map_err(|_| Error::Busy(2))?;
    let mut tx = cx.portal.db.begin().await?;
    if tickets::take(&mut tx, &token, Kind::Recovery, cx.now).await?.is_none() {
        drop(tx);
        return Ok(stale(&cx)?.into_response());
    }
    let account = renewal::renew(&mut tx, account.id.as_str(), hash).await?;
    if account.has_second_step() {
        // Whoever reads somebody's mail does not hold their second step.
        let id = account.id.as_str();
        event::record(&mut tx, id, "passphrase-changed", id, "way=link", cx.now).await?;
        tx.commit().await?;
        return Ok(form::see_other(&cx.href("/sign-in?done=renewed")));
    }
    let back = Back {
        headers: &headers,
        phone: &typed.phone,
        action: "recovered",
        detail: "way=link",
        location: "/me?done=recovered",
    };
    fresh::let_in(tx, &cx, &account, back).await
}
