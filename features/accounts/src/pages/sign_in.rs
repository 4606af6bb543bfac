//! `/sign-in`: handle and passphrase, or PIN on a phone that is known; then the second step of those who have one.

use askama::Template;
use axum::{
    Form,
    extract::{Query, rejection::FormRejection},
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use web::{Cx, Error, Page, Result, form, form::Faults};

use super::fresh::framed;
use super::phone;
use crate::{
    Text,
    account::Account,
    code,
    entry::{self, Wish},
    room, second_step,
    sign_in::{Outcome, Try, check, is_known},
    store::{self, tickets},
};

#[derive(Deserialize, Default)]
pub(crate) struct Asked {
    #[serde(default)]
    next: String,
    #[serde(default)]
    handle: String,
    #[serde(default)]
    done: String,
}

#[derive(Deserialize)]
pub(crate) struct Typed {
    handle: String,
    passphrase: String,
    /// `own`, `shared`, or nothing: as the account says.
    #[serde(default)]
    phone: String,
    /// The name may be offered on this phone.
    #[serde(default)]
    remember: bool,
    #[serde(default)]
    next: String,
}

#[derive(Template)]
#[template(path = "pages/sign_in.html")]
struct SignIn<'a> {
    t: Text,
    cx: &'a Cx,
    faults: Faults,
    handle: &'a str,
    next: &'a str,
    /// Handles this phone may offer.
    offered: Vec<String>,
    shared: bool,
    done: Option<&'static str>,
}

pub(crate) async fn ask_to_sign_in(cx: Cx, headers: HeaderMap, Query(asked): Query<Asked>) -> Result<Page> {
    // Whoever is signed in, in another window, has not been signed out.
    let done = Text(cx.lang).by_key(&format!("done_{}", asked.done)).filter(|_| cx.signed.is_none());
    page(&cx, &headers, &asked.handle, &asked.next, Faults::default(), done).await
}

async fn page(
    cx: &Cx,
    headers: &HeaderMap,
    handle: &str,
    next: &str,
    faults: Faults,
    done: Option<&'static str>,
) -> Result<Page> {
    let t = Text(cx.lang);
    let offered = match phone::token(cx, headers) {
        Some(token) => store::devices::shown_on(&cx.portal.db, &code::hash_token(&token)).await?,
        None => Vec::new(),
    };
    let main = SignIn { t, cx, faults, handle, next, offered, shared: true, done };
    Ok(framed(cx, t.sign_in_title(), "sign-in", &main)?.passkeys())
}

pub(crate) async fn sign_in(
    cx: Cx,
    headers: HeaderMap,
    typed: std::result::Result<Form<Typed>, FormRejection>,
) -> Result<Response> {
    let Form(typed) = typed?;
    let token = phone::token(&cx, &headers);
    let tried = Try { handle: &typed.handle, secret: &typed.passphrase, device: token.as_deref() };
    let fuse = &room(&cx)?.fuse;
    if let Some(then) = fuse.burnt_until(cx.sender, cx.now)
        && !is_known(&cx.portal.db, tried).await?
    {
        return Err(Error::TooOften(entry::seconds_until(then, cx.now)));
    }
    let account = match check(&cx.portal.db, &room(&cx)?.hasher, tried, cx.now).await? {
        Outcome::In(account) => account,
        Outcome::Busy => return Err(Error::Busy(2)),
        Outcome::NotBefore(then) => return Err(Error::TooOften(entry::seconds_until(then, cx.now))),
        Outcome::Wrong => {
            fuse.failed(cx.sender, cx.now);
            return wrong(&cx, &headers, &typed).await;
        }
    };
    let shared = match typed.phone.as_str() {
        "own" => false,
        "shared" => true,
        _ => account.shared_by_default,
    };
    let wish = Wish { shared, shown: typed.remember, second_step: false };
    let next = if form::own_path(&typed.next) { typed.next.as_str() } else { "" };
    if account.has_second_step() {
        return ask_for_more(&cx, &account, wish, next).await;
    }
    let mut tx = cx.portal.db.begin().await?;
    let entered = entry::open(&mut tx, &cx, &headers, &account, wish).await?;
    tx.commit().await?;
    Ok(entered.to(&way(&cx, next)))
}

