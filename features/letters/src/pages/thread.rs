//! `/me/letters/{id}`: one letter and what was said after it; the forms that answer it.

use std::borrow::Borrow;

use accounts::Origin;
use askama::Template;
use axum::{
    Form,
    extract::{Path, Query, rejection::FormRejection},
    response::{IntoResponse, Response},
};
use basics::{At, tidy_text};
use serde::Deserialize;
use web::{Cx, Error, Page, Result, form, form::Faults};

use super::{
    Done,
    names::{self, Who},
};
use crate::{
    Text,
    answering::{self, Answer},
    letter::{LONGEST, Letter, Side, State, words_in},
    store::{self, letters, replies, replies::Reply},
};

#[derive(Template)]
#[template(path = "pages/thread.html")]
struct Thread<'a> {
    t: Text,
    cx: &'a Cx,
    done: Option<&'static str>,
    faults: Faults,
    typed: &'a str,
    letter: &'a Letter,
    side: Side,
    with: Who,
    replies: Vec<Reply>,
}

#[derive(Deserialize, Default)]
pub(crate) struct Typed {
    #[serde(default)]
    words: String,
    #[serde(default)]
    once: String,
}

#[derive(Deserialize)]
pub(crate) struct Answered {
    what: String,
}

/// A letter of one's own with the side one stands on; to all others it is not there. What was dropped or declined, or
/// comes from somebody whom one's own side has blocked, is not there for the receiver either.
pub(super) async fn own(cx: &Cx, id: &str) -> Result<(Letter, Side)> {
    let (db, person) = (&cx.portal.db, &cx.signed()?.person);
    let letter = letters::find(db, id).await?.ok_or(Error::NotFound)?;
    let sides = store::sides(db, person).await?;
    let side = letter.side_of(person, &sides).ok_or(Error::NotFound)?;
    let open = letter.state == State::Accepted || letter.is_held(cx.now);
    let reads = side == Side::Sender || open;
    let over = letter.state != State::Accepted && cx.now >= letter.ends_at();
    let blocked = store::blocks::has(db, letter.on(side), letter.across(side)).await?;
    if reads && !over && !blocked { Ok((letter, side)) } else { Err(Error::NotFound) }
}

pub(crate) async fn show(cx: Cx, Path(id): Path<String>, Query(done): Query<Done>) -> Result<Page> {
    let done = done.words(Text(cx.lang));
    page(&cx, &id, "", Faults::default(), done).await
}

async fn page(cx: &Cx, id: &str, typed: &str, faults: Faults, done: Option<&'static str>) -> Result<Page> {
    let t = Text(cx.lang);
    let (letter, side) = own(cx, id).await?;
    let other = letter.across(side);
    let with = names::of(cx, [other]).await?.remove(other).unwrap_or_default();
    let replies = replies::list(&cx.portal.db, &letter.id, side).await?;
    let title = t.thread_title(with.name.as_str());
    cx.own_page(title, &Thread { t, cx, done, faults, typed, letter: &letter, side, with, replies })
}

impl Thread<'_> {
    fn on(&self, at: impl Borrow<At>) -> String {
        words::date(self.cx.lang, *at.borrow())
    }

    fn accepted(&self) -> bool {
        self.letter.state == State::Accepted
    }

    fn held(&self) -> bool {
        self.side == Side::Receiver && !self.accepted()
    }

    /// The first words: whole for their writer, and once they are accepted.
    fn first(&self) -> Vec<String> {
        let words = if self.held() { details::mask(&self.letter.words).0 } else { self.letter.words.clone() };
        words.lines().map(str::to_owned).collect()
    }

    /// Who speaks on a side, in the reader's words.
    fn by(&self, side: impl Borrow<Side>) -> &str {
        if *side.borrow() == self.side { self.t.you() } else { &self.with.name }
    }
}

pub(crate) async fn reply(
    cx: Cx,
    Path(id): Path<String>,
    typed: std::result::Result<Form<Typed>, FormRejection>,
) -> Result<Response> {
    let Form(typed) = typed?;
    let (t, words) = (Text(cx.lang), tidy_text(&typed.words));
    own(&cx, &id).await?;
    let mut faults = Faults::default();
    if words.chars().count() > LONGEST {
        faults.add("words", t.too_long(LONGEST as u64));
    } else if words_in(&words) == 0 {
        faults.add("words", t.nothing_said());
    }
    if !faults.is_empty() {
        return Ok(page(&cx, &id, &words, faults, None).await?.into_response());
    }
    let back = cx.href(format_args!("/me/letters/{id}?done=said"));
    let (signed, mut tx) = (cx.signed()?.clone(), cx.portal.db.begin().await?);
    let key = format!("reply {} {}", signed.account, typed.once);
    if !typed.once.is_empty() && form::sent(&mut tx, &key, &back, cx.now).await?.is_some() {
        return Ok(form::see_other(&back));
    }
    let (letter, side) = taken(&cx, &mut tx, &id).await?;
    answering::reply(&mut tx, &letter, side, &signed.person, &words, Origin::of(&cx), cx.now).await?;
    tx.commit().await?;
    Ok(form::see_other(&back))
}

pub(crate) async fn answer(
    cx: Cx,
    Path(id): Path<String>,
    typed: std::result::Result<Form<Answered>, FormRejection>,
) -> Result<Response> {
    let Form(typed) = typed?;
    let answer = Answer::from_code(&typed.what).ok_or(Error::Malformed)?;
    own(&cx, &id).await?;
    let mut tx = cx.portal.db.begin().await?;
    let (letter, side) = taken(&cx, &mut tx, &id).await?;
    answering::answer(&mut tx, &letter, side, answer, cx.now).await?;
    tx.commit().await?;
    Ok(form::see_other(&match answer {
        Answer::Accept => cx.href(format_args!("/me/letters/{id}?done=accepted")),
        Answer::Decline => cx.href("/me/letters?done=declined"),
        Answer::Block => cx.href("/me/letters?done=blocked"),
    }))
}

/// The letter once more, in a transaction in which nobody else changes it.
pub(super) async fn taken(cx: &Cx, tx: &mut db::Tx, id: &str) -> Result<(Letter, Side)> {
    let person = &cx.signed()?.person;
    let letter = letters::find_in(tx, id).await?.ok_or(Error::NotFound)?;
    let side = letter.side_of(person, &store::sides(&cx.portal.db, person).await?).ok_or(Error::NotFound)?;
    Ok((letter, side))
}
