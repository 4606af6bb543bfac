//! `/me/settings/name`: the name to show.

use askama::Template;
use axum::{
    Form,
    extract::rejection::FormRejection,
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use web::{Cx, Page, Result, form, form::Faults};

use super::{own, own_name};
use crate::{Text, pages::join::name_words};

#[derive(Template)]
#[template(path = "pages/settings/name.html")]
struct Name<'a> {
    t: Text,
    cx: &'a Cx,
    faults: Faults,
    /// Not `name`: inside the macro that is the field's.
    shown: &'a str,
}

pub(crate) async fn ask_name(cx: Cx) -> Result<Page> {
    let name = own_name(&cx, cx.signed()?).await?;
    page(&cx, &name, Faults::default())
}

fn page(cx: &Cx, shown: &str, faults: Faults) -> Result<Page> {
    let t = Text(cx.lang);
    Ok(own(cx.page(t.name_label(), &Name { t, cx, faults, shown })?))
}

#[derive(Deserialize)]
pub(crate) struct Typed {
    name: String,
}

pub(crate) async fn set_name(cx: Cx, typed: std::result::Result<Form<Typed>, FormRejection>) -> Result<Response> {
    let Form(typed) = typed?;
    let name = typed.name.trim();
    if let Some(words) = name_words(Text(cx.lang), name) {
        let mut faults = Faults::default();
        faults.add("name", words);
        return Ok(page(&cx, name, faults)?.into_response());
    }
    let mut tx = cx.portal.db.begin().await?;
    cx.portal.faces()?.set_name(&mut tx, &cx.signed()?.person, name, cx.now).await?;
    tx.commit().await?;
    Ok(form::see_other(&cx.href("/me/settings?done=saved")))
}
