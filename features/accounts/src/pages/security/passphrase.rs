//! `/me/security/passphrase`: another passphrase, or a first one for somebody who joined with a passkey.

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
    pages::{join::passphrase_words, settings::own},
    passphrase::Passphrase,
    room,
    store::{self, tickets},
};

#[derive(Template)]
#[template(path = "pages/security/passphrase.html")]
struct Change<'a> {
    t: Text,
    cx: &'a Cx,
    faults: Faults,
    handle: &'a str,
    others: bool,
}

pub(crate) async fn ask_passphrase(cx: Cx) -> Result<Page> {
    page(&cx, Faults::default(), true)
}

fn page(cx: &Cx, faults: Faults, others: bool) -> Result<Page> {
    let t = Text(cx.lang);
    let handle = &cx.signed()?.handle;
    Ok(own(cx.page(t.passphrase_label(), &Change { t, cx, faults, handle, others })?))
}

#[derive(Deserialize)]
pub(crate) struct Typed {
    passphrase: String,
    /// Everywhere else the account is signed out.
    #[serde(default)]
    others: bool,
}

pub(crate) async fn set_passphrase(cx: Cx, typed: std::result::Result<Form<Typed>, FormRejection>) -> Result<Response> {
    let Form(typed) = typed?;
    let signed = cx.signed()?.clone();
    let chosen = match Passphrase::chosen_beside(&typed.passphrase, &signed.handle) {
        Ok(chosen) => chosen,
        Err(refusal) => {
            let mut faults = Faults::default();
            faults.add("passphrase", passphrase_words(Text(cx.lang), refusal));
            return Ok(page(&cx, faults, typed.others)?.into_response());
        }
    };
    let hash = room(&cx)?.hasher.hash(chosen).await.map_err(|_| Error::Busy(2))?;
    let mut tx = cx.portal.db.begin().await?;
    let mut account = store::accounts::get_in(&mut tx, &signed.account).await?;
    account.secrets.passphrase = Some(hash);
    store::accounts::update(&mut tx, &account).await?;
    // Whoever is half-way in with the old one stays out.
    tickets::void(&mut tx, &signed.account, tickets::Kind::SecondStep).await?;
    if typed.others {
        store::sessions::end_all(&mut tx, &signed.account, &signed.session).await?;
    }
    let detail = if typed.others { "others=ended" } else { "others=kept" };
    event::note(&mut tx, &cx, "passphrase-changed", &signed.account, detail).await?;
    tx.commit().await?;
    Ok(form::see_other(&cx.href("/me/security?done=saved")))
}
