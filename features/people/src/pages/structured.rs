//! Structured data (schema.org) of lists and profiles, made from what the viewer may see and nothing else.

use plugs::Card;
use serde_json::{Value, json};
use web::Cx;

use crate::{Hours, Kind, Seen, vocabulary::craft_label};

/// A list as CollectionPage with its items.
pub(crate) fn item_list(cx: &Cx, name: &str, href: &str, cards: &[Card]) -> Value {
    let base = &cx.portal.site.base_url;
    let items: Vec<Value> = (1..).zip(cards).map(|(place, card)| json!({ "@type": "ListItem", "position": place, "url": format!("{base}{}", card.href), "name": card.title })).collect();
    json!({
        "@context": "https://schema.org",
        "@type": "CollectionPage",
        "name": name,
        "url": format!("{base}{href}"),
        "inLanguage": cx.lang.tag(),
        "mainEntity": { "@type": "ItemList", "itemListElement": items },
    })
}

/// Where a profile stands below the list.
pub(crate) fn crumbs(cx: &Cx, list: &str, seen: &Seen) -> Value {
    let step = |place: u32, name: &str, path: &str| json!({ "@type": "ListItem", "position": place, "name": name, "item": cx.absolute(path) });
    json!({
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [step(1, list, &format!("/{}", seen.kind.folder())), step(2, &seen.name, &seen.path)],
    })
}

/// A profile: ProfilePage with its Person, or the organisation.
pub(crate) fn profile(cx: &Cx, seen: &Seen, image: Option<&str>) -> Value {
    let mut about = json!({
        "@type": match (seen.kind, seen.organisation_kind.as_deref()) {
            (Kind::Person, _) => "Person",
            (Kind::Organisation, Some("business")) => "LocalBusiness",
            (Kind::Organisation, _) => "Organization",
        },
        "name": seen.name,
        "url": cx.absolute(&seen.path),
    });
    let mut put = |key: &str, value: Value| {
        if let Some(object) = about.as_object_mut() {
            object.insert(key.to_owned(), value);
        }
    };
    if let Some(line) = &seen.line {
        put("description", json!(line.text));
    }
    if let Some(image) = image {
        put("image", json!(image));
    }
    let crafts: Vec<String> = seen.crafts.iter().map(|craft| craft_label(cx.lang, craft)).collect();
    if !crafts.is_empty() && seen.kind == Kind::Person {
        put("jobTitle", json!(crafts.join(", ")));
    }
    if !seen.languages.is_empty() {
        let codes: Vec<&str> = seen.languages.iter().map(|spoken| spoken.code.as_str()).collect();
        put(if seen.kind == Kind::Person { "knowsLanguage" } else { "availableLanguage" }, json!(codes));
    }
    if !seen.skills.is_empty() && seen.kind == Kind::Person {
        put("knowsAbout", json!(seen.skills));
    }
    if let Some(place) = &seen.place {
        put(
            "address",
            json!({ "@type": "PostalAddress", "addressLocality": place.town, "addressCountry": place.country.as_deref().map(str::to_uppercase) }),
        );
    }
    if !seen.links.is_empty() {
        put("sameAs", json!(seen.links.iter().map(|link| link.url.as_str()).collect::<Vec<_>>()));
    }
    if !seen.hours.is_empty() {
        put("openingHoursSpecification", json!(seen.hours.iter().map(opening).collect::<Vec<_>>()));
    }
    match seen.kind {
        Kind::Person => {
            json!({ "@context": "https://schema.org", "@type": "ProfilePage", "dateModified": seen.updated_at.rfc3339(), "mainEntity": about })
        }
        Kind::Organisation => {
            about["@context"] = json!("https://schema.org");
            about
        }
    }
}

fn opening(hours: &Hours) -> Value {
    const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let day = DAYS.get(usize::from(hours.day).wrapping_sub(1)).unwrap_or(&"Monday");
    json!({ "@type": "OpeningHoursSpecification", "dayOfWeek": day, "opens": hours.opens, "closes": hours.closes })
}
