//! `/desk/claims`: editors print claim codes for people whose pages were imported.

use askama::Template;
use axum::{
    Form,
    extract::rejection::FormRejection,
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use web::{Cx, Page, Result, form::Faults};

use super::{fresh::framed, paper};
use crate::{
    Text,
    claiming::{self, Refusal},
};

#[derive(Deserialize, Default)]
pub(crate) struct Typed {
    #[serde(default)]
    handle: String,
}

#[derive(Template)]
#[template(path = "pages/desk_claims.html")]
struct Claims<'a> {
    t: Text,
    cx: &'a Cx,
    faults: Faults,
    handle: &'a str,
}

pub(crate) async fn ask_for_claim_code(cx: Cx) -> Result<Page> {
    page(&cx, "", Faults::default())
}

fn page(cx: &Cx, handle: &str, faults: Faults) -> Result<Page> {
    let t = Text(cx.lang);
    framed(cx, t.desk_claims_title(), "me", &Claims { t, cx, faults, handle })
}

/// Makes a code and shows its paper. Sending the form again makes another; the last paper holds.
pub(crate) async fn make_claim_code(
    cx: Cx,
    typed: std::result::Result<Form<Typed>, FormRejection>,
) -> Result<Response> {
    let Form(typed) = typed?;
    let (by, t) = (cx.signed()?.account.clone(), Text(cx.lang));
    let refused = match claiming::issue(&cx.portal.db, cx.portal.faces()?, &typed.handle, &by, cx.now).await? {
        Ok(made) => return Ok(paper::page(&cx, &made, &[], "/desk/claims")?.into_response()),
        Err(Refusal::Nobody) => t.desk_claims_nobody(),
        Err(Refusal::Owned) => t.desk_claims_owned(),
    };
    let mut faults = Faults::default();
    faults.add("handle", refused);
    Ok(page(&cx, &typed.handle, faults)?.into_response())
}
