//! `/me/prove`: somebody signed in shows that they are still the one who signed in, and goes on.

use askama::Template;
use axum::{
    Form,
    body::Bytes,
    extract::{
        Query,
        rejection::{BytesRejection, FormRejection},
    },
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use web::{Cx, Error, Page, Result, form, form::Faults};

use crate::{
    Text,
    entry::{self, seconds_until},
    event,
    pages::{passkey_answers as answers, phone, settings::own},
    passkey::{self, Asked},
    room,
    sign_in::{Outcome, Try, check},
    store,
};

#[derive(Deserialize, Default)]
pub(crate) struct Next {
    #[serde(default)]
    next: String,
}

impl Next {
    fn way(&self, cx: &Cx) -> String {
        if form::own_path(&self.next) { self.next.clone() } else { cx.href("/me") }
    }
}

#[derive(Template)]
#[template(path = "pages/security/prove.html")]
struct Prove<'a> {
    t: Text,
    cx: &'a Cx,
    faults: Faults,
    next: &'a str,
    handle: &'a str,
}

pub(crate) async fn ask_proof(cx: Cx, Query(next): Query<Next>) -> Result<Page> {
    page(&cx, &next.next, Faults::default())
}

fn page(cx: &Cx, next: &str, faults: Faults) -> Result<Page> {
    let t = Text(cx.lang);
    let handle = &cx.signed()?.handle;
    Ok(own(cx.page(t.prove_title(), &Prove { t, cx, faults, next, handle })?).passkeys())
}

#[derive(Deserialize)]
pub(crate) struct Typed {
    passphrase: String,
    #[serde(default)]
    next: String,
}

pub(crate) async fn prove(
    cx: Cx,
    headers: HeaderMap,
    typed: std::result::Result<Form<Typed>, FormRejection>,
) -> Result<Response> {
    let Form(typed) = typed?;
    let (db, signed) = (&cx.portal.db, cx.signed()?.clone());
    let token = phone::token(&cx, &headers);
    let tried = Try { handle: &signed.handle, secret: &typed.passphrase, device: token.as_deref() };
    match check(db, &room(&cx)?.hasher, tried, cx.now).await? {
        Outcome::In(account) if account.id.as_str() == signed.account => {}
        Outcome::Busy => return Err(Error::Busy(2)),
        Outcome::NotBefore(then) => return Err(Error::TooOften(seconds_until(then, cx.now))),
        Outcome::In(_) | Outcome::Wrong => {
            let mut faults = Faults::default();
            faults.add("passphrase", Text(cx.lang).prove_wrong());
            return Ok(page(&cx, &typed.next, faults)?.into_response());
        }
    }
    let mut tx = db.begin().await?;
    let entered = entry::renew(&mut tx, &cx, false).await?;
    event::note(&mut tx, &cx, "proved", &signed.account, "with=passphrase").await?;
    tx.commit().await?;
    Ok(entered.to(&Next { next: typed.next }.way(&cx)))
}

pub(crate) async fn ask_proof_by_passkey(
    cx: Cx,
    next: std::result::Result<Form<Next>, FormRejection>,
) -> Result<Response> {
    let Form(next) = next?;
    let portal = answers::portal(&cx)?;
    let (question, state) = passkey::ask_for_any(&portal)?;
    let asked = Asked::Prove { state, next: next.next };
    let account = cx.signed()?.account.clone();
    Ok(answers::json(&passkey::issue(&cx.portal.db, Some(&account), &asked, question, cx.now).await?))
}

/// A passkey proves more than a passphrase: tasks in the team wake up.
pub(crate) async fn prove_by_passkey(cx: Cx, body: std::result::Result<Bytes, BytesRejection>) -> Result<Response> {
    let signed = cx.signed()?.clone();
    let (portal, db) = (answers::portal(&cx)?, &cx.portal.db);
    let reply = answers::reply(body)?;
    let taken = passkey::take(db, Some(&signed.account), &reply.ticket, cx.now).await?;
    let Some(Asked::Prove { state, next }) = taken else { return Ok(answers::refused()) };
    let used = passkey::used(&portal, db, &reply.credential, state).await?;
    let Some(kept) = used.filter(|kept| kept.account == signed.account) else { return Ok(answers::refused()) };
    let mut tx = db.begin().await?;
    store::passkeys::used(&mut tx, &kept.id, &kept.passkey, cx.now).await?;
    let entered = entry::renew(&mut tx, &cx, true).await?;
    event::note(&mut tx, &cx, "proved", &signed.account, "with=passkey").await?;
    tx.commit().await?;
    Ok(entered.with(answers::go(&Next { next }.way(&cx))))
}
