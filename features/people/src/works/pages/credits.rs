//! `/me/works/{id}/credits`: who else took part. People who are here are named once they agree; others by plain name.

use askama::Template;
use axum::{
    Form,
    response::{IntoResponse, Response},
};
use basics::limits;
use plugs::{Faces, Named};
use serde::Deserialize;
use web::{
    Cx, Page, Result,
    form::{Faults, see_other},
};

use super::step::{Asked, Sent};
use crate::{
    Text,
    plugs::faces::Directory,
    works::{
        KeptWork,
        asking::{self, Refusal},
        credit::{Credit, PART, State},
        editing::change,
        owner::Owner,
        store::credits,
        typed::{line, some},
    },
};

#[derive(Deserialize, Default)]
pub(crate) struct Typed {
    /// `ask`, `drop` or `names`.
    #[serde(default)]
    deed: String,
    #[serde(default)]
    handle: String,
    #[serde(default)]
    part: String,
    #[serde(default)]
    credit: String,
}

#[derive(Template)]
#[template(path = "works/pages/credits.html")]
struct Credits<'a> {
    t: Text,
    cx: &'a Cx,
    owner: &'a Owner,
    kept: &'a KeptWork,
    faults: Faults,
    typed: Typed,
    asked: Vec<(Named, Credit)>,
}

pub(crate) async fn ask(cx: Cx, owner: Owner, asked: Asked) -> Result<Page> {
    let kept = owner.work(&cx, &asked.id).await?;
    let typed = Typed { credit: kept.work.credit.clone().unwrap_or_default(), ..Typed::default() };
    page(&cx, &owner, &kept, typed, Faults::default()).await
}

async fn page(cx: &Cx, owner: &Owner, kept: &KeptWork, typed: Typed, faults: Faults) -> Result<Page> {
    let t = Text(cx.lang);
    let mut credits = credits::of_work(&cx.portal.db, &kept.id).await?;
    credits.retain(|credit| !credit.dropped);
    let ids: Vec<&str> = credits.iter().map(|credit| credit.person.as_str()).collect();
    let names = Directory.names(&cx.portal.db, cx.viewer, &ids).await?;
    let asked = names.into_iter().zip(credits).collect();
    cx.own_page(t.work_credits(), &Credits { t, cx, owner, kept, faults, typed, asked })
}

impl Credits<'_> {
    /// Whether they agreed. A "no" looks like an answer that has not come.
    fn answer(&self, credit: &Credit) -> &'static str {
        if credit.state == State::Agreed { self.t.credit_agreed() } else { self.t.credit_waits() }
    }
}

pub(crate) async fn save(cx: Cx, owner: Owner, asked: Asked, sent: Sent<Typed>) -> Result<Response> {
    let Form(typed) = sent?;
    let (t, mut faults) = (Text(cx.lang), Faults::default());
    let kept = owner.work(&cx, &asked.id).await?;
    match typed.deed.as_str() {
        "drop" => asking::drop_credit(&cx, &owner, &kept, &typed.handle).await?,
        "names" => {
            let names = some(t, "credit", &typed.credit, limits::LINE, &mut faults);
            if faults.is_empty() {
                change(&cx, &owner, &asked.id, None, |kept| kept.work.credit = names).await?;
            }
        }
        _ => {
            let part = line(t, "part", &typed.part, PART, &mut faults);
            if faults.is_empty()
                && let Err(refusal) = asking::ask(&cx, &owner, &kept, &typed.handle, part).await?
            {
                faults.add("handle", refusal_words(t, refusal));
            }
        }
    }
    if faults.is_empty() {
        return Ok(see_other(&owner.at(&cx, &kept.id, "credits")));
    }
    Ok(page(&cx, &owner, &kept, typed, faults).await?.into_response())
}

fn refusal_words(t: Text, refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NotHere => t.credit_not_here(),
        Refusal::Own => t.credit_own(),
        Refusal::Full => t.credit_full(),
        Refusal::Tomorrow => t.credit_tomorrow(),
    }
}
