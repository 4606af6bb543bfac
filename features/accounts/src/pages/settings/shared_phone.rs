//! `/me/settings/phone`: what holds when somebody does not say whose phone they sign in on.

use askama::Template;
use axum::{Form, extract::rejection::FormRejection, response::Response};
use serde::Deserialize;
use web::{Cx, Page, Result, form};

use super::own;
use crate::{Text, store};

#[derive(Template)]
#[template(path = "pages/settings/shared_phone.html")]
struct SharedPhone<'a> {
    t: Text,
    cx: &'a Cx,
    shared: bool,
}

pub(crate) async fn ask_shared_phone(cx: Cx) -> Result<Page> {
    let t = Text(cx.lang);
    let shared = store::accounts::get(&cx.portal.db, &cx.signed()?.account).await?.shared_by_default;
    Ok(own(cx.page(t.settings_phone(), &SharedPhone { t, cx: &cx, shared })?))
}

#[derive(Deserialize)]
pub(crate) struct Chosen {
    phone: String,
}

pub(crate) async fn set_shared_phone(
    cx: Cx,
    chosen: std::result::Result<Form<Chosen>, FormRejection>,
) -> Result<Response> {
    let Form(chosen) = chosen?;
    let mut tx = cx.portal.db.begin().await?;
    let mut account = store::accounts::get_in(&mut tx, &cx.signed()?.account).await?;
    account.shared_by_default = chosen.phone != "own";
    store::accounts::update(&mut tx, &account).await?;
    tx.commit().await?;
    Ok(form::see_other(&cx.href("/me/settings?done=saved")))
}
