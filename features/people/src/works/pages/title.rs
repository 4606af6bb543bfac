//! `/me/works/{id}/title`: what it is called, and in which language.

use askama::Template;
use axum::{
    Form,
    response::{IntoResponse, Response},
};
use basics::limits;
use serde::Deserialize;
use web::{Cx, Page, Result, form::Faults};

use super::step::{Asked, Sent, onward};
use crate::{
    Text,
    works::{KeptWork, editing::change, owner::Owner, typed::line},
};

/// Languages offered for what people write: those spoken in Dzaleka and where its people live.
const WRITTEN: [&str; 9] = ["sw", "en", "fr", "rn", "rw", "ny", "ln", "so", "am"];

#[derive(Deserialize, Default)]
pub(crate) struct Typed {
    #[serde(default)]
    title: String,
    #[serde(default)]
    lang: String,
}

#[derive(Template)]
#[template(path = "works/pages/title.html")]
struct Title<'a> {
    t: Text,
    cx: &'a Cx,
    owner: &'a Owner,
    kept: &'a KeptWork,
    faults: Faults,
    typed: Typed,
}

pub(crate) async fn ask(cx: Cx, owner: Owner, asked: Asked) -> Result<Page> {
    let kept = owner.work(&cx, &asked.id).await?;
    let typed = Typed { title: kept.work.title.clone(), lang: kept.work.lang.clone().unwrap_or_default() };
    page(&cx, &owner, &kept, typed, Faults::default())
}

fn page(cx: &Cx, owner: &Owner, kept: &KeptWork, typed: Typed, faults: Faults) -> Result<Page> {
    let t = Text(cx.lang);
    cx.own_page(t.work_title(), &Title { t, cx, owner, kept, faults, typed })
}

impl Title<'_> {
    /// Codes and names of languages; the one an import brought too.
    fn langs(&self) -> Vec<(String, String)> {
        let other = Some(self.typed.lang.as_str()).filter(|lang| !lang.is_empty() && !WRITTEN.contains(lang));
        let named = |code: &str| (code.to_owned(), words::language_name(self.cx.lang, code).unwrap_or_default());
        WRITTEN.into_iter().chain(other).map(named).filter(|(_, name)| !name.is_empty()).collect()
    }

    fn chosen(&self, code: &str) -> bool {
        self.typed.lang == code
    }
}

pub(crate) async fn save(cx: Cx, owner: Owner, asked: Asked, sent: Sent<Typed>) -> Result<Response> {
    let Form(typed) = sent?;
    let (t, mut faults) = (Text(cx.lang), Faults::default());
    let kept = owner.work(&cx, &asked.id).await?;
    let title = line(t, "title", &typed.title, limits::NAME, &mut faults);
    if title.is_empty() {
        faults.add("title", t.work_title_missing());
    }
    if !faults.is_empty() {
        return Ok(page(&cx, &owner, &kept, typed, faults)?.into_response());
    }
    let lang = Some(typed.lang).filter(|lang| words::language_name(cx.lang, lang).is_some());
    let saved = change(&cx, &owner, &asked.id, None, |kept| {
        kept.work.title = title;
        kept.work.lang = lang;
    });
    Ok(onward(&cx, &owner, &kept.work, &saved.await?))
}
