//! `/me/stories/{id}`: where one story stands, and what somebody with a part in it can do now.

use askama::Template;
use axum::{
    extract::{Path, Query, rejection::QueryRejection},
    response::{IntoResponse, Response},
};
use basics::At;
use web::{Cx, Error, Page, Result, form::see_other};

use super::{
    super::{Asked, Done, words},
    list::answered,
};
use crate::{
    Consent, Text, Use,
    deeds::{self, asked},
    seat::Seat,
    state::{Stage, Standing},
};

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

    /// What happens next, in a sentence.
    fn next(&self) -> &'static str {
        self.t.by_key(&format!("next_{}", self.seat.whole.story.state().code())).unwrap_or_default()
    }

    fn cooling_until(&self) -> Option<String> {
        let story = &self.seat.whole.story;
        story.cooling_until.filter(|_| story.stage == Stage::Cooling).map(|until| ::words::moment(self.cx.lang, until))
    }

    /// They can read the version and answer.
    fn may_agree(&self) -> bool {
        self.seat.subject().is_some() && asked(&self.seat.whole).is_some()
    }

    fn has_answered(&self) -> bool {
        answered(&self.seat.whole, &self.seat.me)
    }

    /// There is something to take back.
    fn may_withdraw(&self) -> bool {
        let story = &self.seat.whole.story;
        self.seat.subject().is_some()
            && (story.standing.is_public() || matches!(story.stage, Stage::Preview | Stage::Cooling))
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

/// An author hands a draft to the editors.
pub(crate) async fn submit(cx: Cx, path: Asked) -> Result<Response> {
    let Path(id) = path?;
    let seat = Seat::of(&cx, &id).await?;
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