/// Where somebody goes who has been let in.
fn way(cx: &Cx, next: &str) -> String {
    if next.is_empty() { cx.href("/me") } else { next.to_owned() }
}

async fn wrong(cx: &Cx, headers: &HeaderMap, typed: &Typed) -> Result<Response> {
    let mut faults = Faults::default();
    faults.add("handle", Text(cx.lang).sign_in_wrong());
    Ok(page(cx, headers, &typed.handle, &typed.next, faults, None).await?.into_response())
}

/// What is kept between the two steps.
#[derive(Deserialize, serde::Serialize)]
struct Waiting {
    shared: bool,
    shown: bool,
    next: String,
}

async fn ask_for_more(cx: &Cx, account: &Account, wish: Wish, next: &str) -> Result<Response> {
    let waiting = Waiting { shared: wish.shared, shown: wish.shown, next: next.to_owned() };
    let waiting = serde_json::to_string(&waiting).map_err(anyhow::Error::from)?;
    let mut tx = cx.portal.db.begin().await?;
    let id = account.id.as_str();
    let ticket = tickets::issue(&mut tx, tickets::Kind::SecondStep, Some(id), &waiting, cx.now).await?;
    tx.commit().await?;
    Ok(form::see_other(&cx.href(format_args!("/sign-in/code?ticket={ticket}"))))
}

#[derive(Deserialize)]
pub(crate) struct Ticket {
    ticket: String,
}

#[derive(Deserialize)]
pub(crate) struct Code {
    ticket: String,
    code: String,
}

#[derive(Template)]
#[template(path = "pages/sign_in_code.html")]
struct SecondStep<'a> {
    t: Text,
    cx: &'a Cx,
    faults: Faults,
    ticket: &'a str,
}

pub(crate) async fn ask_second_step(cx: Cx, Query(Ticket { ticket }): Query<Ticket>) -> Result<Page> {
    code_page(&cx, &ticket, Faults::default())
}

fn code_page(cx: &Cx, ticket: &str, faults: Faults) -> Result<Page> {
    let t = Text(cx.lang);
    let main = SecondStep { t, cx, faults, ticket };
    framed(cx, t.second_step_title(), "sign-in", &main)
}

pub(crate) async fn second_step(
    cx: Cx,
    headers: HeaderMap,
    typed: std::result::Result<Form<Code>, FormRejection>,
) -> Result<Response> {
    let Form(typed) = typed?;
    let db = &cx.portal.db;
    let Some(found) = tickets::find(db, &typed.ticket, tickets::Kind::SecondStep, cx.now).await? else {
        return Ok(form::see_other(&cx.href("/sign-in?done=too_late")));
    };
    let waiting: Waiting = serde_json::from_str(&found.content).map_err(anyhow::Error::from)?;
    let id = found.account.unwrap_or_default();
    match second_step::check(db, &id, &typed.code, cx.now).await? {
        second_step::Outcome::Right => {}
        second_step::Outcome::NotBefore(then) => return Err(Error::TooOften(entry::seconds_until(then, cx.now))),
        second_step::Outcome::Wrong => {
            room(&cx)?.fuse.failed(cx.sender, cx.now);
            let mut faults = Faults::default();
            faults.add("code", Text(cx.lang).code_wrong());
            return Ok(code_page(&cx, &typed.ticket, faults)?.into_response());
        }
    }
    let mut tx = db.begin().await?;
    if tickets::take(&mut tx, &typed.ticket, tickets::Kind::SecondStep, cx.now).await?.is_none() {
        return Ok(form::see_other(&cx.href("/sign-in?done=too_late")));
    }
    let account = store::accounts::get_in(&mut tx, &id).await?;
    let wish = Wish { shared: waiting.shared, shown: waiting.shown, second_step: true };
    let entered = entry::open(&mut tx, &cx, &headers, &account, wish).await?;
    tx.commit().await?;
    Ok(entered.to(&way(&cx, &waiting.next)))
}
