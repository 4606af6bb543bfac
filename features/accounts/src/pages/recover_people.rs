//! `/recover/people`: asking to get back in through people. Whoever asks gets a number to tell them, whether anybody has
//! that handle or not.

use askama::Template;
use axum::{
    Form,
    extract::{Query, rejection::FormRejection},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use web::{Cx, Page, Result, form, form::Faults};

use super::fresh::{self, framed};
use crate::{Text, account::State, by_people, handle::key_of, store::accounts};

#[derive(Deserialize, Default)]
pub(crate) struct Typed {
    #[serde(default)]
    handle: String,
    #[serde(default)]
    passphrase: String,
    #[serde(default)]
    once: String,
}

#[derive(Template)]
#[template(path = "pages/recover_people.html")]
struct Ask<'a> {
    t: Text,
    cx: &'a Cx,
    faults: Faults,
    typed: &'a Typed,
    once: String,
    /// What is to be told to people, once asked.
    reference: &'a str,
}

pub(crate) async fn ask_people(cx: Cx, Query(typed): Query<Typed>) -> Result<Page> {
    page(&cx, &Typed { handle: typed.handle, ..Typed::default() }, Faults::default(), "")
}

fn page(cx: &Cx, typed: &Typed, faults: Faults, reference: &str) -> Result<Page> {
    let t = Text(cx.lang);
    let main = Ask { t, cx, faults, typed, once: fresh::once(cx, &typed.once), reference };
    framed(cx, t.people_way_title(), "sign-in", &main)
}

pub(crate) async fn asked_people(cx: Cx, typed: std::result::Result<Form<Typed>, FormRejection>) -> Result<Response> {
    let Form(typed) = typed?;
    let mut faults = Faults::default();
    let Some(passphrase) = fresh::chosen(&cx, &typed.handle, &typed.passphrase, &mut faults) else {
        return Ok(page(&cx, &typed, faults, "")?.into_response());
    };
    let (db, key) = (&cx.portal.db, key_of(&typed.handle));
    let subject = fresh::admitted(&cx, "recover-people", &key).await?;
    let hash = fresh::hashed(&cx, &subject, passphrase).await?;
    let found = accounts::find_by_key(db, &key).await?.filter(|account| account.state != State::Banned);
    let mut tx = db.begin().await?;
    let account = found.as_ref().map(|account| account.id.as_str());
    let reference = by_people::ask(&mut tx, account, &hash, cx.now).await?.shown();
    let form = format!("recover-people {key} {}", typed.once);
    let reference = match form::sent(&mut tx, &form, &reference, cx.now).await? {
        // The same form again: the number from before holds, and nothing new is asked.
        Some(before) => before,
        None => {
            tx.commit().await?;
            reference
        }
    };
    Ok(page(&cx, &typed, faults, &reference)?.into_response())
}
