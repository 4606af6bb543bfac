//! `/me/works/{id}/picture`: the picture itself, and what can be seen in words.

use askama::Template;
use axum::response::{IntoResponse, Response};
use basics::limits;
use bytes::Bytes;
use media::{Offer, Received};
use serde::Deserialize;
use web::{Cx, Page, Result, form::Faults};

use super::step::{Asked, onward, step_words};
use crate::{
    Picture as Shown, Text,
    pictures::blur_address,
    works::{
        KeptWork, WorkKind,
        editing::{Brought, change},
        owner::Owner,
        ready::Step,
        typed::line,
    },
};

/// Longest description of a picture, in characters.
const ALT: usize = 2 * limits::LINE;

#[derive(Deserialize, Default)]
pub(crate) struct Typed {
    #[serde(default)]
    alt: String,
    /// `off` takes the picture away.
    #[serde(default)]
    deed: String,
}

#[derive(Template)]
#[template(path = "works/pages/picture.html")]
struct Picture<'a> {
    t: Text,
    cx: &'a Cx,
    owner: &'a Owner,
    kept: &'a KeptWork,
    faults: Faults,
    offer: Offer<'a>,
    typed: &'a str,
    held: &'a str,
}

pub(crate) async fn ask(cx: Cx, owner: Owner, asked: Asked) -> Result<Page> {
    let kept = owner.work(&cx, &asked.id).await?;
    let alt = kept.work.picture.as_ref().map_or("", |picture| picture.alt.as_str());
    page(&cx, &owner, &kept, (alt, ""), Faults::default())
}

/// `typed`: the words and the id of a file that arrived before.
fn page(cx: &Cx, owner: &Owner, kept: &KeptWork, (typed, held): (&str, &str), faults: Faults) -> Result<Page> {
    let (t, offer) = (Text(cx.lang), Offer::of(cx));
    cx.own_page(step_words(t, &kept.work, Step::Picture), &Picture { t, cx, owner, kept, faults, offer, typed, held })
}

impl Picture<'_> {
    fn title(&self) -> &'static str {
        step_words(self.t, &self.kept.work, Step::Picture)
    }

    fn choose(&self) -> &'static str {
        if self.kept.work.picture.is_some() { self.t.work_picture_other() } else { self.t.work_picture_file() }
    }

    /// Where parts of it are blurred, and back here.
    fn blur(&self, picture: &Shown) -> String {
        blur_address(self.cx, &picture.cut, &self.owner.at(self.cx, &self.kept.id, "picture"))
    }

    /// A picture that only goes with a work can be taken away again.
    fn may_go(&self) -> bool {
        self.kept.work.picture.is_some() && self.kept.work.kind() != WorkKind::Picture
    }
}

pub(crate) async fn save(cx: Cx, owner: Owner, asked: Asked, received: Received) -> Result<Response> {
    let (t, mut faults) = (Text(cx.lang), Faults::default());
    let kept = owner.work(&cx, &asked.id).await?;
    let typed: Typed = received.form()?;
    if typed.deed == "off" {
        let saved = change(&cx, &owner, &asked.id, None, |kept| kept.work.show(None)).await?;
        return Ok(onward(&cx, &owner, &kept.work, &saved));
    }
    let new = match received.picture("picture") {
        Ok(Some(bytes)) => cut(&cx, bytes, &mut faults).await?,
        Ok(None) => None,
        Err(declined) => {
            faults.add("picture", declined.words(cx.lang));
            None
        }
    };
    if new.is_none() && kept.work.picture.is_none() && faults.is_empty() {
        faults.add("picture", t.work_picture_missing());
    }
    let alt = line(t, "alt", &typed.alt, ALT, &mut faults);
    if alt.is_empty() {
        faults.add("alt", t.work_alt_missing());
    }
    // A picture that came over a slow line is kept, also when the words are still to be said.
    let said = if faults.has("alt") { None } else { Some(alt) };
    let saved = change(&cx, &owner, &asked.id, new.as_ref().map(Brought::Picture), |kept| {
        kept.work.show_instead(new.as_ref());
        kept.work.describe(said);
    });
    let saved = saved.await?;
    if faults.is_empty() {
        return Ok(onward(&cx, &owner, &kept.work, &saved));
    }
    Ok(page(&cx, &owner, &saved, (&typed.alt, received.held("picture")), faults)?.into_response())
}

/// The picture cut to our sizes and put aside; a fault when it is none we take.
async fn cut(cx: &Cx, bytes: Bytes, faults: &mut Faults) -> Result<Option<media::Picture>> {
    match media::keep(&cx.portal.db, &cx.portal.files, bytes).await? {
        Ok(picture) => Ok(Some(picture)),
        Err(refused) => {
            faults.add("picture", refused.words(cx.lang));
            Ok(None)
        }
    }
}

impl crate::Work {
    /// Shows this picture, or none. Who is in it has to be said anew.
    fn show(&mut self, picture: Option<Shown>) {
        self.picture = picture;
        self.pictured = None;
    }

    /// Shows another picture where one came.
    fn show_instead(&mut self, new: Option<&media::Picture>) {
        let shown = self.picture.as_ref().map(|picture| picture.cut.hash.as_str());
        if let Some(cut) = new.filter(|new| shown != Some(new.hash.as_str())) {
            self.show(Some(Shown { alt: String::new(), cut: cut.clone() }));
        }
    }

    fn describe(&mut self, alt: Option<String>) {
        if let (Some(picture), Some(alt)) = (&mut self.picture, alt) {
            picture.alt = alt;
        }
    }
}
