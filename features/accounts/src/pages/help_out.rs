//! `/help-out`: what a helper can do, acting for somebody who is present, and the end of it.

use askama::Template;
use axum::{
    Form,
    extract::rejection::FormRejection,
    http::header,
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use web::{Cx, Error, Page, Result, cookies, form, form::Faults};

use super::fresh::{self, framed};
use crate::{
    Text,
    handle::key_of,
    helping::{self, Refusal, Said},
    room, session,
    sign_in::{forgive, succeed},
    store,
};

#[derive(Template)]
#[template(path = "pages/help_out.html")]
struct Ways<'a> {
    t: Text,
    cx: &'a Cx,
}

pub(crate) async fn help_out(cx: Cx) -> Result<Page> {
    let t = Text(cx.lang);
    framed(&cx, t.help_title(), "me", &Ways { t, cx: &cx })
}

#[derive(Deserialize, Default)]
pub(crate) struct Typed {
    #[serde(default)]
    handle: String,
    #[serde(default)]
    code: String,
}

#[derive(Template)]
#[template(path = "pages/help_act.html")]
struct Act<'a> {
    t: Text,
    cx: &'a Cx,
    faults: Faults,
    handle: &'a str,
}

pub(crate) async fn ask_to_act(cx: Cx) -> Result<Page> {
    act_page(&cx, "", Faults::default())
}

fn act_page(cx: &Cx, handle: &str, faults: Faults) -> Result<Page> {
    let t = Text(cx.lang);
    framed(cx, t.act_title(), "me", &Act { t, cx, faults, handle })
}

/// Lets a helper act for 15 minutes. Tries are counted for the helper and for the person.
pub(crate) async fn act(cx: Cx, typed: std::result::Result<Form<Typed>, FormRejection>) -> Result<Response> {
    let Form(typed) = typed?;
    let (helper, db) = (cx.signed()?.account.clone(), &cx.portal.db);
    let by_helper = fresh::admitted(&cx, "help-by", &helper).await?;
    let by_person = fresh::admitted(&cx, "help", &key_of(&typed.handle)).await?;
    let said = Said::read(&typed.code);
    let recognised = helping::recognise(db, &room(&cx)?.hasher, &typed.handle, &said, &helper).await?;
    let Ok((account, right)) = recognised else {
        forgive(db, &by_helper, cx.now).await?;
        forgive(db, &by_person, cx.now).await?;
        return Err(Error::Busy(2));
    };
    let mut tx = db.begin().await?;
    let token = match helping::begin(&mut tx, account.as_ref(), right, &said, &helper, cx.now).await? {
        Ok(token) => token,
        Err(refusal) => {
            drop(tx);
            let mut faults = Faults::default();
            faults.add("code", refusal_words(Text(cx.lang), refusal));
            return Ok(act_page(&cx, &typed.handle, faults)?.into_response());
        }
    };
    tx.commit().await?;
    succeed(db, &by_helper, cx.now).await?;
    succeed(db, &by_person, cx.now).await?;
    let mut response = form::see_other(&cx.href("/me"));
    let cookie = cookies::set(cookies::ACTING, &token, cx.portal.site.secure(), Some(session::HELP / 1000));
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}

pub(crate) fn refusal_words(t: Text, refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::Wrong => t.act_wrong(),
        Refusal::NotWanted => t.act_not_wanted(),
        Refusal::Enough => t.help_enough(),
    }
}

/// Ends the helper's session; their own goes on. Works also when it has ended by itself.
pub(crate) async fn end_helping(cx: Cx) -> Result<Response> {
    let signed = cx.signed()?.clone();
    if let Some(helper) = &signed.helper {
        let mut tx = cx.portal.db.begin().await?;
        store::sessions::end(&mut tx, &signed.account, &signed.session).await?;
        store::helped::insert_in(&mut tx, &signed.account, &helper.account, "ended", "", cx.now).await?;
        tx.commit().await?;
    }
    let mut response = form::see_other(&cx.href("/help-out"));
    let headers = response.headers_mut();
    headers.append(header::SET_COOKIE, cookies::forget(cookies::ACTING, cx.portal.site.secure()));
    headers.insert("clear-site-data", axum::http::HeaderValue::from_static("\"cache\", \"storage\""));
    Ok(response)
}
