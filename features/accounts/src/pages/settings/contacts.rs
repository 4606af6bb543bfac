//! `/me/contacts`: addresses and numbers, each verified by a code that is sent there.

use askama::Template;
use axum::{
    Form,
    extract::{Path, Query, rejection::FormRejection},
    response::{IntoResponse, Response},
};
use basics::At;
use serde::Deserialize;
use web::{Cx, Error, Page, Result, form, form::Faults};

use super::{Done, own};
use crate::{
    Text,
    attempts::Admission,
    code::{self, Code},
    contact::{self, Contact, MOST},
    contact_code,
    entry::seconds_until,
    event,
    sign_in::{admit, subject, succeed},
    store::{accounts, contacts, tickets},
};

#[derive(Template)]
#[template(path = "pages/settings/contacts.html")]
struct Contacts<'a> {
    t: Text,
    cx: &'a Cx,
    done: Option<&'static str>,
    faults: Faults,
    typed: &'a str,
    contacts: Vec<Contact>,
}

pub(crate) async fn show_contacts(cx: Cx, Query(done): Query<Done>) -> Result<Page> {
    page(&cx, "", Faults::default(), done.words(Text(cx.lang))).await
}

async fn page(cx: &Cx, typed: &str, faults: Faults, done: Option<&'static str>) -> Result<Page> {
    let t = Text(cx.lang);
    let contacts = contacts::list(&cx.portal.db, &cx.signed()?.account).await?;
    Ok(own(cx.page(t.settings_contacts(), &Contacts { t, cx, done, faults, typed, contacts })?))
}

#[derive(Deserialize)]
pub(crate) struct Typed {
    contact: String,
}

/// Adds a contact and sends a code there. One that is there already gets a new code.
pub(crate) async fn add_contact(cx: Cx, typed: std::result::Result<Form<Typed>, FormRejection>) -> Result<Response> {
    let Form(typed) = typed?;
    let t = Text(cx.lang);
    let mut faults = Faults::default();
    let Ok((kind, value)) = contact::read(&typed.contact) else {
        faults.add("contact", t.contact_unreadable());
        return Ok(page(&cx, &typed.contact, faults, None).await?.into_response());
    };
    let account = cx.signed()?.account.clone();
    let may_send = contact_code::may_send(&cx, &value).await?;
    let mut tx = cx.portal.db.begin().await?;
    accounts::get_in(&mut tx, &account).await?;
    let had = contacts::list_in(&mut tx, &account).await?;
    let id = match had.iter().find(|had| had.value == value) {
        Some(had) if had.verified_at.is_some() => return Ok(form::see_other(&cx.href("/me/contacts"))),
        Some(had) => had.id.clone(),
        None if had.len() >= MOST => {
            drop(tx);
            faults.add("contact", t.contacts_full());
            return Ok(page(&cx, &typed.contact, faults, None).await?.into_response());
        }
        None => contacts::insert(&mut tx, &account, kind, &value, cx.now).await?,
    };
    contact_code::send(&mut tx, &cx, &id, (kind, &value), may_send).await?;
    event::note(&mut tx, &cx, "contact-added", &account, kind.code()).await?;
    tx.commit().await?;
    Ok(form::see_other(&cx.href(format_args!("/me/contacts/{id}"))))
}

#[derive(Template)]
#[template(path = "pages/settings/contact.html")]
struct One<'a> {
    t: Text,
    cx: &'a Cx,
    done: Option<&'static str>,
    faults: Faults,
    contact: Contact,
}

pub(crate) async fn show_contact(cx: Cx, Path(id): Path<String>, Query(done): Query<Done>) -> Result<Page> {
    let done = done.words(Text(cx.lang));
    one(&cx, &id, Faults::default(), done).await
}

async fn one(cx: &Cx, id: &str, faults: Faults, done: Option<&'static str>) -> Result<Page> {
    let t = Text(cx.lang);
    let contact = found(cx, id).await?;
    Ok(own(cx.page(t.settings_contacts(), &One { t, cx, done, faults, contact })?))
}

async fn found(cx: &Cx, id: &str) -> Result<Contact> {
    contacts::find(&cx.portal.db, &cx.signed()?.account, id).await?.ok_or(Error::NotFound)
}

#[derive(Deserialize)]
pub(crate) struct CodeTyped {
    code: String,
}

pub(crate) async fn verify_contact(
    cx: Cx,
    Path(id): Path<String>,
    typed: std::result::Result<Form<CodeTyped>, FormRejection>,
) -> Result<Response> {
    let Form(typed) = typed?;
    let contact = found(&cx, &id).await?;
    if contact.verified_at.is_some() {
        return Ok(form::see_other(&cx.href("/me/contacts?done=contact_verified")));
    }
    let (db, account) = (&cx.portal.db, &contact.account);
    let tries = subject("contact", &id, None);
    if let Admission::NotBefore(then) = admit(db, &tries, cx.now).await? {
        return Err(Error::TooOften(seconds_until(then, cx.now)));
    }
    let typed = Code::read(code::Kind::Spoken, &typed.code);
    let mut tx = db.begin().await?;
    let right = match typed {
        Some(code) => tickets::take(&mut tx, &code.digest(&id), tickets::Kind::Contact, cx.now).await?,
        None => None,
    };
    if right.is_none() {
        drop(tx);
        let mut faults = Faults::default();
        faults.add("code", Text(cx.lang).contact_code_wrong());
        return Ok(one(&cx, &id, faults, None).await?.into_response());
    }
    contacts::verify(&mut tx, account, &id, cx.now).await?;
    event::note(&mut tx, &cx, "contact-verified", account, contact.kind.code()).await?;
    tx.commit().await?;
    succeed(db, &tries, cx.now).await?;
    contact_code::arrived(&cx, &contact.value).await?;
    Ok(form::see_other(&cx.href("/me/contacts?done=contact_verified")))
}

/// Sends another code.
pub(crate) async fn send_again(cx: Cx, Path(id): Path<String>) -> Result<Response> {
    let contact = found(&cx, &id).await?;
    if contact.verified_at.is_some() {
        return Ok(form::see_other(&cx.href("/me/contacts")));
    }
    let may_send = contact_code::may_send(&cx, &contact.value).await?;
    let mut tx = cx.portal.db.begin().await?;
    contact_code::send(&mut tx, &cx, &id, (contact.kind, &contact.value), may_send).await?;
    tx.commit().await?;
    Ok(form::see_other(&cx.href(format_args!("/me/contacts/{id}?done=sent_again"))))
}

pub(crate) async fn remove_contact(cx: Cx, Path(id): Path<String>) -> Result<Response> {
    let account = cx.signed()?.account.clone();
    let mut tx = cx.portal.db.begin().await?;
    if contacts::delete(&mut tx, &account, &id).await? {
        event::note(&mut tx, &cx, "contact-removed", &account, "").await?;
    }
    tx.commit().await?;
    Ok(form::see_other(&cx.href("/me/contacts?done=contact_removed")))
}

impl Contacts<'_> {
    fn since(&self, at: &At) -> String {
        words::date(self.cx.lang, *at)
    }
}
