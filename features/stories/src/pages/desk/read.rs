//! `/desk/stories/{id}/read`: what the story says now, as readers would see it.

use askama::Template;
use axum::extract::Path;
use web::{Cx, Error, Page, Result};

use super::super::{Asked, shown::shown};
use crate::{Text, seat::Seat, store};

#[derive(Template)]
#[template(path = "pages/desk/read.html")]
struct Read<'a> {
    t: Text,
    cx: &'a Cx,
    seat: &'a Seat,
    version: String,
}

pub(crate) async fn show(cx: Cx, path: Asked) -> Result<Page> {
    let Path(id) = path?;
    let (t, seat) = (Text(cx.lang), Seat::editor(&cx, &id).await?);
    let telling = store::tellings::original(&cx.portal.db, &id).await?.ok_or(Error::NotFound)?;
    let folder = cx.href(format_args!("/me/stories/{id}/media"));
    let version = shown(&cx, &telling.content.covered(), &telling.lang, &folder)?;
    cx.own_page(t.desk_read(), &Read { t, cx: &cx, seat: &seat, version })
}
