//! `/me/page`: every part of a page, what stands there and who sees it; how much of it is shown; whether it is still right.

use askama::Template;
use axum::{extract::Query, response::Response};
use basics::{Audience, Lang, Viewer};
use serde::Deserialize;
use web::{Cx, Error, Page, Result, form};

use crate::{
    State, Text,
    own::{Editing, audience},
    store,
};

#[derive(Template)]
#[template(path = "own/pages/list.html")]
struct List<'a> {
    t: Text,
    cx: &'a Cx,
    editing: &'a Editing,
    title: String,
    done: Option<&'static str>,
    items: Vec<Item>,
    filled: usize,
}

/// One part.
struct Item {
    href: String,
    label: &'static str,
    summary: Option<String>,
    hint: &'static str,
    to: Option<&'static str>,
    covered: bool,
}

#[derive(Deserialize, Default)]
pub(crate) struct Asked {
    #[serde(default)]
    done: String,
}

pub(crate) async fn list(cx: Cx, editing: Editing, Query(asked): Query<Asked>) -> Result<Page> {
    let (t, title) = (Text(cx.lang), editing.title(cx.lang));
    let items = items(&editing, cx.lang);
    let done = match asked.done.as_str() {
        "saved" => Some(t.own_saved()),
        "confirmed" => Some(t.own_confirmed()),
        "shown" => Some(t.own_shown()),
        "hidden" => Some(t.own_taken_back()),
        _ => None,
    };
    let filled = items.iter().filter(|item| item.summary.is_some()).count();
    let main = List { t, cx: &cx, editing: &editing, title: title.clone(), done, items, filled };
    cx.own_page(title, &main)
}

fn items(editing: &Editing, lang: Lang) -> Vec<Item> {
    let (t, fields) = (Text(lang), &editing.person.fields);
    let Some(seen) = editing.person.clone().seen_by(Viewer::Operator) else { return Vec::new() };
    let item = |part: &crate::own::Part| Item {
        href: editing.at(&part.code()),
        label: part.label(t),
        summary: part.summary(&seen, fields.name.is_some(), lang),
        hint: part.hint(t),
        to: part.audience(fields).map(|to| audience::label(t, to)),
        covered: !part.covered(fields).is_empty(),
    };
    editing.parts().iter().map(item).collect()
}

/// Everything is still right: one tap.
pub(crate) async fn confirm(cx: Cx, editing: Editing) -> Result<Response> {
    let mut tx = cx.portal.db.begin().await?;
    if !store::confirm(&mut tx, editing.person.id.as_str(), cx.now).await? {
        return Err(Error::NotFound);
    }
    tx.commit().await?;
    Ok(form::see_other(&cx.href(format_args!("{}?done=confirmed", editing.base))))
}

impl List<'_> {
    /// Whether anybody else may see more than the handle, in one sentence.
    fn standing(&self) -> &'static str {
        let (t, person) = (self.t, &self.editing.person);
        match person.state {
            _ if person.withdrawn => t.standing_withdrawn(),
            State::Hidden => t.own_hidden_by_team(),
            State::Unreleased => t.standing_unreleased(),
            State::Fresh if person.listed == Audience::OnlyMe => t.own_standing_taken_back(),
            State::Fresh => t.own_standing_new(),
            State::Released => shown_to(t, self.editing.listed()),
        }
    }

    fn is_shown(&self) -> bool {
        self.editing.person.state == State::Released && !self.editing.person.withdrawn
    }

    fn progress(&self) -> String {
        self.t.own_progress(self.filled, self.items.len())
    }

    fn confirmed(&self) -> String {
        self.t.last_confirmed(words::date(self.cx.lang, self.editing.person.confirmed_at))
    }
}

/// Who finds a page that is shown.
pub(super) fn shown_to(t: Text, listed: Audience) -> &'static str {
    match listed {
        Audience::OnlyMe => t.own_shown_to_nobody(),
        Audience::Accepted => t.own_shown_to_accepted(),
        Audience::Vouched => t.own_shown_to_vouched(),
        Audience::Members => t.own_shown_to_members(),
        Audience::Everyone => t.own_shown_to_everyone(),
    }
}
