//! `/people/{handle}` and `/organisations/{handle}`: one profile, its contact card (`.vcf`) and QR code (`.svg`).

use askama::Template;
use axum::{
    extract::{Path, rejection::PathRejection},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use basics::{Audience, Viewer};
use markup::{Defaults, meta_tags};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use plugs::Card;
use web::{Cx, Error, Page, Result};

use super::{card::card, contact_card, filters::facet_label, structured};
use crate::{
    Hours, Kind, Person, Said, Seen, State, Text, organisations,
    pictures::poster,
    store::{self, Entry},
    vocabulary::{Family, code, craft_label, free_label, label, skill_label},
    works::SeenWork,
};

/// What is escaped in a code: all but letters, digits and hyphens, so that addresses can be read aloud.
const CODE: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-');

/// Below a page: where people write to whose page it is. The room `letters` has it, and says there whether it is possible.
const LETTER: &str = "/letter";

type Asked = std::result::Result<Path<String>, PathRejection>;

pub(crate) async fn person(cx: Cx, path: Asked) -> Result<Response> {
    show(cx, Kind::Person, &path?).await
}

pub(crate) async fn organisation(cx: Cx, path: Asked) -> Result<Response> {
    show(cx, Kind::Organisation, &path?).await
}

async fn show(cx: Cx, kind: Kind, asked: &str) -> Result<Response> {
    let (handle, form) = match asked.rsplit_once('.') {
        Some((handle, form @ ("vcf" | "svg"))) => (handle, form),
        _ => (asked, "html"),
    };
    let Entry { person, has_works, has_memberships } =
        store::find_entry(&cx.portal.db, handle).await?.ok_or(Error::NotFound)?;
    let eyes = organisations::eyes(&cx, person.id.as_str(), person.kind).await?;
    let seen = organisations::seen_with(eyes, person).ok_or(Error::NotFound)?;
    if seen.kind != kind {
        return Ok(
            (StatusCode::PERMANENT_REDIRECT, [(axum::http::header::LOCATION, cx.href(&seen.path))]).into_response()
        );
    }
    match form {
        // Who stands in no list is not carried away either.
        "vcf" | "svg" if !seen.in_lists => Err(Error::NotFound),
        "vcf" => contact_card::vcard(&cx, &seen),
        "svg" => contact_card::qr(&cx, &seen),
        _ => {
            let (works, cards) = around(&cx, &seen, eyes, (has_works, has_memberships)).await?;
            profile(cx, seen, works, cards).map(IntoResponse::into_response)
        }
    }
}

type Around = (Vec<SeenWork>, Vec<(Card, String)>);

/// Works, seen with these eyes, and memberships, as far as there are any.
async fn around(cx: &Cx, seen: &Seen, eyes: Viewer, (has_works, has_memberships): (bool, bool)) -> Result<Around> {
    let (mut works, mut cards) = (Vec::new(), Vec::new());
    if has_works && !seen.handle_only {
        works = store::works_of(&cx.portal.db, &seen.id, eyes).await?;
    }
    if has_memberships && !seen.handle_only {
        cards = beside(cx, seen).await?;
    }
    Ok((works, cards))
}

/// A profile as `cx.viewer` sees it, without its frame; nothing where they may not know of it.
pub(crate) async fn as_seen(cx: &Cx, person: Person) -> Result<Option<String>> {
    let Some(seen) = person.seen_by(cx.viewer) else { return Ok(None) };
    let (works, beside) = around(cx, &seen, cx.viewer, (true, true)).await?;
    let url = cx.absolute(&seen.path);
    Ok(Some(main_part(cx, &seen, works, beside, &url).render()?))
}

#[derive(Template)]
#[template(path = "pages/show.html")]
struct Show<'a> {
    t: Text,
    cx: &'a Cx,
    seen: &'a Seen,
    list_title: &'static str,
    works: Vec<SeenWork>,
    /// Organisations of a person, or members of an organisation, with the role.
    beside: Vec<(Card, String)>,
    url: &'a str,
    share: String,
    /// Where one says that one's page is still right.
    confirm: &'static str,
}

/// Who stands beside somebody, as cards with the role.
async fn beside(cx: &Cx, seen: &Seen) -> Result<Vec<(Card, String)>> {
    let beside = store::memberships(&cx.portal.db, &seen.id, seen.kind, cx.viewer).await?;
    Ok(beside.into_iter().map(|(seen, role)| (card(&seen, cx.lang), role)).collect())
}

fn main_part<'a>(
    cx: &'a Cx,
    seen: &'a Seen,
    works: Vec<SeenWork>,
    beside: Vec<(Card, String)>,
    url: &'a str,
) -> Show<'a> {
    let t = Text(cx.lang);
    Show {
        t,
        cx,
        list_title: if seen.kind == Kind::Person { t.people_title() } else { t.organisations_title() },
        works,
        beside,
        url,
        confirm: crate::freshness::CONFIRM,
        share: utf8_percent_encode(&format!("{} {url}", seen.name), NON_ALPHANUMERIC).to_string(),
        seen,
    }
}

