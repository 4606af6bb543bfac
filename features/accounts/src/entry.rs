//! Letting somebody in on a phone: the session, what the phone remembers, and the cookies for both.

use axum::{
    http::{HeaderMap, HeaderValue, header},
    response::Response,
};
use basics::At;
use db::Tx;
use web::{Cx, Result, cookies, form};

use crate::{
    account::Account,
    code, event, leaving,
    pages::phone,
    session::{self, OWN, Opening},
    store,
};

/// How somebody wants to be let in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wish {
    /// The phone is used by others too.
    pub shared: bool,
    /// The name may be offered on this shared phone next time.
    pub shown: bool,
    pub second_step: bool,
}

/// Cookies for an answer.
pub(crate) struct Let(Vec<HeaderValue>);

/// Opens a session in this transaction. A session that was open in this browser ends.
pub(crate) async fn open(tx: &mut Tx, cx: &Cx, headers: &HeaderMap, account: &Account, wish: Wish) -> Result<Let> {
    leaving::come_back(tx, cx.portal.faces()?, account, cx.now).await?;
    let device = phone::called(headers);
    if let Some(before) = &cx.signed {
        store::sessions::end(tx, &before.account, &before.session).await?;
    }
    let opening = Opening { shared: wish.shared, second_step: wish.second_step, device: &device, helper: None };
    let (_, token) = session::open(tx, account, &opening, cx.now).await?;
    let mut set =
        vec![session_cookie(cx, &token, wish.shared), cookies::forget(cookies::ACTING, cx.portal.site.secure())];
    if !wish.shared || wish.shown {
        let (token, cookie) = phone::known(cx, headers);
        store::devices::remember(tx, &code::hash_token(&token), account.id.as_str(), wish.shown, &device, cx.now)
            .await?;
        set.push(cookie);
    }
    let detail =
        format!("phone={} step={}", if wish.shared { "shared" } else { "own" }, 1 + u8::from(wish.second_step));
    event::record(tx, account.id.as_str(), "signed-in", account.id.as_str(), &detail, cx.now).await?;
    Ok(Let(set))
}

/// Goes on with the session under another token when its holder has proved to be themselves; with a second step when they
/// have proved that much.
pub(crate) async fn renew(tx: &mut Tx, cx: &Cx, second_step: bool) -> Result<Let> {
    let (signed, token) = (cx.signed()?, code::token());
    store::sessions::renew(tx, &signed.session, &code::hash_token(&token), second_step, cx.now).await?;
    Ok(Let(vec![session_cookie(cx, &token, signed.shared)]))
}

fn session_cookie(cx: &Cx, token: &str, shared: bool) -> HeaderValue {
    cookies::set(cookies::SESSION, token, cx.portal.site.secure(), (!shared).then_some(OWN / 1000))
}

impl Let {
    /// Any other answer, with the cookies.
    pub(crate) fn with(self, mut response: Response) -> Response {
        for cookie in self.0 {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
        response
    }

    /// The way on, with the cookies.
    pub(crate) fn to(self, location: &str) -> Response {
        self.with(form::see_other(location))
    }
}

/// Seconds until a moment, for "try again then".
pub(crate) fn seconds_until(then: At, now: At) -> u32 {
    u32::try_from((then.0 - now.0).max(0) / 1000 + 1).unwrap_or(3600)
}
