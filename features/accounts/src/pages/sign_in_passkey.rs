//! `/sign-in/passkey`: signing in with a passkey, by script. Nobody types a name: the phone knows who it is.

use axum::{
    Form,
    body::Bytes,
    extract::rejection::{BytesRejection, FormRejection},
    http::HeaderMap,
    response::Response,
};
use serde::Deserialize;
use web::{Cx, Result, form};

use super::passkey_answers as answers;
use crate::{
    account::State,
    entry::{self, Wish},
    passkey::{self, Asked},
    store::{accounts, passkeys},
};

#[derive(Deserialize, Default)]
pub(crate) struct Wished {
    #[serde(default)]
    phone: String,
    #[serde(default)]
    remember: bool,
    #[serde(default)]
    next: String,
}

pub(crate) async fn ask_for_passkey(
    cx: Cx,
    wished: std::result::Result<Form<Wished>, FormRejection>,
) -> Result<Response> {
    let Form(wished) = wished?;
    let (question, state) = passkey::ask_for_any(&answers::portal(&cx)?)?;
    let shared = wished.phone != "own";
    let asked = Asked::SignIn { state, shared, shown: wished.remember, next: wished.next };
    Ok(answers::json(&passkey::issue(&cx.portal.db, None, &asked, question, cx.now).await?))
}

pub(crate) async fn sign_in_by_passkey(
    cx: Cx,
    headers: HeaderMap,
    body: std::result::Result<Bytes, BytesRejection>,
) -> Result<Response> {
    let (portal, db) = (answers::portal(&cx)?, &cx.portal.db);
    let reply = answers::reply(body)?;
    let taken = passkey::take(db, None, &reply.ticket, cx.now).await?;
    let Some(Asked::SignIn { state, shared, shown, next }) = taken else { return Ok(answers::refused()) };
    let Some(kept) = passkey::used(&portal, db, &reply.credential, state).await? else { return Ok(answers::refused()) };
    let mut tx = db.begin().await?;
    let account = accounts::get_in(&mut tx, &kept.account).await?;
    if account.state == State::Banned {
        return Ok(answers::refused());
    }
    passkeys::used(&mut tx, &kept.id, &kept.passkey, cx.now).await?;
    let wish = Wish { shared, shown, second_step: true };
    let entered = entry::open(&mut tx, &cx, &headers, &account, wish).await?;
    tx.commit().await?;
    let to = if form::own_path(&next) { next } else { cx.href("/me") };
    Ok(entered.with(answers::go(&to)))
}
