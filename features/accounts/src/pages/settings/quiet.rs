//! `/me/settings/quiet-hours`: when nothing is sent.

use askama::Template;
use axum::{
    Form,
    extract::rejection::FormRejection,
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use web::{Cx, Page, Result, form, form::Faults};

use super::own;
use crate::{Text, quiet, store};

#[derive(Deserialize, Default)]
pub(crate) struct Typed {
    #[serde(default)]
    from: String,
    #[serde(default)]
    until: String,
}

#[derive(Template)]
#[template(path = "pages/settings/quiet.html")]
struct Quiet<'a> {
    t: Text,
    cx: &'a Cx,
    faults: Faults,
    typed: &'a Typed,
}

pub(crate) async fn ask_quiet(cx: Cx) -> Result<Page> {
    let kept = store::accounts::get(&cx.portal.db, &cx.signed()?.account).await?.quiet;
    let typed = kept.map(|(from, until)| Typed { from: quiet::written(from), until: quiet::written(until) });
    page(&cx, &typed.unwrap_or_default(), Faults::default())
}

fn page(cx: &Cx, typed: &Typed, faults: Faults) -> Result<Page> {
    let t = Text(cx.lang);
    Ok(own(cx.page(t.settings_quiet(), &Quiet { t, cx, faults, typed })?))
}

pub(crate) async fn set_quiet(cx: Cx, typed: std::result::Result<Form<Typed>, FormRejection>) -> Result<Response> {
    let Form(typed) = typed?;
    let mut faults = Faults::default();
    let hours = read(Text(cx.lang), &typed, &mut faults);
    if !faults.is_empty() {
        return Ok(page(&cx, &typed, faults)?.into_response());
    }
    let mut tx = cx.portal.db.begin().await?;
    let mut account = store::accounts::get_in(&mut tx, &cx.signed()?.account).await?;
    account.quiet = hours;
    store::accounts::update(&mut tx, &account).await?;
    tx.commit().await?;
    Ok(form::see_other(&cx.href("/me/settings?done=saved")))
}

/// Both empty is none; the same twice would be the whole day.
fn read(t: Text, typed: &Typed, faults: &mut Faults) -> Option<(i64, i64)> {
    if typed.from.trim().is_empty() && typed.until.trim().is_empty() {
        return None;
    }
    let from = quiet::read(&typed.from);
    let until = quiet::read(&typed.until);
    if from.is_none() {
        faults.add("from", t.quiet_not_a_time());
    }
    if until.is_none() {
        faults.add("until", t.quiet_not_a_time());
    }
    let hours = from.zip(until)?;
    if hours.0 == hours.1 {
        faults.add("until", t.quiet_whole_day());
    }
    Some(hours)
}
