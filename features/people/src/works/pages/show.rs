//! `/people/{handle}/works/{slug}`: one work with a page of its own, linked to the one before and the one after; and
//! `/people/{handle}/works`, all of them.

use askama::Template;
use axum::{
    extract::{Path, rejection::PathRejection},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use basics::{Audience, Viewer};
use media::Offer;
use web::{Cx, Error, Page, Result};

use super::{step::kind_words, structured};
use crate::{
    Kind, Seen, Text, organisations,
    vocabulary::label,
    works::{
        SeenWork, WorkKind, WorkState,
        credit::{self, Named},
        store,
    },
};

type Asked = std::result::Result<Path<(String, String)>, PathRejection>;
type AskedAll = std::result::Result<Path<String>, PathRejection>;

pub(crate) async fn of_person(cx: Cx, path: Asked) -> Result<Response> {
    let Path((handle, slug)) = path?;
    one(cx, Kind::Person, &handle, &slug).await
}

pub(crate) async fn of_organisation(cx: Cx, path: Asked) -> Result<Response> {
    let Path((handle, slug)) = path?;
    one(cx, Kind::Organisation, &handle, &slug).await
}

pub(crate) async fn all_of_person(cx: Cx, path: AskedAll) -> Result<Response> {
    all(cx, Kind::Person, &path?).await
}

pub(crate) async fn all_of_organisation(cx: Cx, path: AskedAll) -> Result<Response> {
    all(cx, Kind::Organisation, &path?).await
}

/// Whose works they are, when the viewer may know of them, and with whose eyes they are looked at.
async fn maker(cx: &Cx, handle: &str) -> Result<(Seen, Viewer)> {
    let person = crate::store::find(&cx.portal.db, handle).await?.ok_or(Error::NotFound)?;
    let eyes = organisations::eyes(cx, person.id.as_str(), person.kind).await?;
    let seen = organisations::seen_with(eyes, person).filter(|seen| !seen.handle_only);
    Ok((seen.ok_or(Error::NotFound)?, eyes))
}

/// People and organisations have addresses of their own; the wrong one of the two leads to the right one.
fn moved(cx: &Cx, seen: &Seen, rest: &str) -> Response {
    let location = cx.href(format_args!("{}/works{rest}", seen.path));
    (StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, location)]).into_response()
}

#[derive(Template)]
#[template(path = "works/pages/show.html")]
struct Show<'a> {
    t: Text,
    cx: &'a Cx,
    seen: &'a Seen,
    list_title: &'static str,
    work: &'a SeenWork,
    title: &'a str,
    offer: Offer<'a>,
    credits: &'a [Named],
    /// Address and title of the works beside it.
    previous: Option<(String, String)>,
    next: Option<(String, String)>,
}

async fn one(cx: Cx, kind: Kind, handle: &str, slug: &str) -> Result<Response> {
    let (seen, eyes) = maker(&cx, handle).await?;
    let works = store::works_of(&cx.portal.db, &seen.id, eyes).await?;
    let (at, draft) = (works.iter().position(|work| work.slug == slug), draft(&cx, &seen, eyes, slug).await?);
    let work = at.map(|at| &works[at]).or(draft.as_ref()).ok_or(Error::NotFound)?;
    if seen.kind != kind {
        return Ok(moved(&cx, &seen, &format!("/{slug}")));
    }
    let credits = credit::named(&cx.portal.db, &work.id, cx.viewer).await?;
    let beside = |at: Option<usize>| {
        let work = works.get(at?)?;
        Some((cx.href(format_args!("{}/works/{}", seen.path, work.slug)), work.called(&cx)))
    };
    let (previous, next) = (beside(at.and_then(|at| at.checked_sub(1))), beside(at.map(|at| at + 1)));
    let (t, title) = (Text(cx.lang), work.called(&cx));
    let main = Show {
        t,
        cx: &cx,
        list_title: if seen.kind == Kind::Person { t.people_title() } else { t.organisations_title() },
        seen: &seen,
        work,
        title: &title,
        offer: Offer::of(&cx),
        credits: &credits,
        previous: previous.clone(),
        next: next.clone(),
    };
    let path = format!("{}/works/{}", seen.path, work.slug);
    let page = cx.page(format!("{title} · {}", seen.name), &main)?.canonical(&path).nav(seen.kind.folder());
    let page = described(&cx, page, &seen, work, &credits, &path);
    Ok(page.around(previous.map(|(href, _)| href), next.map(|(href, _)| href)).into_response())
}

