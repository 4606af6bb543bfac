//! `/me/security/pin`: six digits for phones that know the account.

use askama::Template;
use axum::{
    Form,
    extract::rejection::FormRejection,
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use web::{Cx, Error, Page, Result, form, form::Faults};

use crate::{
    Text, event,
    pages::settings::own,
    passphrase::{Pin, PinRefusal},
    room, store,
};

#[derive(Template)]
#[template(path = "pages/security/pin.html")]
struct Change<'a> {
    t: Text,
    cx: &'a Cx,
    faults: Faults,
    is_set: bool,
}

pub(crate) async fn ask_pin(cx: Cx) -> Result<Page> {
    page(&cx, Faults::default()).await
}

async fn page(cx: &Cx, faults: Faults) -> Result<Page> {
    let t = Text(cx.lang);
    let is_set = store::accounts::get(&cx.portal.db, &cx.signed()?.account).await?.secrets.pin.is_some();
    Ok(own(cx.page(t.pin_title(), &Change { t, cx, faults, is_set })?))
}

#[derive(Deserialize)]
pub(crate) struct Typed {
    pin: String,
}

pub(crate) async fn set_pin(cx: Cx, typed: std::result::Result<Form<Typed>, FormRejection>) -> Result<Response> {
    let Form(typed) = typed?;
    let t = Text(cx.lang);
    let pin = match Pin::chosen(&typed.pin) {
        Ok(pin) => pin,
        Err(refusal) => {
            let mut faults = Faults::default();
            faults.add("pin", if refusal == PinRefusal::Shape { t.pin_shape() } else { t.pin_common() });
            return Ok(page(&cx, faults).await?.into_response());
        }
    };
    let hash = room(&cx)?.hasher.hash(pin).await.map_err(|_| Error::Busy(2))?;
    keep(&cx, Some(hash), "pin-set").await
}

pub(crate) async fn remove_pin(cx: Cx) -> Result<Response> {
    keep(&cx, None, "pin-removed").await
}

async fn keep(cx: &Cx, pin: Option<String>, action: &'static str) -> Result<Response> {
    let mut tx = cx.portal.db.begin().await?;
    let mut account = store::accounts::get_in(&mut tx, &cx.signed()?.account).await?;
    account.secrets.pin = pin;
    store::accounts::update(&mut tx, &account).await?;
    event::note(&mut tx, cx, action, account.id.as_str(), "").await?;
    tx.commit().await?;
    Ok(form::see_other(&cx.href("/me/security?done=saved")))
}
