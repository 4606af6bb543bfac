//! `/me/security/second-step`: codes from an app, set up and turned off. They count once one was typed here.

use askama::Template;
use axum::{
    Form,
    extract::rejection::FormRejection,
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use web::{Cx, Error, Page, Result, form, form::Faults};

use crate::{
    Text,
    attempts::Admission,
    entry::{self, seconds_until},
    event,
    pages::{card::qr, settings::own},
    second_step::{address, new_key, step_of},
    sign_in::{admit, subject, succeed},
    store::{accounts, passkeys, sessions, tickets},
};

#[derive(Template)]
#[template(path = "pages/security/second_step.html")]
struct State<'a> {
    t: Text,
    cx: &'a Cx,
    is_set: bool,
    /// A task in the team needs it.
    is_needed: bool,
}

pub(crate) async fn show_second_step(cx: Cx) -> Result<Page> {
    let (t, db) = (Text(cx.lang), &cx.portal.db);
    let account = accounts::get(db, &cx.signed()?.account).await?;
    let has_passkey = !passkeys::list(db, account.id.as_str()).await?.is_empty();
    let is_needed = account.roles != account.roles.awake() && !has_passkey;
    let main = State { t, cx: &cx, is_set: account.has_second_step(), is_needed };
    Ok(own(cx.page(t.second_step_label(), &main)?))
}

#[derive(Template)]
#[template(path = "pages/security/second_step_key.html")]
struct SetUp<'a> {
    t: Text,
    cx: &'a Cx,
    faults: Faults,
    ticket: &'a str,
    key: String,
    qr: String,
}

/// Makes a key and shows it. It counts for nothing before a code of it is typed.
pub(crate) async fn start_second_step(cx: Cx) -> Result<Response> {
    let signed = cx.signed()?.clone();
    if accounts::get(&cx.portal.db, &signed.account).await?.has_second_step() {
        return Ok(form::see_other(&cx.href("/me/security/second-step")));
    }
    let key = new_key();
    let mut tx = cx.portal.db.begin().await?;
    tickets::void(&mut tx, &signed.account, tickets::Kind::Totp).await?;
    let ticket = tickets::issue(&mut tx, tickets::Kind::Totp, Some(&signed.account), &key, cx.now).await?;
    tx.commit().await?;
    Ok(set_up(&cx, &ticket, &key, Faults::default())?.into_response())
}

fn set_up(cx: &Cx, ticket: &str, key: &str, faults: Faults) -> Result<Page> {
    let t = Text(cx.lang);
    let address = address(key, &cx.signed()?.handle, &cx.portal.site.name);
    let qr = qr(&address.ok_or_else(|| anyhow::anyhow!("no address for a key of a second step"))?)?;
    let groups: Vec<&str> = (0..key.len()).step_by(4).filter_map(|at| key.get(at..key.len().min(at + 4))).collect();
    let main = SetUp { t, cx, faults, ticket, key: groups.join(" "), qr };
    Ok(own(cx.page(t.second_step_label(), &main)?))
}

#[derive(Deserialize)]
pub(crate) struct Typed {
    ticket: String,
    code: String,
}

/// Turns it on with a first code. Sessions elsewhere end, since they were opened without it.
pub(crate) async fn confirm_second_step(
    cx: Cx,
    typed: std::result::Result<Form<Typed>, FormRejection>,
) -> Result<Response> {
    let Form(typed) = typed?;
    let (db, signed) = (&cx.portal.db, cx.signed()?.clone());
    let found = tickets::find(db, &typed.ticket, tickets::Kind::Totp, cx.now).await?;
    let Some(ticket) = found.filter(|found| found.account.as_deref() == Some(&signed.account)) else {
        return Ok(form::see_other(&cx.href("/me/security/second-step")));
    };
    let tries = subject("second-step-set-up", &signed.account, None);
    if let Admission::NotBefore(then) = admit(db, &tries, cx.now).await? {
        return Err(Error::TooOften(seconds_until(then, cx.now)));
    }
    let Some(step) = step_of(&ticket.content, &typed.code, cx.now) else {
        let mut faults = Faults::default();
        faults.add("code", Text(cx.lang).code_wrong());
        return Ok(set_up(&cx, &typed.ticket, &ticket.content, faults)?.into_response());
    };
    let mut tx = db.begin().await?;
    if tickets::take(&mut tx, &typed.ticket, tickets::Kind::Totp, cx.now).await?.is_none() {
        return Ok(form::see_other(&cx.href("/me/security/second-step")));
    }
    let mut account = accounts::get_in(&mut tx, &signed.account).await?;
    account.secrets.totp = Some(ticket.content);
    account.secrets.totp_step = step;
    accounts::update(&mut tx, &account).await?;
    sessions::end_all(&mut tx, &signed.account, &signed.session).await?;
    let entered = entry::renew(&mut tx, &cx, true).await?;
    event::note(&mut tx, &cx, "second-step-set", &signed.account, "").await?;
    tx.commit().await?;
    succeed(db, &tries, cx.now).await?;
    Ok(entered.to(&cx.href("/me/security?done=second_step_set")))
}

/// Turns it off, unless a task in the team needs it.
pub(crate) async fn stop_second_step(cx: Cx) -> Result<Response> {
    let mut tx = cx.portal.db.begin().await?;
    let mut account = accounts::get_in(&mut tx, &cx.signed()?.account).await?;
    let needed = account.roles != account.roles.awake() && passkeys::count_in(&mut tx, account.id.as_str()).await? == 0;
    if needed || !account.has_second_step() {
        return Ok(form::see_other(&cx.href("/me/security/second-step")));
    }
    account.secrets.totp = None;
    accounts::update(&mut tx, &account).await?;
    event::note(&mut tx, &cx, "second-step-removed", account.id.as_str(), "").await?;
    tx.commit().await?;
    Ok(form::see_other(&cx.href("/me/security?done=saved")))
}
