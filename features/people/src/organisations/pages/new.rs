//! `/me/new-organisation`: a member makes an organisation.

use askama::Template;
use axum::{Form, extract::rejection::FormRejection, response::Response};
use basics::{limits, tidy_line};
use serde::Deserialize;
use web::{Cx, Page, Result, form, form::Faults};

use super::again;
use crate::{
    Text,
    organisations::creating::{self, New, Refusal},
    vocabulary::label,
};

/// Codes of the vocabulary, in the order they are offered.
pub(crate) const KINDS: [&str; 6] = ["business", "group", "association", "cooperative", "school", "ngo"];

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Typed {
    name: String,
    handle: String,
    kind: String,
    role: String,
    once: String,
}

#[derive(Template)]
#[template(path = "organisations/pages/new.html")]
struct Make<'a> {
    t: Text,
    cx: &'a Cx,
    faults: Faults,
    typed: &'a Typed,
}

impl Make<'_> {
    fn kinds(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        KINDS.into_iter().filter_map(|kind| Some((kind, label(self.cx.lang, "kind", kind)?)))
    }
}

pub(crate) async fn ask(cx: Cx) -> Result<Page> {
    page(&cx, &Typed::default(), Faults::default())
}

fn page(cx: &Cx, typed: &Typed, faults: Faults) -> Result<Page> {
    let t = Text(cx.lang);
    cx.own_page(t.org_new_title(), &Make { t, cx, faults, typed })
}

pub(crate) async fn make(cx: Cx, typed: std::result::Result<Form<Typed>, FormRejection>) -> Result<Response> {
    let Form(typed) = typed?;
    let (t, signed) = (Text(cx.lang), cx.signed()?.clone());
    let (name, role) = (tidy_line(&typed.name), tidy_line(&typed.role));
    let mut faults = Faults::default();
    if let Some(words) = name_fault(t, &name) {
        faults.add("name", words);
    }
    if !KINDS.contains(&typed.kind.as_str()) {
        faults.add("kind", t.org_choose_kind());
    }
    if let Some(words) = role_fault(t, &role) {
        faults.add("role", words);
    }
    if !faults.is_empty() {
        return Ok(again(page(&cx, &typed, faults)?));
    }
    let new = New {
        owner: &signed.person,
        level: signed.member.level,
        minor: signed.member.minor,
        name: &name,
        handle: typed.handle.trim(),
        kind: &typed.kind,
        role: &role,
    };
    let mut tx = cx.portal.db.begin().await?;
    let organisation = match creating::create(&mut tx, &new, cx.now).await? {
        Ok(organisation) => organisation,
        Err(refusal) => {
            drop(tx);
            let (field, words) = refused(t, refusal);
            faults.add(field, words);
            return Ok(again(page(&cx, &typed, faults)?));
        }
    };
    let location = cx.href(format_args!("/me/organisations/{}?done=made", organisation.handle));
    // The same form once more makes nothing: what stands in this transaction is dropped.
    let key = format!("organisation {} {}", signed.account, typed.once);
    if !typed.once.is_empty()
        && let Some(before) = form::sent(&mut tx, &key, &location, cx.now).await?
    {
        return Ok(form::see_other(&before));
    }
    super::event(&mut tx, &cx, "organisation-made", organisation.id.as_str()).await?;
    tx.commit().await?;
    Ok(form::see_other(&location))
}

/// Why an organisation cannot be called so.
fn name_fault(t: Text, name: &str) -> Option<&'static str> {
    match name.chars().count() {
        0..2 => Some(t.org_name_short()),
        count if count > limits::NAME => Some(t.org_name_long()),
        _ if !details::find(name).is_empty() => Some(t.org_details_found()),
        _ => None,
    }
}

/// Why somebody's part cannot be called so.
pub(crate) fn role_fault(t: Text, role: &str) -> Option<&'static str> {
    let long = role.chars().count() > 60;
    (long || !details::find(role).is_empty()).then(|| if long { t.org_role_long() } else { t.org_details_found() })
}

fn refused(t: Text, refusal: Refusal) -> (&'static str, String) {
    match refusal {
        Refusal::Minor => ("name", t.org_not_for_minors().into()),
        Refusal::Limit(most) => ("name", t.org_limit(most.unsigned_abs())),
        Refusal::Handle => ("handle", t.org_handle_rules().into()),
        Refusal::Taken => ("handle", t.org_handle_taken().into()),
    }
}
