//! Structured data (schema.org) of stories, from what the reader sees on the page.

use plugs::Card;
use serde_json::{Value, json};
use web::Cx;

use super::show::Beside;
use crate::{Form, Named, Reading, Text};

/// An article; news and announcements are news articles. `image` only where previews may show one.
pub(super) fn story(cx: &Cx, reading: &Reading, series: Option<&Beside>, image: Option<&str>) -> Value {
    let kind = if reading.form.portrays() { "Article" } else { "NewsArticle" };
    let url = cx.absolute(&reading.path);
    let site = json!({ "@type": "Organization", "name": cx.portal.site.name, "url": cx.absolute("/") });
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": kind,
        "url": url,
        "mainEntityOfPage": url,
        "headline": reading.title.chars().take(110).collect::<String>(),
        "description": reading.lede,
        "inLanguage": reading.lang,
        "genre": Text(cx.lang).by_key(&format!("form_{}", reading.form.code())),
        "datePublished": reading.published_at.rfc3339(),
        "dateModified": reading.changed_at.rfc3339(),
        "timeRequired": format!("PT{}M", reading.minutes),
        "author": if reading.authors.is_empty() { json!([site]) } else { people(cx, &reading.authors) },
        "publisher": site,
        "isAccessibleForFree": true,
    });
    let mut add = |name: &str, value: Value| data[name] = value;
    if let Some(image) = image {
        add("image", json!([image]));
    }
    if !reading.people.is_empty() && reading.form != Form::Announcement {
        add("about", people(cx, &reading.people));
    }
    if let Some(theme) = reading.theme {
        add("articleSection", json!(Text(cx.lang).by_key(&format!("theme_{}", theme.code()))));
    }
    if reading.lang != reading.original {
        add("translationOfWork", json!({ "@type": kind, "inLanguage": reading.original }));
        if !reading.translators.is_empty() {
            add("translator", people(cx, &reading.translators));
        }
    }
    if let Some(series) = series {
        let url = cx.absolute(format!("/stories/series/{}", series.slug));
        add("isPartOf", json!({ "@type": "CreativeWorkSeries", "name": series.name.title, "url": url }));
    }
    let sounds = audio(cx, reading);
    if !sounds.is_empty() {
        add("audio", Value::Array(sounds));
    }
    if !reading.corrections.is_empty() {
        let corrections = reading.corrections.iter().map(|correction| {
            json!({ "@type": "CorrectionComment", "text": correction.words, "datePublished": correction.made_at.rfc3339() })
        });
        add("correction", corrections.collect());
    }
    data
}

fn people(cx: &Cx, named: &[Named]) -> Value {
    let each = named.iter().map(|one| match &one.path {
        Some(path) => json!({ "@type": "Person", "name": one.name, "url": cx.absolute(path) }),
        None => json!({ "@type": "Person", "name": one.name }),
    });
    each.collect()
}

fn audio(cx: &Cx, reading: &Reading) -> Vec<Value> {
    let sounds = reading.pieces.iter().filter_map(|piece| Some((piece, piece.sound.as_ref()?)));
    sounds
        .map(|(piece, sound)| {
            let mut data = json!({
                "@type": "AudioObject",
                "contentUrl": format!("{}{}", cx.portal.site.base_url, sound.src),
                "duration": format!("PT{}S", sound.milliseconds.div_ceil(1000)),
            });
            if !piece.transcript.is_empty() {
                data["transcript"] = json!(piece.transcript);
            }
            data
        })
        .collect()
}

/// Where the page stands.
pub(super) fn crumbs(cx: &Cx, reading: &Reading) -> Value {
    let step = |place: u8, name: &str, path: &str| json!({ "@type": "ListItem", "position": place, "name": name, "item": cx.absolute(path) });
    let t = Text(cx.lang);
    json!({
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            step(1, t.read_home(), "/"),
            step(2, t.read_stories(), "/stories"),
            step(3, &reading.title, &reading.path),
        ],
    })
}

/// A list page. `path` has no language prefix.
pub(super) fn item_list(cx: &Cx, title: &str, path: &str, cards: &[Card]) -> Value {
    let base = &cx.portal.site.base_url;
    let items = cards.iter().zip(1..).map(|(card, place): (&Card, u32)| {
        json!({ "@type": "ListItem", "position": place, "url": format!("{base}{}", card.href), "name": card.title })
    });
    json!({
        "@context": "https://schema.org",
        "@type": "CollectionPage",
        "name": title,
        "url": cx.absolute(path),
        "mainEntity": { "@type": "ItemList", "itemListElement": items.collect::<Vec<_>>() },
    })
}
