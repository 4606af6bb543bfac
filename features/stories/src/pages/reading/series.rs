//! `/stories/series/{slug}`: stories that belong together, in their order.

use askama::Template;
use plugs::Card;
use web::{Cx, Error, Page, Result};

use super::{Asked, beside, structured};
use crate::{
    Text,
    plugs::cards::card,
    store::{self, series::Name},
};

#[derive(Template)]
#[template(path = "pages/reading/series.html")]
struct Shown<'a> {
    t: Text,
    cx: &'a Cx,
    name: &'a Name,
    cards: &'a [Card],
}

pub(super) async fn show(cx: Cx, asked: Asked) -> Result<Page> {
    let series = store::series::find_by_slug(&cx.portal.db, &asked?).await?.ok_or(Error::NotFound)?;
    let stories = beside::of_series(&cx.portal.db, &series, cx.lang, cx.now).await?;
    if stories.is_empty() {
        return Err(Error::NotFound);
    }
    let name = series.name(cx.lang.tag());
    let cards: Vec<Card> = stories.iter().map(|glance| card(glance, cx.lang)).collect();
    let main = Shown { t: Text(cx.lang), cx: &cx, name: &name, cards: &cards };
    let path = format!("/stories/series/{}", series.slug);
    let page = cx.page(&name.title, &main)?.canonical(&path).nav("stories");
    let page = if name.line.is_empty() { page } else { page.description(&name.line) };
    Ok(page.json_ld(&structured::item_list(&cx, &name.title, &path, &cards)))
}
