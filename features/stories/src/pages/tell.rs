//! `/stories/tell`: a story as words, pictures or a recording; one's own, or of somebody who sits beside one and has no
//! account. It goes to the editors as it is.

use askama::Template;
use axum::response::{IntoResponse, Response};
use basics::{Lang, limits};
use media::{Offer, Received};
use serde::Deserialize;
use web::{
    Cx, Page, Result,
    form::{self, Faults, see_other},
};

use super::{
    typed::{LINE, TRANSCRIPT, files, fits, line, text},
    words,
};
use crate::{
    Content, Form, Subject, Text, Told, Whole,
    deeds::{self, Beginning},
    store,
};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Typed {
    /// `me` or `beside`.
    who: String,
    name: String,
    young: String,
    title: String,
    words: String,
    lang: String,
    alt: String,
    heard: String,
    once: String,
}

#[derive(Template)]
#[template(path = "pages/tell.html")]
struct Tell<'a> {
    t: Text,
    cx: &'a Cx,
    faults: Faults,
    offer: Offer<'a>,
    typed: &'a Typed,
    held: [&'a str; 2],
}

impl Tell<'_> {
    fn langs(&self) -> impl Iterator<Item = (&'static str, String, bool)> {
        let chosen = if self.typed.lang.is_empty() { self.cx.lang.tag() } else { &self.typed.lang };
        languages().map(move |tag| (tag, words::language(self.t, tag), tag == chosen))
    }
}

/// Languages a story may be told in: ours first.
pub(crate) fn languages() -> impl Iterator<Item = &'static str> {
    const OTHERS: [&str; 7] = ["rw", "rn", "ln", "ny", "so", "am", "ar"];
    Lang::ALL.into_iter().map(Lang::tag).chain(OTHERS)
}

pub(crate) async fn ask(cx: Cx) -> Result<Page> {
    page(&cx, &Typed::default(), Faults::default(), ["", ""])
}

fn page(cx: &Cx, typed: &Typed, faults: Faults, held: [&str; 2]) -> Result<Page> {
    let (t, offer) = (Text(cx.lang), Offer::of(cx));
    cx.own_page(t.tell_title(), &Tell { t, cx, faults, offer, typed, held })
}

pub(crate) async fn send(cx: Cx, mut received: Received) -> Result<Response> {
    let (t, mut faults) = (Text(cx.lang), Faults::default());
    let typed: Typed = received.form()?;
    let beside = typed.who == "beside";
    let called = line(&typed.name);
    if beside && called.is_empty() {
        faults.add("name", t.tell_name_missing());
    }
    fits(t, "name", &called, limits::NAME, &mut faults);
    fits(t, "title", &typed.title, limits::NAME, &mut faults);
    fits(t, "words", &typed.words, deeds::LONGEST, &mut faults);
    let new = files(&cx, &received, &mut faults).await?;
    fits(t, "alt", &typed.alt, LINE, &mut faults);
    fits(t, "heard", &typed.heard, TRANSCRIPT, &mut faults);
    if text(&typed.words).is_empty() && new.picture.is_none() && new.sound.is_none() && faults.is_empty() {
        faults.add("words", t.tell_nothing());
    }
    if !faults.is_empty() {
        received.hold(&cx).await?;
        let held = [received.held("picture"), received.held("sound")];
        return Ok(page(&cx, &typed, faults, held)?.into_response());
    }
    let mut tx = cx.portal.db.begin().await?;
    let me = cx.signed()?.person.clone();
    let done = cx.href("/me/stories?done=told");
    let key = format!("tell {me} {}", typed.once);
    if !typed.once.is_empty() && form::sent(&mut tx, &key, &done, cx.now).await?.is_some() {
        return Ok(see_other(&done));
    }
    new.insert(&mut tx, cx.now).await?;
    let whole = begin(&cx, &mut tx, &typed, new.pieces(|letter| format!("{letter}1")), beside).await?;
    let own = if beside { called } else { name_of(&cx, &me).await? };
    let person = (!beside).then_some(me.as_str());
    let mut subject = Subject::new(whole.story.id.as_str(), &own, person, cx.now);
    subject.minor = if beside { typed.young == "yes" } else { cx.signed()?.member.minor };
    if subject.minor {
        (subject.face, subject.located) = (false, false);
    }
    store::subjects::insert(&mut tx, &subject).await?;
    tx.commit().await?;
    Ok(see_other(&done))
}

/// The story as it was sent: for the editors, with the pieces below the words.
async fn begin(cx: &Cx, tx: &mut db::Tx, typed: &Typed, mut pieces: Vec<crate::Piece>, beside: bool) -> Result<Whole> {
    for piece in &mut pieces {
        if piece.picture.is_some() {
            piece.alt = line(&typed.alt);
        } else {
            piece.transcript = text(&typed.heard);
        }
    }
    let mut source = text(&typed.words);
    for piece in &pieces {
        source.push_str(&format!("\n\n![]({})", piece.name));
    }
    let lead = pieces.iter().find(|piece| piece.picture.is_some()).map(|piece| piece.name.clone()).unwrap_or_default();
    let title = Some(line(&typed.title))
        .filter(|title| !title.is_empty())
        .unwrap_or_else(|| Text(cx.lang).untitled().to_owned());
    let lang = languages().find(|tag| *tag == typed.lang).unwrap_or_else(|| cx.lang.tag());
    let signed = cx.signed()?;
    let told = if beside || signed.helper.is_some() { Told::Helper } else { Told::Sent };
    let content = Content { title, lede: String::new(), lead, source: source.trim().to_owned(), pieces };
    let beginning =
        Beginning { form: Form::Interview, theme: None, lang, told, content, author: Some(&signed.person), sent: true };
    Ok(deeds::begin(tx, beginning, cx.now).await?)
}

/// How somebody is called on their page.
async fn name_of(cx: &Cx, person: &str) -> Result<String> {
    let person = people::store::find_by_id(&cx.portal.db, person).await?;
    Ok(person.and_then(|person| person.seen_by(cx.viewer)).map(|seen| seen.name).unwrap_or_default())
}
