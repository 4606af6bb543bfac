//! `/desk/stories/{id}/people/…`: somebody in a story, and what of them may be seen: face, name, place.

use askama::Template;
use axum::{
    Form,
    extract::Path,
    response::{IntoResponse, Response},
};
use basics::{At, limits};
use serde::Deserialize;
use web::{
    Cx, Error, Page, Result,
    form::{Faults, see_other},
};

use super::{
    super::{
        Asked, Asked2, Sent, refused,
        typed::{fits, line},
    },
    one,
};
use crate::{Subject, Text, deeds, seat::Seat, store};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Typed {
    called: String,
    /// The handle of their page, when they have one.
    person: String,
    minor: String,
    at_risk: String,
    face: String,
    named: String,
    located: String,
    hidden: String,
    /// `save` or `remove`.
    what: String,
}

#[derive(Template)]
#[template(path = "pages/desk/person.html")]
struct Person<'a> {
    t: Text,
    cx: &'a Cx,
    faults: Faults,
    seat: &'a Seat,
    subject: &'a Subject,
    handle: String,
    code_made: Option<At>,
}

/// Adds somebody.
pub(crate) async fn add(cx: Cx, path: Asked, typed: Sent<Typed>) -> Result<Response> {
    let (Path(id), Form(typed)) = (path?, typed?);
    let (seat, mut faults) = (Seat::editor(&cx, &id).await?, Faults::default());
    let (called, page) = read(&cx, &typed, &mut faults).await?;
    if !faults.is_empty() {
        return again(&cx, &seat, faults, &typed).await;
    }
    let mut subject = Subject::new(&id, &called, page.as_ref().map(|page| page.id.as_str()), cx.now);
    subject.minor = page.as_ref().is_some_and(|page| page.protected_until.is_some());
    let mut tx = cx.portal.db.begin().await?;
    match deeds::add_person(&mut tx, &id, &subject, cx.now).await? {
        Ok(_) => tx.commit().await?,
        Err(refusal) => {
            faults.add("called", refused(Text(cx.lang), &refusal));
            return again(&cx, &seat, faults, &typed).await;
        }
    }
    Ok(see_other(&cx.href(format_args!("/desk/stories/{id}/people/{}", subject.id))))
}

/// The story's page with the form as it was typed.
async fn again(cx: &Cx, seat: &Seat, faults: Faults, typed: &Typed) -> Result<Response> {
    let typed = one::Typed::adding(&typed.called, &typed.person);
    Ok(one::page(cx, seat, faults, &typed, None).await?.into_response())
}

/// What the story calls them, and their page here.
async fn read(cx: &Cx, typed: &Typed, faults: &mut Faults) -> Result<(String, Option<people::Person>)> {
    let (t, called, handle) = (Text(cx.lang), line(&typed.called), line(&typed.person));
    if called.is_empty() {
        faults.add("called", t.tell_name_missing());
    }
    fits(t, "called", &called, limits::NAME, faults);
    if handle.is_empty() {
        return Ok((called, None));
    }
    let page = people::store::find(&cx.portal.db, handle.trim_start_matches('@')).await?;
    if page.is_none() {
        faults.add("person", t.nobody_there());
    }
    Ok((called, page))
}

async fn seated(cx: &Cx, id: &str, subject: &str) -> Result<(Seat, Subject)> {
    let seat = Seat::editor(cx, id).await?;
    let subject = seat.whole.subject(subject).cloned();
    subject.map(|subject| (seat, subject)).ok_or(Error::NotFound)
}

pub(crate) async fn ask(cx: Cx, path: Asked2) -> Result<Page> {
    let Path((id, subject)) = path?;
    let (seat, subject) = seated(&cx, &id, &subject).await?;
    page(&cx, &seat, &subject, Faults::default()).await
}

async fn page(cx: &Cx, seat: &Seat, subject: &Subject, faults: Faults) -> Result<Page> {
    let t = Text(cx.lang);
    let code_made = store::codes::made_at(&cx.portal.db, subject.id.as_str()).await?;
    let handle = match &subject.person {
        Some(person) => people::store::find_by_id(&cx.portal.db, person).await?.map(|person| person.handle),
        None => None,
    };
    let handle = handle.unwrap_or_default();
    cx.own_page(&subject.called, &Person { t, cx, faults, seat, subject, handle, code_made })
}

impl Person<'_> {
    fn on(&self, at: &At) -> String {
        ::words::date(self.cx.lang, *at)
    }

    /// What of them may be seen, each with its words.
    fn clearing(&self) -> [(&'static str, &'static str, bool); 3] {
        let Subject { face, named, located, .. } = *self.subject;
        [
            ("face", self.t.clear_face(), face),
            ("named", self.t.clear_name(), named),
            ("located", self.t.clear_place(), located),
        ]
    }
}

pub(crate) async fn save(cx: Cx, path: Asked2, typed: Sent<Typed>) -> Result<Response> {
    let (Path((id, subject)), Form(typed)) = (path?, typed?);
    let (t, (seat, before), mut faults) = (Text(cx.lang), seated(&cx, &id, &subject).await?, Faults::default());
    let back = cx.href(format_args!("/desk/stories/{id}?done=person"));
    let mut tx = cx.portal.db.begin().await?;
    let outcome = if typed.what == "remove" {
        deeds::remove_person(&mut tx, &id, &subject, cx.now).await?
    } else {
        let (called, page) = read(&cx, &typed, &mut faults).await?;
        let yes = |field: &str| field == "yes";
        let changed = Subject {
            called,
            person: page.map(|page| page.id.to_string()),
            minor: yes(&typed.minor),
            at_risk: yes(&typed.at_risk),
            face: yes(&typed.face),
            named: yes(&typed.named),
            located: yes(&typed.located),
            recognisable: !yes(&typed.hidden),
            cleared_at: Some(cx.now),
            ..before.clone()
        };
        if changed.is_protected() && changed.shown() > 1 {
            faults.add("face", t.missing_shown(&changed.called));
        }
        if !faults.is_empty() {
            drop(tx);
            return Ok(self::page(&cx, &seat, &changed, faults).await?.into_response());
        }
        deeds::change_person(&mut tx, &id, &changed, cx.now).await?
    };
    match outcome {
        Ok(_) => tx.commit().await?,
        Err(refusal) => {
            faults.add("face", refused(t, &refusal));
            drop(tx);
            return Ok(self::page(&cx, &seat, &before, faults).await?.into_response());
        }
    }
    Ok(see_other(&back))
}
