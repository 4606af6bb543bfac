//! `/me/letters/settings`: who may write first, whether messages tell of letters, and who is blocked.

use askama::Template;
use axum::{Form, extract::Query, extract::rejection::FormRejection, response::Response};
use serde::Deserialize;
use web::{Cx, Error, Page, Result, form};

use super::{
    Done,
    names::{self, Who},
};
use crate::{
    Text,
    store::{
        self, blocks,
        settings::{self, OpenTo, Settings},
    },
};

#[derive(Deserialize)]
pub(crate) struct Typed {
    #[serde(default)]
    open: String,
    #[serde(default)]
    told: String,
}

#[derive(Deserialize)]
pub(crate) struct Unblocked {
    #[serde(default)]
    by: String,
    #[serde(default)]
    who: String,
}

/// Somebody blocked: by which side, who, and the organisation that did it when it was one.
struct Blocked {
    by: String,
    id: String,
    who: Who,
    organisation: Option<String>,
}

#[derive(Template)]
#[template(path = "pages/settings.html")]
struct Kept<'a> {
    t: Text,
    cx: &'a Cx,
    done: Option<&'static str>,
    kept: Settings,
    blocked: Vec<Blocked>,
}

pub(crate) async fn ask(cx: Cx, Query(done): Query<Done>) -> Result<Page> {
    let (t, db, person) = (Text(cx.lang), &cx.portal.db, cx.signed()?.person.clone());
    let kept = settings::get(db, &person).await?;
    let all = blocks::list(db, &store::sides(db, &person).await?).await?;
    let who = names::of(&cx, all.iter().flat_map(|(by, blocked)| [by.as_str(), blocked.as_str()])).await?;
    let named = |id: &String| who.get(id).cloned().unwrap_or_default();
    let blocked = all.iter().map(|(by, id)| {
        let organisation = (*by != person).then(|| named(by).name);
        Blocked { by: by.clone(), id: id.clone(), who: named(id), organisation }
    });
    let main = Kept { t, cx: &cx, done: done.words(t), kept, blocked: blocked.collect() };
    cx.own_page(t.settings_title(), &main)
}

impl Kept<'_> {
    fn choices(&self) -> impl Iterator<Item = (&'static str, &'static str, bool)> {
        OpenTo::ALL.into_iter().map(|open| {
            let label = match open {
                OpenTo::Members => self.t.open_members(),
                OpenTo::Vouched => self.t.open_vouched(),
                OpenTo::Nobody => self.t.open_nobody(),
            };
            (open.code(), label, open == self.kept.open_to)
        })
    }
}

pub(crate) async fn save(cx: Cx, typed: std::result::Result<Form<Typed>, FormRejection>) -> Result<Response> {
    let Form(typed) = typed?;
    let open_to = OpenTo::from_code(&typed.open).ok_or(Error::Malformed)?;
    let mut tx = cx.portal.db.begin().await?;
    settings::put(&mut tx, &cx.signed()?.person, Settings { open_to, told: typed.told == "yes" }).await?;
    tx.commit().await?;
    Ok(form::see_other(&cx.href("/me/letters/settings?done=saved")))
}

pub(crate) async fn unblock(cx: Cx, typed: std::result::Result<Form<Unblocked>, FormRejection>) -> Result<Response> {
    let Form(typed) = typed?;
    if typed.by.is_empty() || typed.who.is_empty() {
        return Err(Error::Malformed);
    }
    if !store::sides(&cx.portal.db, &cx.signed()?.person).await?.contains(&typed.by) {
        return Err(Error::NotFound);
    }
    let mut tx = cx.portal.db.begin().await?;
    blocks::delete(&mut tx, &typed.by, &typed.who).await?;
    tx.commit().await?;
    Ok(form::see_other(&cx.href("/me/letters/settings?done=unblocked")))
}
