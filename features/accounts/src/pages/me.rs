//! `/me`: one's own place — what waits, and the way to everything that is one's own.

use askama::Template;
use axum::extract::Query;
use plugs::{Asking, Waits};
use serde::Deserialize;
use web::{Cx, Page, Result, Signed};

use super::{fresh::framed, settings::own_name};
use crate::{Text, store::codes};

#[derive(Template)]
#[template(path = "pages/me.html")]
struct Me<'a> {
    t: Text,
    cx: &'a Cx,
    signed: &'a Signed,
    name: String,
    has_card: bool,
    /// Codes left on the card of somebody who has just got back in.
    back_with: Option<i64>,
    waiting: Vec<Waits>,
}

#[derive(Deserialize, Default)]
pub(crate) struct Asked {
    #[serde(default)]
    done: String,
}

pub(crate) async fn me(cx: Cx, Query(asked): Query<Asked>) -> Result<Page> {
    let t = Text(cx.lang);
    let signed = cx.signed()?.clone();
    let db = &cx.portal.db;
    let name = own_name(&cx, &signed).await?;
    let (left, _) = codes::count(db, &signed.account).await?;
    let main = Me {
        t,
        cx: &cx,
        signed: &signed,
        name,
        has_card: left > 0,
        back_with: (asked.done == "recovered").then_some(left),
        waiting: waiting(&cx, &signed).await?,
    };
    framed(&cx, t.me_title(), "me", &main)
}

/// What waits in every room; a helper who acts for the person sees only what helpers may see.
async fn waiting(cx: &Cx, signed: &Signed) -> Result<Vec<Waits>> {
    let (account, person) = (signed.account.as_str(), signed.person.as_str());
    let asking = Asking { account, person, viewer: cx.viewer, lang: cx.lang, now: cx.now };
    let mut all = Vec::new();
    for room in &cx.portal.plugs.waiting {
        all.extend(room.waiting(&cx.portal.db, asking).await?);
    }
    all.retain(|waits| waits.count > 0 && (waits.for_helpers || signed.helper.is_none()));
    Ok(all)
}

impl Me<'_> {
    fn may(&self, code: &str) -> bool {
        basics::Capability::ALL
            .into_iter()
            .any(|capability| capability.code() == code && self.cx.viewer.may(capability))
    }
}
