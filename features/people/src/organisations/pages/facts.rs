//! `/me/organisations/{handle}/hours` and `…/kind`: when it is open, and what kind it is, each with who may see it.

use std::collections::HashMap;

use askama::Template;
use axum::{Form, extract::rejection::FormRejection, response::Response};
use basics::Audience;
use web::{Cx, Error, Page, Result, form, form::Faults};

use super::{Asked, Kept, again, audiences, chosen_audience, new::KINDS};
use crate::{
    Hours, Shown, Standing, Text,
    organisations::hours::{self, Fault},
    store,
    vocabulary::label,
};

/// The fields of a week: `a1` opens on Monday, `b1` closes, `c1` and `d1` once more.
type Typed = HashMap<String, String>;
type Sent = std::result::Result<Form<Typed>, FormRejection>;

/// Names of a day's four fields, and where its fault stands.
const FIELDS: [[&str; 5]; 7] = [
    ["a1", "b1", "c1", "d1", "day1"],
    ["a2", "b2", "c2", "d2", "day2"],
    ["a3", "b3", "c3", "d3", "day3"],
    ["a4", "b4", "c4", "d4", "day4"],
    ["a5", "b5", "c5", "d5", "day5"],
    ["a6", "b6", "c6", "d6", "day6"],
    ["a7", "b7", "c7", "d7", "day7"],
];

/// One day of the form.
struct Day {
    name: &'static str,
    fields: &'static [&'static str; 5],
    typed: hours::Typed,
}

#[derive(Template)]
#[template(path = "organisations/pages/hours.html")]
struct Week<'a> {
    t: Text,
    cx: &'a Cx,
    kept: &'a Kept,
    faults: Faults,
    days: Vec<Day>,
    to: &'a str,
}

#[derive(Template)]
#[template(path = "organisations/pages/kind.html")]
struct KindPage<'a> {
    t: Text,
    cx: &'a Cx,
    kept: &'a Kept,
    faults: Faults,
    kind: &'a str,
    to: &'a str,
}

impl KindPage<'_> {
    fn is(&self, code: &str) -> bool {
        self.kind == code
    }

    fn kinds(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        KINDS.into_iter().filter_map(|kind| Some((kind, label(self.cx.lang, "kind", kind)?)))
    }

    fn audiences(&self) -> [(&'static str, &'static str); 4] {
        audiences(self.t)
    }
}

impl Week<'_> {
    fn audiences(&self) -> [(&'static str, &'static str); 4] {
        audiences(self.t)
    }
}

fn typed_day(typed: &Typed, day: usize) -> hours::Typed {
    let field =
        |n: usize| typed.get(FIELDS[day][n]).map(|typed| typed.trim().chars().take(8).collect()).unwrap_or_default();
    [field(0), field(1), field(2), field(3)]
}

pub(crate) async fn ask_hours(cx: Cx, handle: Asked) -> Result<Page> {
    let kept = Kept::find(&cx, handle, Standing::Editor).await?;
    let shown = kept.organisation.fields.hours.clone();
    let to = shown.as_ref().map_or(Audience::Everyone, |shown| shown.to);
    let hours = shown.map(|shown| shown.is).unwrap_or_default();
    week(&cx, &kept, |day| hours::typed(day, &hours), to.code(), Faults::default())
}

fn week(cx: &Cx, kept: &Kept, typed: impl Fn(u8) -> hours::Typed, to: &str, faults: Faults) -> Result<Page> {
    let t = Text(cx.lang);
    let name = |day: u8| t.by_key(&format!("day_{day}")).unwrap_or_default();
    let days = (1..).zip(&FIELDS).map(|(day, fields)| Day { name: name(day), fields, typed: typed(day) }).collect();
    cx.own_page(t.opening_hours(), &Week { t, cx, kept, faults, days, to })
}

