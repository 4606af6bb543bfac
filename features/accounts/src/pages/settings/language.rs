//! `/me/settings/language`: the language of pages and messages.

use askama::Template;
use axum::{Form, extract::rejection::FormRejection, response::Response};
use basics::Lang;
use serde::Deserialize;
use web::{Cx, Error, Page, Result, form};

use super::own;
use crate::{Text, store};

#[derive(Template)]
#[template(path = "pages/settings/language.html")]
struct Language<'a> {
    t: Text,
    cx: &'a Cx,
    now: Lang,
}

pub(crate) async fn ask_language(cx: Cx) -> Result<Page> {
    let t = Text(cx.lang);
    let now = store::accounts::get(&cx.portal.db, &cx.signed()?.account).await?.lang;
    Ok(own(cx.page(t.settings_language(), &Language { t, cx: &cx, now })?))
}

impl Language<'_> {
    fn langs(&self) -> [Lang; 3] {
        Lang::ALL
    }

    fn chosen(&self, lang: &Lang) -> bool {
        *lang == self.now
    }
}

#[derive(Deserialize)]
pub(crate) struct Chosen {
    lang: String,
}

pub(crate) async fn set_language(cx: Cx, chosen: std::result::Result<Form<Chosen>, FormRejection>) -> Result<Response> {
    let Form(chosen) = chosen?;
    let lang = Lang::ALL.into_iter().find(|lang| lang.tag() == chosen.lang).ok_or(Error::Malformed)?;
    let mut tx = cx.portal.db.begin().await?;
    let mut account = store::accounts::get_in(&mut tx, &cx.signed()?.account).await?;
    account.lang = lang;
    store::accounts::update(&mut tx, &account).await?;
    tx.commit().await?;
    // An address that names its language brings the cookie along, English too.
    Ok(form::see_other(&format!("/{}/me/settings?done=saved", lang.tag())))
}
