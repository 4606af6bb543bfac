//! `/me/works/{id}/licence`: what others may do with it.

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
    vocabulary::label,
    works::{KeptWork, Licence as Terms, editing::change, owner::Owner},
};

#[derive(Deserialize, Default)]
pub(crate) struct Typed {
    #[serde(default)]
    licence: String,
}

#[derive(Template)]
#[template(path = "works/pages/licence.html")]
struct Licence<'a> {
    t: Text,
    cx: &'a Cx,
    owner: &'a Owner,
    kept: &'a KeptWork,
    faults: Faults,
}

pub(crate) async fn ask(cx: Cx, owner: Owner, asked: Asked) -> Result<Page> {
    let kept = owner.work(&cx, &asked.id).await?;
    page(&cx, &owner, &kept, Faults::default())
}

fn page(cx: &Cx, owner: &Owner, kept: &KeptWork, faults: Faults) -> Result<Page> {
    let t = Text(cx.lang);
    cx.own_page(t.work_licence(), &Licence { t, cx, owner, kept, faults })
}

impl Licence<'_> {
    /// Code, what it means, and its usual name.
    fn choices(&self) -> impl Iterator<Item = (&'static str, String, bool)> {
        let chosen = self.kept.work.licence();
        Terms::ALL.into_iter().map(move |terms| {
            let words = label(self.cx.lang, "licence", terms.code()).unwrap_or_default();
            let words = terms.name().map_or_else(|| words.to_owned(), |name| format!("{words} ({name})"));
            (terms.code(), words, chosen == Some(terms))
        })
    }
}

pub(crate) async fn save(cx: Cx, owner: Owner, asked: Asked, sent: Sent<Typed>) -> Result<Response> {
    let Form(typed) = sent?;
    let kept = owner.work(&cx, &asked.id).await?;
    let Some(terms) = Terms::ALL.into_iter().find(|terms| terms.code() == typed.licence) else {
        let mut faults = Faults::default();
        faults.add("licence", Text(cx.lang).work_choose_one());
        return Ok(page(&cx, &owner, &kept, faults)?.into_response());
    };
    let saved = change(&cx, &owner, &asked.id, None, |kept| kept.work.licence = Some(terms.code().to_owned())).await?;
    Ok(onward(&cx, &owner, &kept.work, &saved))
}
