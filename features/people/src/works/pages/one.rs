//! `/me/works/{id}`: what one work says so far, each step with a page of its own.

use askama::Template;
use axum::extract::Query;
use basics::Lang;
use web::{Cx, Page, Result, form::Faults};

use super::step::{Asked, Done, kind_words, step_words};
use crate::{
    Text,
    vocabulary::label,
    works::{
        KeptWork, Work, WorkState,
        credit::{Credit, State},
        owner::Owner,
        ready::Step,
        store::credits,
    },
};

#[derive(Template)]
#[template(path = "works/pages/one.html")]
struct One<'a> {
    t: Text,
    cx: &'a Cx,
    owner: &'a Owner,
    kept: &'a KeptWork,
    done: Option<&'static str>,
    faults: Faults,
    credits: Vec<Credit>,
}

pub(crate) async fn show(cx: Cx, owner: Owner, asked: Asked, Query(done): Query<Done>) -> Result<Page> {
    let t = Text(cx.lang);
    let kept = owner.work(&cx, &asked.id).await?;
    let credits = credits::of_work(&cx.portal.db, &kept.id).await?;
    let credits = credits.into_iter().filter(|credit| !credit.dropped).collect();
    let (faults, done) = (Faults::default(), done.words(t));
    let main = One { t, cx: &cx, owner: &owner, kept: &kept, done, faults, credits };
    cx.own_page(kept.called(&cx), &main)
}

impl One<'_> {
    /// The last word of the address of a step, its name, and what it says so far.
    fn steps(&self) -> Vec<(&'static str, &'static str, String)> {
        let (work, missing) = (&self.kept.work, self.kept.work.missing());
        let said =
            |step: &Step| if missing.contains(step) { self.t.work_needed().to_owned() } else { self.said(*step) };
        work.steps().iter().map(|step| (step.code(), step_words(self.t, work, *step), said(step))).collect()
    }

    fn said(&self, step: Step) -> String {
        let work = &self.kept.work;
        let said = match step {
            Step::Title => work.title.clone(),
            Step::Picture => work.picture.as_ref().map(|picture| picture.alt.clone()).unwrap_or_default(),
            Step::Sound => work.sound.as_ref().map(|sound| heft(self.cx.lang, sound)).unwrap_or_default(),
            Step::Link => work.link.clone().unwrap_or_default(),
            Step::Text => work.text.as_deref().map(first_line).unwrap_or_default(),
            Step::People => self.pictured(work).to_owned(),
            Step::Facts => facts(work),
            Step::Licence => self.licence(work),
            Step::Credits => self.credited(work),
        };
        if said.is_empty() { self.t.work_open().to_owned() } else { said }
    }

    fn pictured(&self, work: &Work) -> &'static str {
        let who = work.pictured.as_ref().map(|pictured| pictured.who.code());
        who.and_then(|who| label(self.cx.lang, "pictured", who)).unwrap_or_default()
    }

    fn licence(&self, work: &Work) -> String {
        let ours = work.licence().map(|terms| {
            terms.name().or_else(|| label(self.cx.lang, "licence", terms.code())).unwrap_or_default().to_owned()
        });
        ours.or_else(|| work.licence.clone()).unwrap_or_default()
    }

    fn credited(&self, work: &Work) -> String {
        let agreed = self.credits.iter().filter(|credit| credit.state == State::Agreed).count();
        let here = (!self.credits.is_empty()).then(|| self.t.credits_agreed_of(agreed, self.credits.len()));
        [work.credit.clone(), here].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn is_published(&self) -> bool {
        self.kept.work.state == WorkState::Published
    }

    fn is_ready(&self) -> bool {
        self.kept.work.missing().is_empty()
    }

    fn kind(&self) -> &'static str {
        kind_words(self.cx.lang, self.kept.work.kind())
    }

    fn seen_by(&self) -> &'static str {
        self.owner.seen_by(self.cx, self.kept)
    }

    fn page(&self) -> String {
        self.cx.href(format_args!("{}/works/{}", self.owner.person.path(), self.kept.work.slug))
    }
}

/// Length and weight of a recording: `3:25 · 1.2 MB`.
fn heft(lang: Lang, sound: &media::Recording) -> String {
    format!("{} · {}", sound.length(), words::bytes(lang, sound.bytes))
}

fn facts(work: &Work) -> String {
    let facts = [&work.year, &work.medium, &work.size, &work.series];
    facts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" · ")
}

fn first_line(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    let short: String = line.chars().take(80).collect();
    if short.len() < text.len() { format!("{short} …") } else { short }
}