pub(crate) async fn set_hours(cx: Cx, handle: Asked, sent: Sent) -> Result<Response> {
    let Form(typed) = sent?;
    let kept = Kept::find(&cx, handle, Standing::Editor).await?;
    let mut faults = Faults::default();
    let hours = read_week(Text(cx.lang), &typed, &mut faults);
    let to = typed.get("to").map(String::as_str).unwrap_or_default();
    let Some(audience) = chosen_audience(to).filter(|_| faults.is_empty()) else {
        if faults.is_empty() {
            faults.add("to", Text(cx.lang).org_choose_audience());
        }
        return Ok(again(week(&cx, &kept, |day| typed_day(&typed, usize::from(day) - 1), to, faults)?));
    };
    let mut tx = cx.portal.db.begin().await?;
    let mut organisation = store::get_in(&mut tx, kept.id()).await?.ok_or(Error::NotFound)?;
    organisation.fields.hours = (!hours.is_empty()).then(|| Shown::to(audience, hours));
    store::edit(&mut tx, &mut organisation, cx.now).await?;
    tx.commit().await?;
    Ok(form::see_other(&cx.href(format_args!("{}?done=saved", kept.at("")))))
}

/// The week as typed; Monday's times for the days to Friday, when that was asked for.
fn read_week(t: Text, typed: &Typed, faults: &mut Faults) -> Vec<Hours> {
    let same = typed.contains_key("same");
    let mut week = Vec::new();
    for (n, fields) in FIELDS.iter().enumerate() {
        let as_monday = same && n < 5;
        match hours::read(n as u8 + 1, &typed_day(typed, if as_monday { 0 } else { n })) {
            Ok(hours) => week.extend(hours),
            Err(_) if as_monday && n > 0 => {}
            Err(fault) => faults.add(fields[4], fault_words(t, n, fault)),
        }
    }
    week
}

fn fault_words(t: Text, day: usize, fault: Fault) -> String {
    let day = t.by_key(&format!("day_{}", day + 1)).unwrap_or_default();
    match fault {
        Fault::NotATime => t.hours_not_a_time(day),
        Fault::Half => t.hours_half(day),
        Fault::Order => t.hours_order(day),
    }
}

pub(crate) async fn ask_kind(cx: Cx, handle: Asked) -> Result<Page> {
    let kept = Kept::find(&cx, handle, Standing::Editor).await?;
    let shown = kept.organisation.fields.organisation_kind.clone();
    let to = shown.as_ref().map_or(Audience::Everyone, |shown| shown.to);
    kind_page(&cx, &kept, &shown.map(|shown| shown.is).unwrap_or_default(), to.code(), Faults::default())
}

fn kind_page(cx: &Cx, kept: &Kept, kind: &str, to: &str, faults: Faults) -> Result<Page> {
    let t = Text(cx.lang);
    cx.own_page(t.org_kind_label(), &KindPage { t, cx, kept, faults, kind, to })
}

pub(crate) async fn set_kind(cx: Cx, handle: Asked, sent: Sent) -> Result<Response> {
    let Form(typed) = sent?;
    let (t, kept) = (Text(cx.lang), Kept::find(&cx, handle, Standing::Editor).await?);
    let said = |field: &str| typed.get(field).map(String::as_str).unwrap_or_default();
    let (kind, to) = (KINDS.iter().find(|kind| **kind == said("kind")), chosen_audience(said("to")));
    let (Some(kind), Some(to)) = (kind, to) else {
        let mut faults = Faults::default();
        if kind.is_none() {
            faults.add("kind", t.org_choose_kind());
        } else {
            faults.add("to", t.org_choose_audience());
        }
        return Ok(again(kind_page(&cx, &kept, said("kind"), said("to"), faults)?));
    };
    let mut tx = cx.portal.db.begin().await?;
    let mut organisation = store::get_in(&mut tx, kept.id()).await?.ok_or(Error::NotFound)?;
    organisation.fields.organisation_kind = Some(Shown::to(to, (*kind).to_owned()));
    store::edit(&mut tx, &mut organisation, cx.now).await?;
    tx.commit().await?;
    Ok(form::see_other(&cx.href(format_args!("{}?done=saved", kept.at("")))))
}
