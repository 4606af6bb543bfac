//! `/first`: the one-time link that `serve` prints while nobody is an administrator.

use askama::Template;
use axum::{
    Form,
    extract::{Query, rejection::FormRejection},
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use basics::{Level, Role, Roles};
use serde::Deserialize;
use web::{Cx, Error, Page, Result, form::Faults};

use super::fresh::framed;
use super::join::{handle_words, passphrase_words};
use crate::{
    Text,
    entry::{self, Wish},
    event,
    handle::Handle,
    join::{Newcomer, exactly},
    passphrase::Passphrase,
    room,
    store::{accounts, tickets},
};

#[derive(Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    token: String,
}

#[derive(Deserialize)]
pub(crate) struct Typed {
    token: String,
    handle: String,
    passphrase: String,
}

#[derive(Template)]
#[template(path = "pages/first.html")]
struct First<'a> {
    t: Text,
    cx: &'a Cx,
    faults: Faults,
    token: &'a str,
    handle: &'a str,
}

pub(crate) async fn ask_first(cx: Cx, Query(asked): Query<Asked>) -> Result<Page> {
    welcome(&cx, &asked.token).await?;
    page(&cx, &asked.token, "", Faults::default())
}

/// A link is worth nothing once somebody runs the portal, however they came to.
async fn welcome(cx: &Cx, token: &str) -> Result<()> {
    tickets::find(&cx.portal.db, token, tickets::Kind::FirstAdmin, cx.now).await?.ok_or(Error::NotFound)?;
    let mut tx = cx.portal.db.begin().await?;
    if accounts::has_admin(&mut tx, "").await? { Err(Error::NotFound) } else { Ok(()) }
}

fn page(cx: &Cx, token: &str, handle: &str, faults: Faults) -> Result<Page> {
    let t = Text(cx.lang);
    let main = First { t, cx, faults, token, handle };
    framed(cx, t.first_title(), "sign-in", &main)
}

/// Makes the first administrator and lets them in.
pub(crate) async fn first(
    cx: Cx,
    headers: HeaderMap,
    typed: std::result::Result<Form<Typed>, FormRejection>,
) -> Result<Response> {
    let Form(typed) = typed?;
    let t = Text(cx.lang);
    welcome(&cx, &typed.token).await?;
    let mut faults = Faults::default();
    let handle = Handle::parse(&typed.handle).map_err(|refusal| faults.add("handle", handle_words(t, refusal)));
    let passphrase = handle.as_ref().map(|handle| Passphrase::chosen(&typed.passphrase, handle));
    let (Ok(handle), Ok(Ok(passphrase))) = (&handle, &passphrase) else {
        if let Ok(Err(refusal)) = passphrase {
            faults.add("passphrase", passphrase_words(t, refusal));
        }
        return Ok(page(&cx, &typed.token, &typed.handle, faults)?.into_response());
    };
    let passphrase = room(&cx)?.hasher.hash(passphrase).await.map_err(|_| Error::Busy(2))?;
    let newcomer = Newcomer {
        handle,
        name: "",
        crafts: &[],
        born: None,
        passphrase: Some(passphrase),
        lang: cx.lang,
        roles: Roles::default().with(Role::Admin),
        level: Level::Trusted,
        invited_by: None,
        made_by: None,
    };
    let mut tx = cx.portal.db.begin().await?;
    if !tickets::take_all(&mut tx, &typed.token, tickets::Kind::FirstAdmin, cx.now).await?
        || accounts::has_admin(&mut tx, "").await?
    {
        return Err(Error::NotFound);
    }
    let Ok(account) = exactly(&mut tx, cx.portal.faces()?, &newcomer, cx.now).await? else {
        faults.add("handle", t.handle_taken(handle.with_number(2)));
        drop(tx);
        return Ok(page(&cx, &typed.token, &typed.handle, faults)?.into_response());
    };
    let wish = Wish { shared: false, shown: false, second_step: false };
    let entered = entry::open(&mut tx, &cx, &headers, &account, wish).await?;
    event::record(&mut tx, audit::OPERATOR, "role-given", account.id.as_str(), Role::Admin.code(), cx.now).await?;
    tx.commit().await?;
    Ok(entered.to(&cx.href("/me/card?new=1")))
}
