//! Ending sessions, and letting phones forget.

use axum::{Form, extract::rejection::FormRejection, response::Response};
use serde::Deserialize;
use web::{Cx, Result, form};

use crate::{event, pages::sign_out::out, store};

#[derive(Deserialize)]
pub(crate) struct Which {
    session: String,
}

/// Ends one session of one's own; this very one means signing out.
pub(crate) async fn end_session(cx: Cx, which: std::result::Result<Form<Which>, FormRejection>) -> Result<Response> {
    let Form(which) = which?;
    let signed = cx.signed()?.clone();
    let mut tx = cx.portal.db.begin().await?;
    if store::sessions::end(&mut tx, &signed.account, &which.session).await? {
        event::note(&mut tx, &cx, "session-ended", &signed.account, "").await?;
    }
    tx.commit().await?;
    if which.session == signed.session {
        return Ok(out(&cx, form::see_other(&cx.href("/sign-in?done=signed_out"))));
    }
    Ok(form::see_other(&cx.href("/me/security?done=session_ended")))
}

pub(crate) async fn end_others(cx: Cx) -> Result<Response> {
    let signed = cx.signed()?.clone();
    let mut tx = cx.portal.db.begin().await?;
    if store::sessions::end_all(&mut tx, &signed.account, &signed.session).await? > 0 {
        event::note(&mut tx, &cx, "sessions-ended", &signed.account, "").await?;
    }
    tx.commit().await?;
    Ok(form::see_other(&cx.href("/me/security?done=session_ended")))
}

#[derive(Deserialize)]
pub(crate) struct Phone {
    phone: String,
}

/// One phone forgets this account: no PIN, no name there any more.
pub(crate) async fn forget_my_phone(
    cx: Cx,
    phone: std::result::Result<Form<Phone>, FormRejection>,
) -> Result<Response> {
    let Form(phone) = phone?;
    let account = cx.signed()?.account.clone();
    let mut tx = cx.portal.db.begin().await?;
    if store::devices::forget(&mut tx, &phone.phone, &account).await? {
        event::note(&mut tx, &cx, "phone-forgotten", &account, "").await?;
    }
    tx.commit().await?;
    Ok(form::see_other(&cx.href("/me/security?done=phone_forgotten")))
}
