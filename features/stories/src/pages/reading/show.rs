//! `/stories/{slug}`: one story, as everybody in it agreed to; and its record for archives (`.json`).

use askama::Template;
use axum::response::{IntoResponse, Response};
use basics::Lang;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use plugs::Card;
use web::{Cx, Error, Page, Result};

use super::{Asked, beside, metas, record};
use crate::{
    Found, Glance, Reading, Text, Use,
    blocks::Block,
    plugs::cards::card,
    reading::find,
    store::series::{Name, Series},
};

pub(super) async fn show(cx: Cx, asked: Asked) -> Result<Response> {
    let asked = asked?;
    if let Some(slug) = asked.strip_suffix(".json") {
        return record::show(cx, slug).await;
    }
    let reading = found(&cx, &asked, Use::Site).await?;
    let series = match &reading.series {
        Some(series) => Some(Beside::of(&cx, series, &reading).await?),
        None => None,
    };
    let next = beside::next(&cx.portal.db, &reading, cx.lang, cx.now).await?;
    page(&cx, &reading, series, next).map(IntoResponse::into_response)
}

/// The story at an address for a use: 404 where there is none, 410 where it was and may not be now.
pub(super) async fn found(cx: &Cx, slug: &str, to: Use) -> Result<Reading> {
    match find(&cx.portal.db, slug, to, cx.viewer, cx.lang, cx.now).await? {
        Found::Reading(reading) => Ok(*reading),
        Found::Gone => Err(Error::Gone),
        Found::Nothing => Err(Error::NotFound),
    }
}

/// The series a story is part of, and what stands before and after it there.
pub(super) struct Beside {
    pub slug: String,
    pub name: Name,
    pub previous: Option<Glance>,
    pub next: Option<Glance>,
}

impl Beside {
    async fn of(cx: &Cx, series: &Series, reading: &Reading) -> Result<Self> {
        let mut all = beside::of_series(&cx.portal.db, series, cx.lang, cx.now).await?.into_iter();
        let (mut previous, mut here) = (None, false);
        for glance in all.by_ref() {
            if glance.id == reading.id {
                here = true;
                break;
            }
            previous = Some(glance);
        }
        let next = all.next();
        let (slug, name) = (series.slug.clone(), series.name(cx.lang.tag()));
        Ok(Self { slug, name, previous: previous.filter(|_| here), next })
    }
}

#[derive(Template)]
#[template(path = "pages/reading/show.html")]
pub(super) struct Show<'a> {
    pub t: Text,
    pub cx: &'a Cx,
    pub reading: &'a Reading,
    pub series: Option<Beside>,
    pub next: Option<Card>,
    pub url: String,
    /// What is sent where the address is passed on; `None` where the people in it did not agree to that.
    pub share: Option<String>,
}

fn page(cx: &Cx, reading: &Reading, series: Option<Beside>, next: Option<Glance>) -> Result<Page> {
    let url = cx.absolute(&reading.path);
    let shared = reading.uses.contains(&Use::Share);
    let words = format!("{} {url}", reading.title);
    let href = |glance: &Option<Glance>| glance.as_ref().map(|glance| cx.href(&glance.path));
    let around = series.as_ref().map_or((None, None), |series| (href(&series.previous), href(&series.next)));
    let main = Show {
        t: Text(cx.lang),
        cx,
        reading,
        series,
        next: next.map(|glance| card(&glance, cx.lang)),
        share: shared.then(|| utf8_percent_encode(&words, NON_ALPHANUMERIC).to_string()),
        url,
    };
    let page = cx.page(&reading.title, &main)?.canonical(&reading.path).nav("stories").own_share();
    let told: Vec<Lang> = reading.langs.iter().filter_map(|lang| Lang::from_tag(lang)).collect();
    let page = if told.is_empty() { page } else { page.langs(told) };
    Ok(metas::described(cx, page.around(around.0, around.1), reading, main.series.as_ref()))
}
