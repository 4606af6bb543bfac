//! The portrait: a picture, with words for those who cannot see it.

use basics::{Lang, limits};
use media::{Declined, Received, Refused};
use web::{Cx, Result, form::Faults};

use super::{Question, Typed, Writing, plain};
use crate::{Fields, Picture, Shown, Text, own::Choice};

/// The field of the file.
pub(crate) const FILE: &str = "portrait";
/// The hash of a picture that arrived with a form in which something else was wrong.
pub(crate) const ARRIVED: &str = "arrived";
const ALT: &str = "alt";
const REMOVE: &str = "remove";
/// Says that there is a picture already.
const THERE: &str = "there";

pub(super) fn kept(fields: &Fields) -> Typed {
    let Some(portrait) = &fields.portrait else { return Typed::default() };
    Typed::default().with(THERE, "yes").with(ALT, &portrait.is.alt)
}

pub(super) fn ask(lang: Lang, typed: &Typed) -> Vec<Question> {
    let t = Text(lang);
    let mut questions = vec![Question::Line {
        name: ALT,
        label: t.own_alt(),
        hint: t.own_alt_hint(),
        value: typed.first(ALT).to_owned(),
        most: limits::LINE,
        complete: "off",
    }];
    if typed.has(THERE, "yes") {
        let remove = Choice::new("yes", t.own_remove_picture(), typed.has(REMOVE, "yes"));
        questions.push(Question::Many { name: REMOVE, legend: t.own_remove(), choices: vec![remove] });
    }
    questions
}

/// The picture that came with the form, cut and put into the file store; nothing names it yet. What is wrong with it goes
/// to `faults`.
pub(crate) async fn arrived(cx: &Cx, received: &Received, faults: &mut Faults) -> Result<Option<media::Picture>> {
    let bytes = match received.picture(FILE) {
        Ok(Some(bytes)) => bytes.to_vec(),
        Ok(None) => return known(cx, received.texts(ARRIVED).next().unwrap_or_default()).await,
        Err(declined) => return Ok(refuse(cx, faults, Declined::words, &declined)),
    };
    match media::keep(&cx.portal.db, &cx.portal.files, bytes).await? {
        Ok(picture) => Ok(Some(picture)),
        Err(refused) => Ok(refuse(cx, faults, Refused::words, &refused)),
    }
}

fn refuse<T>(cx: &Cx, faults: &mut Faults, words: fn(&T, Lang) -> String, why: &T) -> Option<media::Picture> {
    faults.add(FILE, words(why, cx.lang));
    None
}

async fn known(cx: &Cx, hash: &str) -> Result<Option<media::Picture>> {
    if hash.is_empty() {
        return Ok(None);
    }
    Ok(media::find(&cx.portal.db, &[hash]).await?.remove(hash))
}

/// Another picture, other words, another audience, or none any more.
pub(super) fn write(writing: &Writing<'_>, fields: &mut Fields, faults: &mut Faults) {
    let before = fields.portrait.take().filter(|_| !writing.typed.has(REMOVE, "yes"));
    let alt = plain::read(writing.t(), ALT, writing.typed.first(ALT), limits::LINE, faults);
    let Some(cut) = writing.picture.clone().or(before.map(|shown| shown.is.cut)) else { return };
    if alt.is_none() {
        faults.add(ALT, writing.t().own_alt_missing());
    }
    fields.portrait = Some(Shown::to(writing.to, Picture { alt: alt.unwrap_or_default(), cut }));
}
