//! `/me`: one's own place — what waits, and the way to everything that is one's own.

use askama::Template;
use axum::extract::Query;
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
    };
    framed(&cx, t.me_title(), "me", &main)
}

impl Me<'_> {
    fn may(&self, code: &str) -> bool {
        basics::Capability::ALL
            .into_iter()
            .any(|capability| capability.code() == code && self.cx.viewer.may(capability))
    }
}
