//! `/claim`: with the code on paper, what was made for somebody becomes their own: an account a helper made, or a page
//! that was imported. Known and unknown handles get the same answer for the same work.

use askama::Template;
use axum::{
    Form,
    extract::{Query, rejection::FormRejection},
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use web::{Cx, Page, Result, form, form::Faults};

use super::{
    fresh::{self, Back, framed},
    join::born_words,
};
use crate::{
    Text,
    account::State,
    birth,
    claiming::{self, Claim},
    code::{Code, Kind},
    handle::key_of,
    sign_in::succeed,
    store::accounts,
};

#[derive(Deserialize, Default)]
pub(crate) struct Typed {
    #[serde(default)]
    handle: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    born: String,
    #[serde(default)]
    passphrase: String,
    #[serde(default)]
    phone: String,
    #[serde(default)]
    once: String,
}

#[derive(Template)]
#[template(path = "pages/claim.html")]
struct Ask<'a> {
    t: Text,
    cx: &'a Cx,
    faults: Faults,
    typed: &'a Typed,
    once: String,
}

pub(crate) async fn ask_claim_code(cx: Cx, Query(typed): Query<Typed>) -> Result<Page> {
    page(&cx, &Typed { handle: typed.handle, ..Typed::default() }, Faults::default())
}

fn page(cx: &Cx, typed: &Typed, faults: Faults) -> Result<Page> {
    let t = Text(cx.lang);
    let main = Ask { t, cx, faults, typed, once: fresh::once(cx, &typed.once) };
    framed(cx, t.claim_title(), "sign-in", &main)
}

pub(crate) async fn claim(
    cx: Cx,
    headers: HeaderMap,
    typed: std::result::Result<Form<Typed>, FormRejection>,
) -> Result<Response> {
    let Form(typed) = typed?;
    let mut faults = Faults::default();
    let born =
        birth::read(&typed.born, cx.now).map_err(|refusal| faults.add("born", born_words(Text(cx.lang), refusal)));
    let passphrase = fresh::chosen(&cx, &typed.handle, &typed.passphrase, &mut faults);
    let Some((born, passphrase)) = born.ok().zip(passphrase) else {
        return Ok(page(&cx, &typed, faults)?.into_response());
    };
    let (db, key, faces) = (&cx.portal.db, key_of(&typed.handle), cx.portal.faces()?);
    let subject = fresh::admitted(&cx, "claim", &key).await?;
    let passphrase = fresh::hashed(&cx, &subject, passphrase).await?;
    let account = accounts::find_by_key(db, &key).await?;
    let banned = account.as_ref().is_some_and(|account| account.state == State::Banned);
    let named = account.as_ref().map_or(typed.handle.as_str(), |account| &account.handle);
    let face = claiming::person(db, faces, named).await?.filter(|_| !banned);
    let code = Code::read(Kind::Claim, &typed.code);
    let back =
        Back { headers: &headers, phone: &typed.phone, action: "claimed", detail: "", location: "/me/card?new=1" };
    let claim = Claim { code: code.as_ref(), passphrase, born, lang: cx.lang };
    let mut tx = db.begin().await?;
    let digest = code.as_ref().map(|code| code.digest("")).unwrap_or_default();
    let before = form::sent(&mut tx, &format!("claim {key} {digest} {}", typed.once), "", cx.now).await?;
    let claimed = claiming::claim(&mut tx, faces, face.as_ref(), account.as_ref(), claim, cx.now).await?;
    if let Some(account) = claimed.filter(|_| before.is_none()) {
        let response = fresh::let_in(tx, &cx, &account, back).await?;
        succeed(db, &subject, cx.now).await?;
        return Ok(response);
    }
    drop(tx);
    if before.is_some() {
        return fresh::again(&cx, &typed.handle, &typed.passphrase, back).await;
    }
    faults.add("code", Text(cx.lang).claim_wrong());
    Ok(page(&cx, &typed, faults)?.into_response())
}
