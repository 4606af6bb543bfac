//! `/desk/audit`: the log of security events, as the chain has it. Ids only: it holds no names.

use askama::Template;
use axum::extract::Query;
use serde::Deserialize;
use web::{Cx, Page, Result};

use super::fresh::framed;
use crate::Text;

const PAGE: i64 = 100;

#[derive(Deserialize, Default)]
pub(crate) struct Asked {
    before: Option<i64>,
}

#[derive(Template)]
#[template(path = "pages/audit_log.html")]
struct Log<'a> {
    t: Text,
    cx: &'a Cx,
    entries: Vec<audit::Recorded>,
    next: Option<i64>,
}

impl Log<'_> {
    fn at(&self, entry: &audit::Recorded) -> String {
        words::moment(self.cx.lang, entry.at)
    }
}

pub(crate) async fn show_audit(cx: Cx, Query(asked): Query<Asked>) -> Result<Page> {
    let t = Text(cx.lang);
    let filter = audit::Filter { before: asked.before, ..audit::Filter::default() };
    let entries = audit::list(&cx.portal.db, &filter, PAGE).await?;
    let next = entries.last().map(|entry| entry.seq).filter(|seq| *seq > 1 && entries.len() as i64 == PAGE);
    let main = Log { t, cx: &cx, entries, next };
    framed(&cx, t.me_audit(), "me", &main)
}