/// A draft, for those whose it is.
async fn draft(cx: &Cx, seen: &Seen, eyes: Viewer, slug: &str) -> Result<Option<SeenWork>> {
    if eyes.reach_to(seen.id.as_str()) != Audience::OnlyMe {
        return Ok(None);
    }
    let kept = store::find_by_slug(&cx.portal.db, &seen.id, slug).await?;
    Ok(kept.filter(|kept| kept.work.state == WorkState::Draft).map(SeenWork::from))
}

/// What search engines and previews are told; nothing of what is not for everybody.
fn described(cx: &Cx, page: Page, seen: &Seen, work: &SeenWork, credits: &[Named], path: &str) -> Page {
    let public = work.state == WorkState::Published && work.audience == Audience::Everyone && seen.in_lists;
    if !public {
        return page.not_indexed();
    }
    let base = &cx.portal.site.base_url;
    let image =
        work.picture.as_ref().and_then(|picture| picture.cut.jpeg()).map(|jpeg| format!("{base}{}", jpeg.src()));
    let data = structured::work(cx, seen, work, credits, path, image.as_deref());
    let page = page.description(summary(work, seen)).json_ld(&data).meta("property", "og:type", "article");
    match image {
        Some(image) => page.meta("property", "og:image", image),
        None => page,
    }
}

fn summary(work: &SeenWork, seen: &Seen) -> String {
    let alt = work.picture.as_ref().map(|picture| picture.alt.clone()).filter(|alt| !alt.is_empty());
    let text = work.text.as_deref().map(|text| text.split_whitespace().take(30).collect::<Vec<_>>().join(" "));
    let facts = [Some(seen.name.clone()), work.year.clone(), work.medium.clone()].into_iter().flatten();
    let facts = facts.collect::<Vec<_>>().join(", ");
    alt.or(text).map_or_else(|| facts.clone(), |said| format!("{facts}. {said}"))
}

impl Show<'_> {
    fn is_draft(&self) -> bool {
        self.work.state == WorkState::Draft
    }

    /// Where they go on with a draft.
    fn editing(&self) -> String {
        let base = match self.seen.kind {
            Kind::Person => "/me/works".to_owned(),
            Kind::Organisation => format!("{}/page/works", self.seen.path),
        };
        self.cx.href(format_args!("{base}/{}", self.work.id))
    }

    fn is_of_organisation(&self) -> bool {
        self.seen.kind == Kind::Organisation
    }

    fn is_sound(&self) -> bool {
        self.work.sound.is_some() && self.work.kind == WorkKind::Audio
    }

    fn is_text(&self) -> bool {
        self.work.kind == WorkKind::Text
    }

    fn kind(&self) -> &'static str {
        kind_words(self.cx.lang, self.work.kind)
    }

    /// Their language, when it is not the reader's.
    fn lang(&self) -> Option<&str> {
        self.work.lang.as_deref().filter(|lang| *lang != self.cx.lang.tag())
    }

    /// Verses and paragraphs, each with its lines.
    fn verses(&self, text: &str) -> Vec<Vec<String>> {
        let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
        let verses = lines.split(|line| line.is_empty()).filter(|verse| !verse.is_empty());
        verses.map(|verse| verse.iter().map(|line| (*line).to_owned()).collect()).collect()
    }

    fn licence(&self) -> Option<&str> {
        let ours = self.work.licence.and_then(|terms| label(self.cx.lang, "licence", terms.code()));
        ours.or(self.work.other_licence.as_deref())
    }

    fn host<'s>(&self, url: &'s str) -> &'s str {
        url.split_once("://").map_or(url, |(_, rest)| rest).split('/').next().unwrap_or(url).trim_start_matches("www.")
    }
}

#[derive(Template)]
#[template(path = "works/pages/all.html")]
struct All<'a> {
    t: Text,
    cx: &'a Cx,
    seen: &'a Seen,
    list_title: &'static str,
    works: Vec<SeenWork>,
}

async fn all(cx: Cx, kind: Kind, handle: &str) -> Result<Response> {
    let (seen, eyes) = maker(&cx, handle).await?;
    if seen.kind != kind {
        return Ok(moved(&cx, &seen, ""));
    }
    let works = store::works_of(&cx.portal.db, &seen.id, eyes).await?;
    if works.is_empty() {
        return Err(Error::NotFound);
    }
    let t = Text(cx.lang);
    let list_title = if seen.kind == Kind::Person { t.people_title() } else { t.organisations_title() };
    let indexed = seen.in_lists && works.iter().any(|work| work.audience == Audience::Everyone);
    let main = All { t, cx: &cx, seen: &seen, list_title, works };
    let page = cx.page(t.works_of_somebody(&seen.name), &main)?.nav(seen.kind.folder());
    let page = page.canonical(format!("{}/works", seen.path));
    Ok(if indexed { page } else { page.not_indexed() }.into_response())
}
