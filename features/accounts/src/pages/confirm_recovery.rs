//! `/me/recovery/confirm`: somebody who vouched, or one of the team, says that it is really the owner who asks. Who is
//! not entitled gets the same answer as for a number that is none.

use askama::Template;
use axum::{
    Form,
    extract::{Query, rejection::FormRejection},
    response::{IntoResponse, Response},
};
use basics::Capability;
use serde::Deserialize;
use web::{Cx, Page, Result, form, form::Faults};

use super::fresh::{self, framed};
use crate::{
    Text,
    by_people::{self, Part},
    code::{Code, Kind},
    sign_in::succeed,
    store::{accounts, recoveries},
};

#[derive(Deserialize, Default)]
pub(crate) struct Typed {
    #[serde(default)]
    reference: String,
    /// They have spoken with the person and are sure.
    #[serde(default)]
    sure: String,
    #[serde(default)]
    done: String,
}

#[derive(Template)]
#[template(path = "pages/confirm_recovery.html")]
struct Confirm<'a> {
    t: Text,
    cx: &'a Cx,
    faults: Faults,
    reference: &'a str,
    /// Who asks; empty before that is known.
    handle: &'a str,
    done: bool,
}

pub(crate) async fn ask_reference(cx: Cx, Query(typed): Query<Typed>) -> Result<Page> {
    page(&cx, Faults::default(), "", "", !typed.done.is_empty())
}

fn page(cx: &Cx, faults: Faults, reference: &str, handle: &str, done: bool) -> Result<Page> {
    let t = Text(cx.lang);
    framed(cx, t.confirm_title(), "me", &Confirm { t, cx, faults, reference, handle, done })
}

/// A recovery that this person may confirm: its id, who asks, and as what.
async fn entitled(cx: &Cx, typed: &str) -> Result<Option<(String, String, Part)>> {
    let (signed, db) = (cx.signed()?.clone(), &cx.portal.db);
    let digest = Code::read(Kind::Spoken, typed).map(|code| code.digest("")).unwrap_or_default();
    let found = recoveries::find_asked(db, &digest, cx.now).await?;
    let account = found.as_ref().and_then(|found| found.account.clone()).unwrap_or_default();
    let staff = cx.viewer.may(Capability::Help) || cx.viewer.may(Capability::Steward);
    let mut tx = db.begin().await?;
    let part = by_people::part_of(&mut tx, &signed.account, staff, &account, cx.now).await?;
    drop(tx);
    let Some((found, part)) = found.zip(part) else { return Ok(None) };
    let handle = accounts::get(db, &account).await?.handle;
    Ok(Some((found.id, handle, part)))
}

/// First shows who asks; with `sure`, confirms.
pub(crate) async fn confirm_recovery(
    cx: Cx,
    typed: std::result::Result<Form<Typed>, FormRejection>,
) -> Result<Response> {
    let Form(typed) = typed?;
    let signed = cx.signed()?.clone();
    let subject = fresh::admitted(&cx, "recovery-confirm", &signed.account).await?;
    let Some((recovery, handle, part)) = entitled(&cx, &typed.reference).await? else {
        let mut faults = Faults::default();
        faults.add("reference", Text(cx.lang).confirm_unknown());
        return Ok(page(&cx, faults, "", "", false)?.into_response());
    };
    succeed(&cx.portal.db, &subject, cx.now).await?;
    if typed.sure.is_empty() {
        return Ok(page(&cx, Faults::default(), &typed.reference, &handle, false)?.into_response());
    }
    let mut tx = cx.portal.db.begin().await?;
    if by_people::confirm(&mut tx, &recovery, &signed.account, part, cx.now).await? {
        tx.commit().await?;
    }
    Ok(form::see_other(&cx.href("/me/recovery/confirm?done=1")))
}
