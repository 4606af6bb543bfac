//! `/me/works/{id}/people`: who can be recognised, and that they agreed.

use askama::Template;
use axum::{
    Form,
    response::{IntoResponse, Response},
};
use basics::{At, limits};
use jiff::civil::Date;
use serde::Deserialize;
use web::{Cx, Page, Result, form::Faults};

use super::step::{Asked, Sent, onward};
use crate::{
    Picture, Text,
    pictures::blur_address,
    vocabulary::label,
    works::{Agreed, KeptWork, Pictured, Who, WorkKind, editing::change, owner::Owner, pictured::WAYS, typed::line},
};

#[derive(Deserialize, Default)]
pub(crate) struct Typed {
    #[serde(default)]
    who: String,
    #[serde(default)]
    names: String,
    #[serde(default)]
    how: String,
    #[serde(default)]
    day: String,
    #[serde(default)]
    month: String,
    #[serde(default)]
    year: String,
}

#[derive(Template)]
#[template(path = "works/pages/people.html")]
struct People<'a> {
    t: Text,
    cx: &'a Cx,
    owner: &'a Owner,
    kept: &'a KeptWork,
    faults: Faults,
    typed: Typed,
}

pub(crate) async fn ask(cx: Cx, owner: Owner, asked: Asked) -> Result<Page> {
    let kept = owner.work(&cx, &asked.id).await?;
    let typed = kept.work.pictured.as_ref().map(as_typed).unwrap_or_default();
    page(&cx, &owner, &kept, typed, Faults::default())
}

fn as_typed(pictured: &Pictured) -> Typed {
    let who = pictured.who.code().to_owned();
    let Some(agreed) = &pictured.agreed else { return Typed { who, ..Typed::default() } };
    let mut on = agreed.on.split('-').map(|part| part.trim_start_matches('0').to_owned());
    let [year, month, day] = std::array::from_fn(|_| on.next().unwrap_or_default());
    Typed { who, names: agreed.names.clone(), how: agreed.how.clone(), day, month, year }
}

fn page(cx: &Cx, owner: &Owner, kept: &KeptWork, typed: Typed, faults: Faults) -> Result<Page> {
    let t = Text(cx.lang);
    cx.own_page(t.work_people(), &People { t, cx, owner, kept, faults, typed })
}

impl People<'_> {
    fn is_sound(&self) -> bool {
        self.kept.work.kind() == WorkKind::Audio
    }

    /// Where parts of its picture are blurred, and back here.
    fn blur(&self, picture: &Picture) -> String {
        blur_address(self.cx, &picture.cut, &self.owner.at(self.cx, &self.kept.id, "people"))
    }

    fn answers(&self) -> impl Iterator<Item = (&'static str, &'static str, bool)> {
        let words = |code| label(self.cx.lang, "pictured", code).unwrap_or_default();
        Who::ALL.into_iter().map(move |who| (who.code(), words(who.code()), self.typed.who == who.code()))
    }

    fn ways(&self) -> impl Iterator<Item = (&'static str, &'static str, bool)> {
        let words = |code| label(self.cx.lang, "agreed", code).unwrap_or_default();
        WAYS.into_iter().map(move |way| (way, words(way), self.typed.how == way))
    }
}

/// What was typed, understood; faults say what is missing.
fn read(t: Text, typed: &Typed, now: At, faults: &mut Faults) -> Option<Pictured> {
    let Some(who) = Who::from_code(&typed.who) else {
        faults.add("who", t.work_choose_one());
        return None;
    };
    if who != Who::Adults {
        return Some(Pictured { who, agreed: None });
    }
    let names = line(t, "names", &typed.names, limits::LINE, faults);
    if names.is_empty() {
        faults.add("names", t.pictured_names_missing());
    }
    let how = WAYS.into_iter().find(|way| *way == typed.how);
    if how.is_none() {
        faults.add("how", t.work_choose_one());
    }
    let on = day(typed, now);
    if on.is_none() {
        faults.add("day", t.pictured_day_missing());
    }
    Some(Pictured { who, agreed: Some(Agreed { names, how: how?.to_owned(), on: on? }) })
}

/// A day that is not to come, as `2026-11-02`.
fn day(typed: &Typed, now: At) -> Option<String> {
    let date =
        Date::new(typed.year.trim().parse().ok()?, typed.month.trim().parse().ok()?, typed.day.trim().parse().ok()?);
    let date = date.ok()?;
    // A day is over somewhere before it is over here.
    let today = now.plus(At::DAY).timestamp().to_zoned(jiff::tz::TimeZone::UTC).date();
    (date.year() >= 1900 && date <= today).then(|| date.to_string())
}

pub(crate) async fn save(cx: Cx, owner: Owner, asked: Asked, sent: Sent<Typed>) -> Result<Response> {
    let Form(typed) = sent?;
    let (t, mut faults) = (Text(cx.lang), Faults::default());
    let kept = owner.work(&cx, &asked.id).await?;
    match read(t, &typed, cx.now, &mut faults) {
        Some(pictured) if faults.is_empty() => {
            let saved = change(&cx, &owner, &asked.id, None, |kept| kept.work.pictured = Some(pictured)).await?;
            Ok(onward(&cx, &owner, &kept.work, &saved))
        }
        _ => Ok(page(&cx, &owner, &kept, typed, faults)?.into_response()),
    }
}
