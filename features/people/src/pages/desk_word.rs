//! `/desk/words/word`: one word, and what can be done with it.

use std::collections::BTreeMap;

use askama::Template;
use axum::{
    Form,
    extract::{Query, rejection::FormRejection},
    response::{IntoResponse, Response},
};
use basics::{Lang, slug, tidy_line};
use serde::Deserialize;
use web::{Cx, Error, Page, Result, form, form::Faults};

use crate::{
    Text,
    store::vocabulary as store,
    vocabulary::{
        Decision, Family, Refusal, WORD,
        added::{self, Decided},
        decide, free_label, own_code, word,
    },
};

#[derive(Deserialize)]
pub(crate) struct Asked {
    family: String,
    code: String,
}

#[derive(Deserialize)]
pub(crate) struct Deed {
    family: String,
    code: String,
    what: String,
    #[serde(default)]
    into: String,
    #[serde(default)]
    en: String,
    #[serde(default)]
    sw: String,
    #[serde(default)]
    fr: String,
}

#[derive(Template)]
#[template(path = "pages/desk_word.html")]
struct Desk<'a> {
    t: Text,
    cx: &'a Cx,
    family: Family,
    code: String,
    title: String,
    decided: Decided,
    into: String,
    /// The word in each language: tag, the language's own name, what stands there.
    words: Vec<(&'static str, &'static str, String)>,
    faults: Faults,
}

/// The word an address or a form names.
fn named(family: &str, code: &str) -> Result<(Family, String)> {
    let family = Family::from_code(family).ok_or(Error::NotFound)?;
    let code = own_code(family, code);
    if code.is_empty() || code.chars().count() > WORD { Err(Error::NotFound) } else { Ok((family, code.into_owned())) }
}

pub(crate) async fn show(cx: Cx, Query(asked): Query<Asked>) -> Result<Page> {
    let (family, code) = named(&asked.family, &asked.code)?;
    page(&cx, family, code, "", Faults::default()).await
}

async fn page(cx: &Cx, family: Family, code: String, into: &str, faults: Faults) -> Result<Page> {
    let t = Text(cx.lang);
    let decided = store::find(&cx.portal.db, &family.term(&code)).await?.unwrap_or_default();
    let words =
        Lang::ALL.map(|lang| (lang.tag(), lang.own_name(), decided.words.get(lang.tag()).cloned().unwrap_or_default()));
    let title = decided.words.get(cx.lang.tag()).cloned().unwrap_or_else(|| free_label(&code));
    let main = Desk {
        t,
        cx,
        family,
        code,
        title: title.clone(),
        decided,
        into: into.to_owned(),
        words: words.to_vec(),
        faults,
    };
    cx.own_page(title, &main)
}

pub(crate) async fn settle(cx: Cx, typed: std::result::Result<Form<Deed>, FormRejection>) -> Result<Response> {
    let Form(deed) = typed?;
    let (family, code) = named(&deed.family, &deed.code)?;
    let (decision, action) = understood(&deed)?;
    let by = cx.signed()?.account.clone();
    let mut tx = cx.portal.db.begin().await?;
    if let Err(refusal) = decide(&mut tx, family, &code, decision, cx.now).await? {
        drop(tx);
        let mut faults = Faults::default();
        faults.add(if deed.what == "words" { "en" } else { "into" }, refused(Text(cx.lang), refusal));
        return Ok(page(&cx, family, code, &deed.into, faults).await?.into_response());
    }
    let detail = format!("word={} into={}", family.term(&code), slug(&deed.into));
    audit::record(&mut tx, &audit::Entry { actor: &by, action, object: "", detail: &detail, request: "" }, cx.now)
        .await?;
    tx.commit().await?;
    added::refresh(&cx.portal.db).await?;
    Ok(form::see_other(&cx.href(format_args!("/desk/words?family={}", family.code()))))
}

fn understood(deed: &Deed) -> Result<(Decision, &'static str)> {
    let given = [("en", &deed.en), ("sw", &deed.sw), ("fr", &deed.fr)];
    let words: BTreeMap<String, String> = given
        .into_iter()
        .map(|(lang, word)| (lang.to_owned(), tidy_line(word)))
        .filter(|(_, word)| !word.is_empty())
        .collect();
    Ok(match deed.what.as_str() {
        "merge" => (Decision::Merge(tidy_line(&deed.into)), "word-merged"),
        "words" => (Decision::Words(words), "word-kept"),
        "hide" => (Decision::Hide, "word-hidden"),
        "show" => (Decision::Show, "word-shown"),
        "free" => (Decision::Free, "word-freed"),
        _ => return Err(Error::Malformed),
    })
}

fn refused(t: Text, refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::Same => t.words_same(),
        Refusal::NoWord => t.words_no_word(),
        Refusal::Known => t.words_known(),
    }
}

impl Desk<'_> {
    /// The word it was merged into, in the reader's language.
    fn means(&self) -> Option<String> {
        let (family, code) = Family::of_term(self.decided.means.as_deref()?)?;
        Some(word(self.cx.lang, family, code))
    }

    fn is_decided(&self) -> bool {
        !self.decided.term.is_empty()
    }

    fn suggest(&self) -> String {
        self.cx.href(format_args!("/vocabulary/suggest?family={}", self.family.code()))
    }

    fn people(&self) -> String {
        self.cx.href(format_args!("/people?{}={}", self.family.code(), self.code))
    }
}
