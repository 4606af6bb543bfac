//! Structured data (schema.org) of lists and profiles, made from what the viewer may see and nothing else.

use plugs::Card;
use serde::Serialize;
use web::Cx;

use crate::{
    Hours, Kind, Seen,
    vocabulary::{craft_label, skill_label},
};

const SCHEMA: &str = "https://schema.org";

/// A list as CollectionPage with its items.
pub(crate) fn item_list(cx: &Cx, name: &str, href: &str, cards: &[Card]) -> impl Serialize + use<> {
    let base = &cx.portal.site.base_url;
    let items = (1..).zip(cards).map(|(position, card)| Item {
        kind: "ListItem",
        position,
        url: Some(format!("{base}{}", card.href)),
        name: card.title.clone(),
        item: None,
    });
    CollectionPage {
        context: SCHEMA,
        kind: "CollectionPage",
        name: name.to_owned(),
        url: format!("{base}{href}"),
        language: cx.lang.tag(),
        main: ItemList { kind: "ItemList", items: items.collect() },
    }
}

/// Where a profile stands below the list.
pub(crate) fn crumbs(cx: &Cx, list: &str, seen: &Seen) -> impl Serialize + use<> {
    let step = |position: u32, name: &str, path: &str| Item {
        kind: "ListItem",
        position,
        url: None,
        name: name.to_owned(),
        item: Some(cx.absolute(path)),
    };
    let items = [step(1, list, &format!("/{}", seen.kind.folder())), step(2, &seen.name, &seen.path)];
    Crumbs { context: SCHEMA, kind: "BreadcrumbList", items }
}

/// A profile: ProfilePage with its Person, or the organisation.
pub(crate) fn profile<'s>(cx: &Cx, seen: &'s Seen, image: Option<&'s str>) -> impl Serialize + use<'s> {
    let about = about(cx, seen, image);
    match seen.kind {
        Kind::Person => Profile::Page(ProfilePage {
            context: SCHEMA,
            kind: "ProfilePage",
            modified: seen.updated_at.rfc3339(),
            main: about,
        }),
        Kind::Organisation => Profile::Organisation(About { context: Some(SCHEMA), ..about }),
    }
}

fn about<'s>(cx: &Cx, seen: &'s Seen, image: Option<&'s str>) -> About<'s> {
    let is_person = seen.kind == Kind::Person;
    let crafts: Vec<String> = seen.crafts.iter().map(|craft| craft_label(cx.lang, craft)).collect();
    let languages: Vec<&str> = seen.languages.iter().map(|spoken| spoken.code.as_str()).collect();
    let kind = match (seen.kind, seen.organisation_kind.as_deref()) {
        (Kind::Person, _) => "Person",
        (Kind::Organisation, Some("business")) => "LocalBusiness",
        (Kind::Organisation, _) => "Organization",
    };
    let hours: Vec<Opening<'_>> = seen.hours.iter().map(opening).collect();
    // A business is a place itself; any other organisation has one that is open at these hours.
    let (hours, location) = match kind {
        "Organization" if !hours.is_empty() => (Vec::new(), Some(Location { kind: "Place", name: &seen.name, hours })),
        _ => (hours, None),
    };
    About {
        context: None,
        kind,
        name: &seen.name,
        url: cx.absolute(&seen.path),
        description: seen.line.as_ref().map(|line| line.text.as_str()),
        image,
        job_title: (is_person && !crafts.is_empty()).then(|| crafts.join(", ")),
        knows_language: (!languages.is_empty()).then_some(languages),
        knows_about: (is_person && !seen.skills.is_empty()).then(|| skills(cx, seen)),
        address: seen.place.as_ref().map(|place| Address {
            kind: "PostalAddress",
            town: place.town.as_deref(),
            country: place.country.as_deref().map(str::to_uppercase),
        }),
        same_as: seen.links.iter().map(|link| link.url.as_str()).collect(),
        hours,
        location,
    }
}

fn skills(cx: &Cx, seen: &Seen) -> Vec<String> {
    seen.skills.iter().map(|skill| skill_label(cx.lang, skill)).collect()
}

fn opening(hours: &Hours) -> Opening<'_> {
    const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let day = DAYS.get(usize::from(hours.day).wrapping_sub(1)).unwrap_or(&"Monday");
    Opening { kind: "OpeningHoursSpecification", day, opens: &hours.opens, closes: &hours.closes }
}

#[derive(Serialize)]
struct CollectionPage {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
    url: String,
    #[serde(rename = "inLanguage")]
    language: &'static str,
    #[serde(rename = "mainEntity")]
    main: ItemList,
}

#[derive(Serialize)]
struct ItemList {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "itemListElement")]
    items: Vec<Item>,
}

#[derive(Serialize)]
struct Item {
    #[serde(rename = "@type")]
    kind: &'static str,
    position: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<String>,
}

#[derive(Serialize)]
struct Crumbs {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "itemListElement")]
    items: [Item; 2],
}

#[derive(Serialize)]
#[serde(untagged)]
enum Profile<'s> {
    Page(ProfilePage<'s>),
    Organisation(About<'s>),
}

#[derive(Serialize)]
struct ProfilePage<'s> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "dateModified")]
    modified: String,
    #[serde(rename = "mainEntity")]
    main: About<'s>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct About<'s> {
    #[serde(rename = "@context", skip_serializing_if = "Option::is_none")]
    context: Option<&'static str>,
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'s str,
    url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    job_title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    knows_language: Option<Vec<&'s str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    knows_about: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<Address<'s>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    same_as: Vec<&'s str>,
    #[serde(rename = "openingHoursSpecification", skip_serializing_if = "Vec::is_empty")]
    hours: Vec<Opening<'s>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<Location<'s>>,
}

#[derive(Serialize)]
struct Location<'s> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'s str,
    #[serde(rename = "openingHoursSpecification")]
    hours: Vec<Opening<'s>>,
}

#[derive(Serialize)]
struct Address<'s> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "addressLocality", skip_serializing_if = "Option::is_none")]
    town: Option<&'s str>,
    #[serde(rename = "addressCountry", skip_serializing_if = "Option::is_none")]
    country: Option<String>,
}

#[derive(Serialize)]
struct Opening<'s> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "dayOfWeek")]
    day: &'static str,
    opens: &'s str,
    closes: &'s str,
}
