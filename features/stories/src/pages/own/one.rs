//! `/me/stories/{id}`: where one story stands, and what somebody with a part in it can do now.

use askama::Template;
use axum::{
    Form,
    extract::{Path, Query, rejection::QueryRejection},
    response::{IntoResponse, Response},
};
use basics::At;
use serde::Deserialize;
use web::{Cx, Error, Page, Result, form::see_other};

use super::{
    super::{Asked, Done, Sent, erasing, words},
    list::answered,
    withdraw::may_withdraw,
};
use crate::{
    Consent, Text, Use,
    deeds::{self, asked},
    seat::Seat,
    state::Standing,
};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Typed {
    /// `erase`, or nothing to hand it in.
    what: String,
}

#[derive(Template)]
#[template(path = "pages/own/one.html")]
struct One<'a> {
    t: Text,
    cx: &'a Cx,
    done: Option<&'static str>,
    seat: &'a Seat,
}

pub(crate) async fn show(cx: Cx, path: Asked, done: std::result::Result<Query<Done>, QueryRejection>) -> Result<Page> {
    let Path(id) = path?;
    let (t, seat) = (Text(cx.lang), Seat::of(&cx, &id).await?);
    let done = done?.words(t);
    cx.own_page(&seat.whole.story.title, &One { t, cx: &cx, done, seat: &seat })
}

impl One<'_> {
    fn state(&self) -> &'static str {
        words::state(self.t, self.seat.whole.story.state())
    }

    /// What happens next, in a sentence; those who are not in it are told so where it makes a difference.
    fn next(&self) -> &'static str {
        let code = self.seat.whole.story.state().code();
        let others = self.seat.subject().is_none().then(|| self.t.by_key(&format!("next_{code}_others"))).flatten();
        others.or_else(|| self.t.by_key(&format!("next_{code}"))).unwrap_or_default()
    }

    fn cooling_until(&self) -> Option<String> {
        words::cooling_until(self.cx.lang, &self.seat.whole.story)
    }

    /// Somebody in it, and no helper for them, may have it deleted.
    fn may_erase(&self) -> bool {
        may_erase(self.cx, self.seat)
    }

    /// They can read the version and answer.
    fn may_agree(&self) -> bool {
        self.seat.subject().is_some() && asked(&self.seat.whole).is_some()
    }

    fn has_answered(&self) -> bool {
        answered(&self.seat.whole, &self.seat.me)
    }

    fn may_withdraw(&self) -> bool {
        self.seat.subject().is_some() && may_withdraw(&self.seat.whole)
    }

    fn is_public(&self) -> bool {
        self.seat.whole.story.standing.is_public()
    }

    fn may_submit(&self) -> bool {
        self.seat.writes && self.seat.whole.story.standing == Standing::Unseen
    }

    /// What they have agreed to and not taken back: use, until when.
    fn agreed(&self) -> Vec<(&'static str, String)> {
        let Some(subject) = self.seat.subject() else { return Vec::new() };
        let live = |consent: &&Consent| consent.subject == subject.id.as_str() && consent.is_live(self.cx.now);
        let root = asked(&self.seat.whole).unwrap_or_default();
        let theirs: Vec<&Consent> =
            self.seat.whole.consents.iter().filter(live).filter(|consent| consent.root == root).collect();
        let until = |to: Use| theirs.iter().filter(|consent| consent.to == to).map(|consent| consent.ends_at).max();
        let day = |at: At| ::words::date(self.cx.lang, at);
        Use::ALL.iter().filter_map(|to| Some((words::to(self.t, *to), day(until(*to)?)))).collect()
    }
}

/// An author hands a draft to the editors; somebody in it has it deleted.
pub(crate) async fn submit(cx: Cx, path: Asked, typed: Sent<Typed>) -> Result<Response> {
    let (Path(id), Form(typed)) = (path?, typed?);
    let seat = Seat::of(&cx, &id).await?;
    if typed.what == "erase" {
        if !may_erase(&cx, &seat) || !erasing::erase(&cx, &id).await? {
            return Err(Error::NotFound);
        }
        return Ok(see_other(&cx.href("/me/stories?done=erased_own")));
    }
    if !seat.writes {
        return Err(Error::NotFound);
    }
    let mut tx = cx.portal.db.begin().await?;
    // Sent twice, it has gone already.
    if deeds::submit(&mut tx, &id, cx.now).await?.is_ok() {
        tx.commit().await?;
    }
    Ok(see_other(&cx.href(format_args!("/me/stories/{id}?done=submitted"))).into_response())
}

/// What cannot be undone is not done for somebody else.
fn may_erase(cx: &Cx, seat: &Seat) -> bool {
    let alone = cx.signed.as_ref().is_some_and(|signed| signed.helper.is_none());
    alone && seat.subject().is_some() && erasing::may_erase(&seat.whole)
}
