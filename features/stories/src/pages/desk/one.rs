//! `/desk/stories/{id}`: one story: what is missing, the people in it, the checklist and what can be done now.

use askama::Template;
use axum::{
    Form,
    extract::{Path, Query, rejection::QueryRejection},
    response::{IntoResponse, Response},
};
use basics::At;
use serde::Deserialize;
use web::{
    Cx, Error, Page, Result,
    form::{Faults, see_other},
};

use super::super::{Asked, Done, Sent, refused, tell::languages, typed::line, words};
use crate::{
    Part, Subject, Telling, TellingState, Text, Use, Whole,
    deeds::{self, Refusal},
    names::{self, Named},
    ready::{Missing, missing},
    rules::{signatures_needed, subject_until},
    seat::Seat,
    state::Stage,
    store::{self, copies::Copy},
};

/// What an editor has to have seen to: each is ticked.
pub(crate) const CHECKLIST: [&str; 4] = ["strengths", "words", "headline", "cleared"];

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Typed {
    what: String,
    strengths: String,
    words: String,
    headline: String,
    cleared: String,
    /// What readers are told was changed.
    changed: String,
    handle: String,
    lang: String,
    /// Of somebody to be added.
    called: String,
    person: String,
}

impl Typed {
    /// The form for somebody to be added, and nothing else.
    pub(super) fn adding(called: &str, person: &str) -> Self {
        Self { called: called.to_owned(), person: person.to_owned(), ..Self::default() }
    }

    /// In the order of [`CHECKLIST`].
    fn ticks(&self) -> [bool; 4] {
        [&self.strengths, &self.words, &self.headline, &self.cleared].map(|tick| tick == "yes")
    }
}

#[derive(Template)]
#[template(path = "pages/desk/one.html")]
struct One<'a> {
    t: Text,
    cx: &'a Cx,
    done: Option<&'static str>,
    faults: Faults,
    typed: &'a Typed,
    seat: &'a Seat,
    missing: Vec<Missing>,
    tellings: Vec<Telling>,
    copies: Vec<Copy>,
    team: Vec<(Part, Named, bool)>,
}

pub(crate) async fn show(cx: Cx, path: Asked, done: std::result::Result<Query<Done>, QueryRejection>) -> Result<Page> {
    let Path(id) = path?;
    let seat = Seat::editor(&cx, &id).await?;
    let done = done?.words(Text(cx.lang));
    page(&cx, &seat, Faults::default(), &Typed::default(), done).await
}

pub(super) async fn page(
    cx: &Cx,
    seat: &Seat,
    faults: Faults,
    typed: &Typed,
    done: Option<&'static str>,
) -> Result<Page> {
    let (t, db, whole) = (Text(cx.lang), &cx.portal.db, &seat.whole);
    let id = whole.story.id.as_str();
    let tellings = store::tellings::list(db, id).await?;
    let original = tellings.iter().find(|telling| telling.is_original());
    let missing = original.map(|telling| missing(whole, &telling.content)).unwrap_or_default();
    let copies = store::copies::list(db, id).await?;
    let ids: Vec<&str> = whole.roles.iter().map(|role| role.person.as_str()).filter(|id| !id.is_empty()).collect();
    let known = names::seen(db, cx.viewer, &ids).await?;
    let team = whole.roles.iter().map(|role| {
        let named =
            known.get(&role.person).cloned().unwrap_or_else(|| Named { name: t.somebody().to_owned(), path: None });
        (role.part, named, role.has_signed(&whole.story.next_root))
    });
    let team = team.collect();
    cx.own_page(&whole.story.title, &One { t, cx, done, faults, typed, seat, missing, tellings, copies, team })
}

