//! `/sign-out`: ends the session and wipes what the browser kept; `/sign-in/forget`: the phone forgets its names.

use askama::Template;
use axum::{
    http::{HeaderMap, HeaderValue, header},
    response::Response,
};
use web::{Cx, Page, Result, cookies, form};

use super::fresh::framed;
use super::phone;
use crate::{Text, code, event, store};

/// Wipes copies of pages and what scripts kept, also after Back.
const WIPE: HeaderValue = HeaderValue::from_static("\"cache\", \"storage\"");

#[derive(Template)]
#[template(path = "pages/sign_out.html")]
struct SignOut<'a> {
    t: Text,
    cx: &'a Cx,
}

/// Asks, for those who followed a link: opening an address changes nothing.
pub(crate) async fn sign_out_asked(cx: Cx) -> Result<Page> {
    let t = Text(cx.lang);
    framed(&cx, t.sign_out(), "", &SignOut { t, cx: &cx })
}

pub(crate) async fn sign_out(cx: Cx) -> Result<Response> {
    if let Some(signed) = &cx.signed {
        let mut tx = cx.portal.db.begin().await?;
        store::sessions::end(&mut tx, &signed.account, &signed.session).await?;
        event::note(&mut tx, &cx, "signed-out", &signed.account, "").await?;
        tx.commit().await?;
    }
    Ok(out(&cx, form::see_other(&cx.href("/sign-in?done=signed_out"))))
}

/// An answer after which the browser knows nothing of the session.
pub(crate) fn out(cx: &Cx, mut response: Response) -> Response {
    let secure = cx.portal.site.secure();
    let headers = response.headers_mut();
    for kind in [cookies::SESSION, cookies::ACTING, cookies::VISIT] {
        headers.append(header::SET_COOKIE, cookies::forget(kind, secure));
    }
    headers.insert("clear-site-data", WIPE);
    response
}

/// The phone forgets everybody's name; nobody's session ends.
pub(crate) async fn forget_phone(cx: Cx, headers: HeaderMap) -> Result<Response> {
    if let Some(token) = phone::token(&cx, &headers) {
        let mut tx = cx.portal.db.begin().await?;
        store::devices::forget_phone(&mut tx, &code::hash_token(&token)).await?;
        tx.commit().await?;
    }
    let mut response = form::see_other(&cx.href("/sign-in?done=forgotten"));
    response.headers_mut().append(header::SET_COOKIE, cookies::forget(cookies::DEVICE, cx.portal.site.secure()));
    Ok(response)
}
