//! `/me/security/passkeys`: which there are, one more, one less.

use askama::Template;
use axum::{
    Form,
    body::Bytes,
    extract::{
        Query,
        rejection::{BytesRejection, FormRejection},
    },
    http::HeaderMap,
    response::Response,
};
use basics::{At, limits};
use serde::Deserialize;
use uuid::Uuid;
use web::{Cx, Page, Result, form};

use crate::{
    Text, entry, event,
    pages::{
        join::name_words,
        passkey_answers as answers, phone,
        settings::{Done, own},
    },
    passkey::{self, Asked, MOST},
    store::{accounts, passkeys, passkeys::Kept},
};

#[derive(Template)]
#[template(path = "pages/security/passkeys.html")]
struct Passkeys<'a> {
    t: Text,
    cx: &'a Cx,
    done: Option<&'static str>,
    passkeys: Vec<Kept>,
    /// The portal has a name that passkeys can be bound to.
    possible: bool,
}

pub(crate) async fn show_passkeys(cx: Cx, Query(done): Query<Done>) -> Result<Page> {
    let t = Text(cx.lang);
    let passkeys = passkeys::list(&cx.portal.db, &cx.signed()?.account).await?;
    let possible = passkey::portal(&cx.portal.site).is_some();
    let main = Passkeys { t, cx: &cx, done: done.words(t), passkeys, possible };
    Ok(own(cx.page(t.passkeys_title(), &main)?).passkeys())
}

impl Passkeys<'_> {
    fn day(&self, at: &At) -> String {
        words::date(self.cx.lang, *at)
    }

    fn full(&self) -> bool {
        self.passkeys.len() >= MOST
    }
}

#[derive(Deserialize, Default)]
pub(crate) struct Typed {
    #[serde(default)]
    name: String,
}

/// Asks the browser for a new passkey.
pub(crate) async fn ask_passkey(
    cx: Cx,
    headers: HeaderMap,
    typed: std::result::Result<Form<Typed>, FormRejection>,
) -> Result<Response> {
    let Form(typed) = typed?;
    let (portal, db, signed) = (answers::portal(&cx)?, &cx.portal.db, cx.signed()?.clone());
    let mut name: String = typed.name.trim().to_owned();
    if name.is_empty() {
        name = phone::called(&headers);
    } else if let Some(words) = name_words(Text(cx.lang), &name) {
        return Ok(answers::said(words));
    }
    let had = passkeys::list(db, &signed.account).await?;
    let user = Uuid::try_parse(&signed.account).map_err(anyhow::Error::from)?;
    let (question, state) = passkey::ask_for_new(&portal, user, &signed.handle, &had)?;
    let asked = Asked::Add { state, name: name.chars().take(limits::NAME).collect() };
    Ok(answers::json(&passkey::issue(db, Some(&signed.account), &asked, question, cx.now).await?))
}

/// Keeps it. Whoever holds a passkey has a second step from now on.
pub(crate) async fn add_passkey(cx: Cx, body: std::result::Result<Bytes, BytesRejection>) -> Result<Response> {
    let signed = cx.signed()?.clone();
    let (portal, db) = (answers::portal(&cx)?, &cx.portal.db);
    let reply = answers::reply(body)?;
    let taken = passkey::take(db, Some(&signed.account), &reply.ticket, cx.now).await?;
    let Some(Asked::Add { state, name }) = taken else { return Ok(answers::refused()) };
    let Some(made) = passkey::made(&portal, &reply.credential, &state) else { return Ok(answers::refused()) };
    let mut tx = db.begin().await?;
    accounts::get_in(&mut tx, &signed.account).await?;
    if passkeys::count_in(&mut tx, &signed.account).await? >= MOST as i64 {
        return Ok(answers::refused());
    }
    passkey::keep(&mut tx, &signed.account, &name, &made, cx.now).await?;
    let entered = entry::renew(&mut tx, &cx, true).await?;
    event::note(&mut tx, &cx, "passkey-added", &signed.account, "").await?;
    tx.commit().await?;
    Ok(entered.with(answers::go(&cx.href("/me/security/passkeys?done=passkey_added"))))
}

#[derive(Deserialize)]
pub(crate) struct Which {
    passkey: String,
}

/// Removes one, unless it is the last way in or the second step that a task in the team needs.
pub(crate) async fn remove_passkey(cx: Cx, which: std::result::Result<Form<Which>, FormRejection>) -> Result<Response> {
    let Form(which) = which?;
    let mut tx = cx.portal.db.begin().await?;
    let account = accounts::get_in(&mut tx, &cx.signed()?.account).await?;
    let id = account.id.as_str();
    let is_last = passkeys::count_in(&mut tx, id).await? <= 1;
    let needs_step = account.roles != account.roles.awake() && !account.has_second_step();
    if is_last && (account.secrets.passphrase.is_none() || needs_step) {
        return Ok(form::see_other(&cx.href("/me/security/passkeys?done=passkey_needed")));
    }
    if passkeys::delete(&mut tx, id, &which.passkey).await? {
        event::note(&mut tx, &cx, "passkey-removed", id, "").await?;
    }
    tx.commit().await?;
    Ok(form::see_other(&cx.href("/me/security/passkeys?done=passkey_removed")))
}