fn profile(cx: Cx, seen: Seen, works: Vec<SeenWork>, beside: Vec<(Card, String)>) -> Result<Page> {
    let url = cx.absolute(&seen.path);
    let base = &cx.portal.site.base_url;
    let image = seen
        .portrait
        .as_ref()
        .and_then(|portrait| portrait.cut.jpeg().or_else(|| portrait.cut.best(640)))
        .map(|shown| format!("{base}{}", shown.src()));
    let summary = seen.summary(cx.lang);
    let main = main_part(&cx, &seen, works, beside, &url);
    let title = seen.craft(cx.lang).map_or_else(|| seen.name.clone(), |craft| format!("{} · {craft}", seen.name));
    let mut page = cx.page(title, &main)?.canonical(&seen.path).nav(seen.kind.folder()).own_share();
    if !seen.in_lists {
        return Ok(page.not_indexed());
    }
    page = page.json_ld(&structured::profile(&cx, &seen, image.as_deref())).json_ld(&structured::crumbs(
        &cx,
        main.list_title,
        &seen,
    ));
    let poster = format!("{base}{}", poster::address(&cx, &seen));
    for tag in metas(&cx, &seen, &summary, Some(poster), &url) {
        page = page.meta(tag.attribute, tag.name, tag.content);
    }
    Ok(page.description(summary))
}

/// The community's own meta tags, each once, and the usual ones where they gave none.
fn metas(cx: &Cx, seen: &Seen, summary: &str, image: Option<String>, url: &str) -> Vec<markup::Tag> {
    let mut fields = serde_json::Map::new();
    fields.insert("seo".into(), serde_json::Value::Object(seen.seo.clone()));
    let defaults = Defaults {
        title: &seen.name,
        description: summary,
        image,
        url,
        kind: if seen.kind == Kind::Person { "profile" } else { "website" },
        base_url: &cx.portal.site.base_url,
    };
    meta_tags(&markup::seo(&fields), &defaults)
}

/// Works shown on the page itself; the others have a page of their own.
const WORKS: usize = 12;

impl Show<'_> {
    fn first_works(&self) -> &[SeenWork] {
        &self.works[..self.works.len().min(WORKS)]
    }

    fn is_person(&self) -> bool {
        self.seen.kind == Kind::Person
    }

    /// Since when nobody has said that this is still right, where it has left the lists for that.
    fn resting(&self) -> Option<String> {
        self.seen.resting.then(|| self.t.resting(words::date(self.cx.lang, self.seen.confirmed_at)))
    }

    fn is_own(&self) -> bool {
        self.cx.viewer.is(self.seen.id.as_str())
    }

    /// For those who may know: why others see less of this person, or nothing.
    fn standing(&self) -> Option<&'static str> {
        let (seen, viewer) = (self.seen, self.cx.viewer);
        (viewer.guards() || seen.own).then_some(())?;
        match seen.state {
            _ if seen.withdrawn => Some(self.t.standing_withdrawn()),
            State::Fresh if seen.listed == Audience::OnlyMe => Some(self.t.own_standing_taken_back()),
            State::Fresh => Some(self.t.standing_new()),
            State::Unreleased => Some(self.t.standing_unreleased()),
            State::Hidden => Some(self.t.standing_hidden()),
            State::Released if seen.protected => Some(self.t.standing_protected()),
            State::Released => None,
        }
    }

    fn main_craft(&self) -> Option<String> {
        self.seen.craft(self.cx.lang)
    }

    fn place(&self) -> Option<String> {
        self.seen.place_words(self.cx.lang)
    }

    fn plain_url(&self) -> &str {
        self.url.split_once("://").map_or(self.url, |(_, rest)| rest)
    }

    fn craft(&self, code: &str) -> String {
        craft_label(self.cx.lang, code)
    }

    fn relation(&self) -> Option<&'static str> {
        label(self.cx.lang, "relation", self.seen.relation.as_deref()?)
    }

    fn open(&self, code: &str) -> String {
        facet_label(self.cx.lang, "open", code)
    }

    fn skill(&self, skill: &str) -> String {
        skill_label(self.cx.lang, skill)
    }

    /// The code of a word for an address.
    fn code_of(&self, family: &str, written: &str) -> String {
        let code = Family::from_code(family).map_or_else(|| written.to_owned(), |family| code(family, written));
        utf8_percent_encode(&code, CODE).to_string()
    }

    /// `Kiswahili (first language), English (some)`.
    fn languages(&self) -> String {
        let said = self.seen.languages.iter().zip(self.seen.language_names(self.cx.lang)).map(|(spoken, name)| {
            let level = spoken.level.as_deref().and_then(|level| label(self.cx.lang, "level", level));
            level.map_or_else(|| name.clone(), |level| format!("{name} ({level})"))
        });
        said.collect::<Vec<_>>().join(", ")
    }

    /// The language a text was written in, when it is not the reader's.
    fn other_lang<'s>(&self, said: &'s Said) -> Option<&'s str> {
        said.lang.as_deref().filter(|lang| *lang != self.cx.lang.tag())
    }

    fn written_in(&self, said: &Said) -> Option<String> {
        words::language_name(self.cx.lang, self.other_lang(said)?)
    }

    fn about_html(&self, said: &Said) -> String {
        said.html.clone().unwrap_or_else(|| markup::markdown(&said.text).into_string())
    }

    fn day(&self, hours: &Hours) -> &'static str {
        self.t.by_key(&format!("day_{}", hours.day)).unwrap_or_default()
    }

    fn checked(&self) -> Option<String> {
        let day: jiff::civil::Date = self.seen.checked_on.as_deref()?.parse().ok()?;
        Some(self.t.last_checked(words::day(self.cx.lang, day)))
    }

    fn confirmed(&self) -> String {
        self.t.last_confirmed(words::date(self.cx.lang, self.seen.confirmed_at))
    }

    fn host<'s>(&self, url: &'s str) -> &'s str {
        url.split_once("://").map_or(url, |(_, rest)| rest).trim_start_matches("www.").trim_end_matches('/')
    }

    fn role(&self, role: &str) -> String {
        label(self.cx.lang, "role", role).map_or_else(|| free_label(role), str::to_owned)
    }
}
