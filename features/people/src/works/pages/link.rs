//! `/me/works/{id}/link`: where the video stands. It is a link and nothing more: we fetch nothing from there.

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
    said::kinds,
    works::{KeptWork, editing::change, owner::Owner},
};

/// Longest address, in characters.
const MOST: usize = 500;

#[derive(Deserialize, Default)]
pub(crate) struct Typed {
    #[serde(default)]
    link: String,
}

#[derive(Template)]
#[template(path = "works/pages/link.html")]
struct Link<'a> {
    t: Text,
    cx: &'a Cx,
    owner: &'a Owner,
    kept: &'a KeptWork,
    faults: Faults,
    typed: Typed,
}

pub(crate) async fn ask(cx: Cx, owner: Owner, asked: Asked) -> Result<Page> {
    let kept = owner.work(&cx, &asked.id).await?;
    let typed = Typed { link: kept.work.link.clone().unwrap_or_default() };
    page(&cx, &owner, &kept, typed, Faults::default())
}

fn page(cx: &Cx, owner: &Owner, kept: &KeptWork, typed: Typed, faults: Faults) -> Result<Page> {
    let t = Text(cx.lang);
    cx.own_page(t.work_link(), &Link { t, cx, owner, kept, faults, typed })
}

/// An address of the web with a host, written as browsers write it; `https` where nothing is said.
pub(crate) fn address(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let whole = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
    let url = url::Url::parse(&whole).ok()?;
    let plain = url.username().is_empty() && url.password().is_none();
    let named = url.host_str().is_some_and(|host| host.contains('.'));
    (matches!(url.scheme(), "https" | "http") && plain && named && whole.len() <= MOST).then(|| url.to_string())
}

pub(crate) async fn save(cx: Cx, owner: Owner, asked: Asked, sent: Sent<Typed>) -> Result<Response> {
    let Form(typed) = sent?;
    let (t, mut faults) = (Text(cx.lang), Faults::default());
    let kept = owner.work(&cx, &asked.id).await?;
    let link = address(&typed.link);
    if link.is_none() && !typed.link.trim().is_empty() {
        faults.add("link", t.work_link_unreadable());
    } else if link.as_deref().is_some_and(|link| !kinds(link).is_empty()) {
        faults.add("link", t.work_has_details());
    }
    if !faults.is_empty() {
        return Ok(page(&cx, &owner, &kept, typed, faults)?.into_response());
    }
    let saved = change(&cx, &owner, &asked.id, None, |kept| kept.work.link = link).await?;
    Ok(onward(&cx, &owner, &kept.work, &saved))
}
