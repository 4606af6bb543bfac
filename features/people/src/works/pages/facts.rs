//! `/me/works/{id}/facts`: year, material, size and series. All may stay empty.

use askama::Template;
use axum::{
    Form,
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use web::{Cx, Page, Result, form::Faults};

use super::step::{Asked, Sent, onward};
use crate::{
    Text,
    works::{KeptWork, editing::change, owner::Owner, store, typed::some},
};

/// Longest of each, in characters.
const FACT: usize = 80;
const YEAR: usize = 20;

#[derive(Deserialize, Default)]
pub(crate) struct Typed {
    #[serde(default)]
    year: String,
    #[serde(default)]
    medium: String,
    #[serde(default)]
    size: String,
    #[serde(default)]
    series: String,
}

#[derive(Template)]
#[template(path = "works/pages/facts.html")]
struct Facts<'a> {
    t: Text,
    cx: &'a Cx,
    owner: &'a Owner,
    kept: &'a KeptWork,
    faults: Faults,
    typed: Typed,
    /// Series that this person has used, to be written the same again.
    series: Vec<String>,
}

pub(crate) async fn ask(cx: Cx, owner: Owner, asked: Asked) -> Result<Page> {
    let kept = owner.work(&cx, &asked.id).await?;
    let work = kept.work.clone();
    let [year, medium, size, series] = [work.year, work.medium, work.size, work.series].map(Option::unwrap_or_default);
    page(&cx, &owner, &kept, Typed { year, medium, size, series }, Faults::default()).await
}

async fn page(cx: &Cx, owner: &Owner, kept: &KeptWork, typed: Typed, faults: Faults) -> Result<Page> {
    let t = Text(cx.lang);
    let works = store::list(&cx.portal.db, &owner.person.id).await?;
    let mut series: Vec<String> = works.into_iter().filter_map(|kept| kept.work.series).collect();
    series.sort();
    series.dedup();
    cx.own_page(t.work_facts(), &Facts { t, cx, owner, kept, faults, typed, series })
}

pub(crate) async fn save(cx: Cx, owner: Owner, asked: Asked, sent: Sent<Typed>) -> Result<Response> {
    let Form(typed) = sent?;
    let (t, mut faults) = (Text(cx.lang), Faults::default());
    let kept = owner.work(&cx, &asked.id).await?;
    let year = some(t, "year", &typed.year, YEAR, &mut faults);
    let medium = some(t, "medium", &typed.medium, FACT, &mut faults);
    let size = some(t, "size", &typed.size, FACT, &mut faults);
    let series = some(t, "series", &typed.series, FACT, &mut faults);
    if !faults.is_empty() {
        return Ok(page(&cx, &owner, &kept, typed, faults).await?.into_response());
    }
    let saved = change(&cx, &owner, &asked.id, None, |kept| {
        let work = &mut kept.work;
        (work.year, work.medium, work.size, work.series) = (year, medium, size, series);
    });
    Ok(onward(&cx, &owner, &kept.work, &saved.await?))
}
