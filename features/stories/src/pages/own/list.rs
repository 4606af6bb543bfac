//! `/me/stories`: what waits for somebody, the stories they are in, and those they tell or translate.

use askama::Template;
use axum::extract::{Query, rejection::QueryRejection};
use web::{Cx, Page, Result};

use super::super::{Done, words};
use crate::{Part, Story, Subject, Text, Whole, state::Stage, store};

#[derive(Template)]
#[template(path = "pages/own/list.html")]
struct List<'a> {
    t: Text,
    cx: &'a Cx,
    done: Option<&'static str>,
    /// Stories they are in.
    in_them: Vec<Whole>,
    told: Vec<Whole>,
    /// With the language they translate into.
    translated: Vec<(Story, String)>,
    me: String,
}

pub(crate) async fn show(cx: Cx, done: std::result::Result<Query<Done>, QueryRejection>) -> Result<Page> {
    let (t, me, db) = (Text(cx.lang), cx.signed()?.person.clone(), &cx.portal.db);
    let ids: Vec<String> =
        store::subjects::of_person(db, &me).await?.into_iter().map(|subject| subject.story).collect();
    let in_them = store::whole::list(db, &refs(&ids)).await?;
    let told = store::roles::stories_of(db, &me, Part::Author).await?;
    let told = store::whole::list(db, &refs(&told)).await?;
    let ids = store::roles::stories_of(db, &me, Part::Translator).await?;
    let mut translated = Vec::new();
    for whole in store::whole::list(db, &refs(&ids)).await? {
        let langs = whole.roles.iter().filter(|role| role.person == me && role.part == Part::Translator);
        translated.extend(langs.map(|role| (whole.story.clone(), role.lang.clone())));
    }
    let done = done?.words(t);
    cx.own_page(t.mine_title(), &List { t, cx: &cx, done, in_them, told, translated, me })
}

fn refs(ids: &[String]) -> Vec<&str> {
    ids.iter().map(String::as_str).collect()
}

impl List<'_> {
    fn state(&self, story: &Story) -> &'static str {
        words::state(self.t, story.state())
    }

    /// Whether it waits for their answer.
    fn asks(&self, whole: &Whole) -> bool {
        whole.story.stage == Stage::Preview && !answered(whole, &self.me)
    }

    /// Whom a story is about and where it stands: several may have no title yet.
    fn told_line(&self, whole: &Whole) -> String {
        let called = whole.subjects.iter().map(|subject| subject.called.as_str());
        called.chain([self.state(&whole.story)]).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    fn language(&self, tag: &str) -> String {
        words::language(self.t, tag)
    }
}

/// Whether somebody has agreed to the version that is being asked about.
pub(crate) fn answered(whole: &Whole, person: &str) -> bool {
    let own = |subject: &&Subject| subject.person.as_deref() == Some(person);
    let root = whole.story.next_root.as_str();
    whole.subjects.iter().filter(own).any(|subject| {
        let theirs = whole.consents.iter().filter(|consent| consent.subject == subject.id.as_str());
        theirs.filter(|consent| consent.withdrawn_at.is_none()).any(|consent| consent.root == root)
    })
}
