//! `/join/passkey`: the last step of joining with a passkey instead of a passphrase, by script.

use axum::{
    Form,
    body::Bytes,
    extract::rejection::{BytesRejection, FormRejection},
    http::HeaderMap,
    response::Response,
};
use db::Tx;
use uuid::Uuid;
use web::{Cx, Error, Result, form::Faults};

use super::{
    join::{Typed, crafts, who},
    passkey_answers as answers, phone,
};
use crate::{
    account::Account,
    entry::{self, Wish},
    event,
    handle::Handle,
    join::{Newcomer, exactly, with_number},
    joining::{self, Joining},
    passkey::{self, Asked},
};

/// Asks the browser for a passkey. Nothing is kept of the person yet but what they typed, for five minutes.
pub(crate) async fn ask_to_join(cx: Cx, typed: std::result::Result<Form<Typed>, FormRejection>) -> Result<Response> {
    let Form(mut typed) = typed?;
    let portal = answers::portal(&cx)?;
    if joining::of(&cx, &typed.invitation).await? == Joining::Closed {
        return Ok(answers::refused());
    }
    let mut faults = Faults::default();
    let Some((handle, _)) = who(&cx, &typed, &mut faults) else {
        return Ok(answers::said(faults.all().first().map_or("", |(_, words)| words)));
    };
    let handle = free(&cx, &handle).await?;
    typed.passphrase = String::new();
    let (question, state) = passkey::ask_for_new(&portal, Uuid::new_v4(), handle.as_str(), &[])?;
    let form = serde_json::to_string(&typed).map_err(anyhow::Error::from)?;
    let asked = Asked::Join { state, handle: handle.to_string(), form };
    Ok(answers::json(&passkey::issue(&cx.portal.db, None, &asked, question, cx.now).await?))
}

/// A number behind the handle that is free now, so that the phone can call the passkey by it.
async fn free(cx: &Cx, handle: &Handle) -> Result<Handle> {
    let mut tx = cx.portal.db.begin().await?;
    for numbers in [10..100, 100..10_000, 10_000..1_000_000] {
        for _ in 0..8 {
            let numbered = handle.with_number(rand::random_range(numbers.clone()));
            if !cx.portal.faces()?.taken(&mut tx, numbered.as_str(), &numbered.key()).await? {
                return Ok(numbered);
            }
        }
    }
    Err(Error::Busy(2))
}

/// Joins with the passkey that the browser has made, and lets the person in.
pub(crate) async fn join_by_passkey(
    cx: Cx,
    headers: HeaderMap,
    body: std::result::Result<Bytes, BytesRejection>,
) -> Result<Response> {
    let (portal, db) = (answers::portal(&cx)?, &cx.portal.db);
    let reply = answers::reply(body)?;
    let Some(Asked::Join { state, handle, form }) = passkey::take(db, None, &reply.ticket, cx.now).await? else {
        return Ok(answers::refused());
    };
    let typed: Typed = serde_json::from_str(&form).map_err(anyhow::Error::from)?;
    let Some(made) = passkey::made(&portal, &reply.credential, &state) else { return Ok(answers::refused()) };
    let joining = joining::of(&cx, &typed.invitation).await?;
    if joining == Joining::Closed {
        return Ok(answers::refused());
    }
    let mut tx = db.begin().await?;
    let invited_by = joining::take_invitation(&mut tx, &cx, &typed.invitation, joining).await?;
    let account = newcomer(&mut tx, &cx, &typed, &handle, invited_by).await?;
    passkey::keep(&mut tx, account.id.as_str(), &phone::called(&headers), &made, cx.now).await?;
    let wish = Wish { shared: typed.phone == "shared", shown: false, second_step: true };
    let entered = entry::open(&mut tx, &cx, &headers, &account, wish).await?;
    event::note(&mut tx, &cx, "joined", account.id.as_str(), "with=passkey").await?;
    tx.commit().await?;
    Ok(entered.with(answers::go(&cx.href("/me/card?new=1"))))
}

async fn newcomer(tx: &mut Tx, cx: &Cx, typed: &Typed, handle: &str, invited_by: Option<String>) -> Result<Account> {
    let refused = || Error::Malformed;
    let (_, born) = who(cx, typed, &mut Faults::default()).ok_or_else(refused)?;
    let handle = Handle::parse(handle).map_err(|_| refused())?;
    let crafts = crafts(cx, typed)?;
    let newcomer = Newcomer {
        handle: &handle,
        name: &typed.name,
        crafts: &crafts,
        born: Some(born),
        passphrase: None,
        lang: cx.lang,
        roles: basics::Roles::default(),
        level: basics::Level::Member,
        invited_by,
        made_by: None,
    };
    let faces = cx.portal.faces()?;
    match exactly(tx, faces, &newcomer, cx.now).await? {
        Ok(account) => Ok(account),
        // Somebody took the number in the meantime.
        Err(_) => Ok(with_number(tx, faces, &newcomer, cx.now).await?),
    }
}
