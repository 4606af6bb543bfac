//! `/desk/outbox`: messages that wait because nothing carries them, to be read and printed by an administrator.

use askama::Template;
use axum::{
    Form,
    extract::{Query, rejection::FormRejection},
    response::Response,
};
use basics::Id;
use post::{Entry, State, store};
use serde::Deserialize;
use web::{Cx, Error, Page, Result, form};

use super::fresh::framed;
use crate::{Text, event};

/// Messages on one page.
const PAGE: i64 = 50;

#[derive(Deserialize, Default)]
pub(crate) struct Asked {
    #[serde(default)]
    after: String,
}

#[derive(Deserialize)]
pub(crate) struct One {
    id: String,
}

#[derive(Template)]
#[template(path = "pages/outbox.html")]
struct Outbox<'a> {
    t: Text,
    cx: &'a Cx,
    waiting: i64,
    entries: Vec<Entry>,
    next: Option<String>,
}

impl Outbox<'_> {
    fn at(&self, entry: &Entry) -> String {
        words::moment(self.cx.lang, entry.created_at)
    }
}

pub(crate) async fn show_outbox(cx: Cx, Query(asked): Query<Asked>) -> Result<Page> {
    let (t, db) = (Text(cx.lang), &cx.portal.db);
    let after = (!asked.after.is_empty()).then(|| Id::from_text(asked.after));
    let entries = store::list(db, Some(State::Waiting), after.as_ref(), PAGE).await?;
    let next = (entries.len() as i64 == PAGE).then(|| entries.last().map(|entry| entry.id.to_string())).flatten();
    let main = Outbox { t, cx: &cx, waiting: store::count(db, State::Waiting).await?, entries, next };
    framed(&cx, t.me_outbox(), "me", &main)
}

#[derive(Template)]
#[template(path = "pages/outbox_message.html")]
struct Printed<'a> {
    t: Text,
    cx: &'a Cx,
    entry: &'a Entry,
}

/// One message, to be read aloud, copied or printed. That somebody read it is written down.
pub(crate) async fn show_message(cx: Cx, Query(asked): Query<One>) -> Result<Page> {
    let t = Text(cx.lang);
    let id = Id::from_text(asked.id);
    let entry = store::find(&cx.portal.db, &id).await?.ok_or(Error::NotFound)?;
    let mut tx = cx.portal.db.begin().await?;
    let actor = cx.signed()?.account.clone();
    event::record(&mut tx, &actor, "message-read", id.as_str(), "", cx.now).await?;
    tx.commit().await?;
    let main = Printed { t, cx: &cx, entry: &entry };
    framed(&cx, t.me_outbox(), "me", &main)
}

/// The message was handed over on paper: it is not sent as well.
pub(crate) async fn mark_printed(cx: Cx, typed: std::result::Result<Form<One>, FormRejection>) -> Result<Response> {
    let Form(one) = typed?;
    let mut tx = cx.portal.db.begin().await?;
    store::mark_printed(&mut tx, &Id::from_text(one.id), cx.now).await?;
    tx.commit().await?;
    Ok(form::see_other(&cx.href("/desk/outbox")))
}