impl One<'_> {
    fn state(&self) -> &'static str {
        words::state(self.t, self.seat.whole.story.state())
    }

    fn stage_is(&self, code: &str) -> bool {
        self.seat.whole.story.stage.code() == code
    }

    fn is_public(&self) -> bool {
        self.seat.whole.story.standing.is_public()
    }

    fn lacks(&self) -> impl Iterator<Item = String> {
        self.missing.iter().map(|missing| words::missing(self.t, missing))
    }

    fn part(&self, part: &Part) -> &'static str {
        self.t.by_key(&format!("part_{}", part.code())).unwrap_or_default()
    }

    /// Two editors have to sign.
    fn two(&self) -> bool {
        signatures_needed(&self.seat.whole) > 1
    }

    fn has_part(&self) -> bool {
        self.seat.is(Part::Editor) || self.seat.is(Part::Second)
    }

    fn has_editor(&self) -> bool {
        self.seat.whole.roles.iter().any(|role| role.part == Part::Editor)
    }

    /// The checklist, each with its words and whether it is ticked.
    fn checklist(&self) -> impl Iterator<Item = (&'static str, &'static str, bool)> {
        let words = |code: &str| self.t.by_key(&format!("check_{code}")).unwrap_or_default();
        CHECKLIST.into_iter().zip(self.typed.ticks()).map(move |(code, ticked)| (code, words(code), ticked))
    }

    /// How far somebody in it is: cleared, asked, agreed until.
    fn stands(&self, subject: &Subject) -> String {
        let whole = &self.seat.whole;
        let root = if whole.story.next_root.is_empty() { &whole.story.root } else { &whole.story.next_root };
        match subject_until(whole, subject, root, Use::Site, self.cx.now) {
            Some(until) => self.t.agreed_until(::words::date(self.cx.lang, until)),
            None if subject.cleared_at.is_none() => self.t.person_not_cleared().to_owned(),
            None if !subject.is_identifiable() => self.t.person_not_asked().to_owned(),
            None => self.t.person_not_agreed().to_owned(),
        }
    }

    fn language(&self, tag: &str) -> String {
        words::language(self.t, tag)
    }

    /// Translations there are, with how they stand.
    fn translations(&self) -> impl Iterator<Item = (&str, &'static str)> {
        let edition = self.seat.whole.story.edition.as_str();
        self.tellings.iter().filter(|telling| !telling.is_original()).map(move |telling| {
            let stands = match telling.state {
                TellingState::Draft => self.t.desk_unread(),
                _ if !edition.is_empty() && telling.of_edition != edition => self.t.desk_stale(),
                _ => self.t.translation_shown(),
            };
            (telling.lang.as_str(), stands)
        })
    }

    /// Languages it could be translated into.
    fn langs(&self) -> impl Iterator<Item = (&'static str, String, bool)> {
        let own = self.seat.whole.story.lang.as_str();
        let named = |tag| (tag, words::language(self.t, tag), tag == self.typed.lang);
        languages().filter(move |tag| *tag != own).map(named)
    }

    fn may_translate(&self) -> bool {
        !self.seat.whole.story.edition.is_empty() || !self.seat.whole.story.next_edition.is_empty()
    }

    fn on(&self, at: &At) -> String {
        ::words::date(self.cx.lang, *at)
    }
}

pub(crate) async fn act(cx: Cx, path: Asked, typed: Sent<Typed>) -> Result<Response> {
    let (Path(id), Form(typed)) = (path?, typed?);
    let (t, seat) = (Text(cx.lang), Seat::editor(&cx, &id).await?);
    let (me, now) = (seat.me.as_str(), cx.now);
    let mut faults = Faults::default();
    let mut tx = cx.portal.db.begin().await?;
    let outcome: std::result::Result<(), Refusal> = match typed.what.as_str() {
        "take" => deeds::assign(&mut tx, &id, me, Part::Editor, "", now).await?,
        "second" => deeds::assign(&mut tx, &id, me, Part::Second, "", now).await?,
        "sign" if typed.ticks() != [true; 4] => {
            faults.add("checklist", t.checklist_missing());
            Ok(())
        }
        "sign" => deeds::sign(&mut tx, &id, me, now).await?.map(drop),
        "return" => deeds::send_back(&mut tx, &id, now).await?.map(drop),
        "submit" => deeds::submit(&mut tx, &id, now).await?.map(drop),
        "reopen" if seat.whole.story.standing.is_public() && line(&typed.changed).is_empty() => {
            faults.add("changed", t.changed_missing());
            Ok(())
        }
        "reopen" => deeds::reopen(&mut tx, &id, &details::mask(&line(&typed.changed)).0, now).await?.map(drop),
        "withdraw" => deeds::withdraw(&mut tx, &id, None, now).await?.map(drop),
        "translator" => match translator(&cx, &typed).await? {
            Some(person) => deeds::assign(&mut tx, &id, &person, Part::Translator, &typed.lang, now).await?,
            None => {
                faults.add("handle", t.nobody_there());
                Ok(())
            }
        },
        _ => return Err(Error::Malformed),
    };
    if let Err(refusal) = &outcome {
        faults.add("checklist", refused(t, refusal));
    }
    if !faults.is_empty() {
        drop(tx);
        return Ok(page(&cx, &seat, faults, &typed, None).await?.into_response());
    }
    if typed.what == "sign" {
        tell_people(&cx, &mut tx, &id).await?;
    }
    tx.commit().await?;
    Ok(see_other(&cx.href(format_args!("/desk/stories/{id}?done={}", typed.what))))
}

/// Id of the person with a handle, who is asked to translate into a language we know.
async fn translator(cx: &Cx, typed: &Typed) -> Result<Option<String>> {
    if !languages().any(|tag| tag == typed.lang) {
        return Ok(None);
    }
    let handle = line(&typed.handle);
    let person = people::store::find(&cx.portal.db, handle.trim_start_matches('@')).await?;
    Ok(person.filter(|person| person.clone().seen_by(cx.viewer).is_some()).map(|person| person.id.to_string()))
}

/// Tells those with an account that a story about them waits for their answer.
async fn tell_people(cx: &Cx, tx: &mut db::Tx, id: &str) -> Result<()> {
    let Some(whole) = store::whole::get_in(tx, id).await? else { return Ok(()) };
    if whole.story.stage != Stage::Preview {
        return Ok(());
    }
    for person in asked(&whole) {
        crate::telling_people::of_preview(tx, accounts::Origin::of(cx), person, cx.now).await?;
    }
    Ok(())
}

fn asked(whole: &Whole) -> impl Iterator<Item = &str> {
    whole.subjects.iter().filter(|subject| subject.is_identifiable()).filter_map(|subject| subject.person.as_deref())
}
