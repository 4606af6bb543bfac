//! `/recover`: the ways back in, first of all a code of the recovery card with a new passphrase.
//!
//! Whether the handle is known or not, and the code right or not: one try is counted, one hash made, the same statements
//! asked. A code stands in for the second step once; roles then sleep until there is a second step again.

use askama::Template;
use axum::{
    Form,
    extract::{Query, rejection::FormRejection},
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use web::{Cx, Page, Result, form, form::Faults};

use super::fresh::{self, Back, framed};
use crate::{
    Text,
    account::State,
    code::{Code, Kind},
    handle::key_of,
    renewal,
    sign_in::succeed,
    store::{accounts, codes},
};

#[derive(Deserialize, Default)]
pub(crate) struct Typed {
    #[serde(default)]
    handle: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    passphrase: String,
    #[serde(default)]
    phone: String,
    #[serde(default)]
    once: String,
}

#[derive(Template)]
#[template(path = "pages/recover.html")]
struct Recover<'a> {
    t: Text,
    cx: &'a Cx,
    faults: Faults,
    typed: &'a Typed,
    once: String,
}

pub(crate) async fn ask_card_code(cx: Cx, Query(typed): Query<Typed>) -> Result<Page> {
    page(&cx, &Typed { handle: typed.handle, ..Typed::default() }, Faults::default())
}

fn page(cx: &Cx, typed: &Typed, faults: Faults) -> Result<Page> {
    let t = Text(cx.lang);
    let main = Recover { t, cx, faults, typed, once: fresh::once(cx, &typed.once) };
    framed(cx, t.recover_title(), "sign-in", &main)
}

pub(crate) async fn recover(
    cx: Cx,
    headers: HeaderMap,
    typed: std::result::Result<Form<Typed>, FormRejection>,
) -> Result<Response> {
    let Form(typed) = typed?;
    let mut faults = Faults::default();
    let Some(passphrase) = fresh::chosen(&cx, &typed.handle, &typed.passphrase, &mut faults) else {
        return Ok(page(&cx, &typed, faults)?.into_response());
    };
    let (db, key) = (&cx.portal.db, key_of(&typed.handle));
    let subject = fresh::admitted(&cx, "recover", &key).await?;
    let hash = fresh::hashed(&cx, &subject, passphrase).await?;
    let found = accounts::find_by_key(db, &key).await?.filter(|account| account.state != State::Banned);
    let id = found.as_ref().map_or("", |account| account.id.as_str());
    let digest = Code::read(Kind::Recovery, &typed.code).map(|code| code.digest(id)).unwrap_or_default();
    let back = Back {
        headers: &headers,
        phone: &typed.phone,
        action: "recovered",
        detail: "way=card",
        location: "/me?done=recovered",
    };
    let mut tx = db.begin().await?;
    let before = form::sent(&mut tx, &format!("recover {key} {digest} {}", typed.once), "", cx.now).await?;
    let right = codes::take(&mut tx, id, &digest, cx.now).await?;
    if right && before.is_none() {
        let account = renewal::renew(&mut tx, id, hash).await?;
        let response = fresh::let_in(tx, &cx, &account, back).await?;
        succeed(db, &subject, cx.now).await?;
        return Ok(response);
    }
    drop(tx);
    if before.is_some() {
        return fresh::again(&cx, &typed.handle, &typed.passphrase, back).await;
    }
    faults.add("code", Text(cx.lang).recover_wrong());
    Ok(page(&cx, &typed, faults)?.into_response())
}
