//! `/me/settings`: a list of what can be set, and a page for each of it. Helpers may open these; there is no secret here.

mod contacts;
mod handle;
mod language;
mod name;
mod quiet;
mod shared_phone;

use askama::Template;
use axum::extract::Query;
use serde::Deserialize;
use web::{Cx, Page, Result, Signed};

use crate::{Text, account::Account, quiet as hours, store};

pub(crate) use self::{
    contacts::{add_contact, remove_contact, send_again, show_contact, show_contacts, verify_contact},
    handle::{ask_handle, set_handle},
    language::{ask_language as ask_my_language, set_language},
    name::{ask_name as ask_my_name, set_name},
    quiet::{ask_quiet, set_quiet},
    shared_phone::{ask_shared_phone, set_shared_phone},
};

/// What was just done, for the note above a page.
#[derive(Deserialize, Default)]
pub(crate) struct Done {
    #[serde(default)]
    pub done: String,
}

impl Done {
    pub(crate) fn words(&self, t: Text) -> Option<&'static str> {
        t.by_key(&format!("done_{}", self.done))
    }
}

#[derive(Template)]
#[template(path = "pages/settings/settings.html")]
struct Settings<'a> {
    t: Text,
    cx: &'a Cx,
    done: Option<&'static str>,
    signed: &'a Signed,
    account: &'a Account,
    name: &'a str,
    contacts: u64,
}

pub(crate) async fn show_settings(cx: Cx, Query(done): Query<Done>) -> Result<Page> {
    let (t, signed) = (Text(cx.lang), cx.signed()?.clone());
    let account = store::accounts::get(&cx.portal.db, &signed.account).await?;
    let name = own_name(&cx, &signed).await?;
    let contacts = store::contacts::list(&cx.portal.db, &signed.account).await?.len() as u64;
    let done = done.words(t);
    let main = Settings { t, cx: &cx, done, signed: &signed, account: &account, name: &name, contacts };
    Ok(own(cx.page(t.me_settings(), &main)?))
}

impl Settings<'_> {
    fn kept(&self) -> String {
        if self.contacts == 0 { self.t.contacts_none().to_owned() } else { self.t.contacts_some(self.contacts) }
    }

    fn quiet(&self) -> String {
        let written = |(from, until)| self.t.quiet_from_until(hours::written(from), hours::written(until));
        self.account.quiet.map_or_else(|| self.t.quiet_none().to_owned(), written)
    }
}

/// The name a person has chosen to show, or their handle.
pub(crate) async fn own_name(cx: &Cx, signed: &Signed) -> Result<String> {
    let named = cx.portal.faces()?.names(&cx.portal.db, cx.viewer, &[&signed.person]).await?;
    Ok(named.into_iter().next().map_or_else(|| signed.handle.clone(), |named| named.name))
}

/// A page of one's own.
pub(crate) fn own(page: Page) -> Page {
    page.nav("me").private()
}
