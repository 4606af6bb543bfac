//! `/me/works/{id}/remove`: a work goes, with its picture and its credits.

use askama::Template;
use axum::response::Response;
use web::{
    Cx, Page, Result,
    form::{Faults, see_other},
};

use super::step::Asked;
use crate::{
    Text,
    works::{KeptWork, editing, owner::Owner},
};

#[derive(Template)]
#[template(path = "works/pages/remove.html")]
struct Remove<'a> {
    t: Text,
    cx: &'a Cx,
    owner: &'a Owner,
    kept: &'a KeptWork,
    faults: Faults,
}

pub(crate) async fn ask(cx: Cx, owner: Owner, asked: Asked) -> Result<Page> {
    let kept = owner.work(&cx, &asked.id).await?;
    let t = Text(cx.lang);
    cx.own_page(t.work_remove(), &Remove { t, cx: &cx, owner: &owner, kept: &kept, faults: Faults::default() })
}

pub(crate) async fn save(cx: Cx, owner: Owner, asked: Asked) -> Result<Response> {
    editing::remove(&cx, &owner, &asked.id).await?;
    Ok(see_other(&format!("{}?done=removed", cx.href(&owner.base))))
}
