//! What the community wrote, understood: the many names of one field, lists written as text, pictures, opening hours.

use basics::{Audience, slug};
use db::Tx;
use details::private_field;
use plugs::Document;
use serde_json::{Map, Value};

use super::Understood;
use crate::{
    Fields, Hours, Kind, Link, Picture, Place, Said, Shown, Spoken, Work,
    fields::on_the_web,
    vocabulary::{code_in, craft_code},
};

const NAMES: &[&str] = &[
    "name",
    "title",
    "full_name",
    "fullname",
    "display_name",
    "nom",
    "jina",
    "artist",
    "organisation",
    "organization",
];
const LINES: &[&str] = &[
    "line",
    "tagline",
    "subtitle",
    "headline",
    "role",
    "occupation",
    "summary",
    "excerpt",
    "short_bio",
    "description",
];
const ABOUTS: &[&str] = &["about", "bio", "biography", "story", "content", "text", "details", "long_description"];
const CRAFTS: &[&str] = &[
    "crafts",
    "craft",
    "talent",
    "talents",
    "profession",
    "discipline",
    "category",
    "categories",
    "art_form",
    "genre",
];
const SKILLS: &[&str] = &["skills", "skill", "tags", "competences", "ujuzi"];
const LANGUAGES: &[&str] = &["languages", "langues", "lugha", "spoken_languages"];
const COUNTRIES: &[&str] = &["country", "pays", "nchi"];
const TOWNS: &[&str] = &["town", "city", "ville", "mji", "location", "based_in"];
const OFFERS: &[&str] = &["offers", "offer", "services", "what_we_offer", "products"];
const WANTS: &[&str] = &["wants", "needs", "looking_for"];
const OPEN: &[&str] = &["open_to", "available_for", "open"];
const LINKS: &[&str] = &[
    "links",
    "link",
    "website",
    "url",
    "web",
    "site",
    "facebook",
    "instagram",
    "youtube",
    "twitter",
    "linkedin",
    "soundcloud",
    "portfolio_url",
];
const PICTURES: &[&str] = &[
    "portrait",
    "image",
    "photo",
    "picture",
    "avatar",
    "thumbnail",
    "cover",
    "logo",
    "featured_image",
    "profile_image",
];
const WORKS: &[&str] = &["works", "work", "portfolio", "gallery", "artworks", "projects", "images", "photos"];
const HOURS: &[&str] = &["hours", "opening_hours", "openingHours"];
const KINDS: &[&str] = &["kind", "type", "organisation_type", "category"];
const CHECKED: &[&str] = &["checked_on", "last_checked", "last_verified", "verified_on"];

/// Reads a document's public form into fields for everyone, and its personal details into what only the person sees.
pub(super) async fn document(tx: &mut Tx, document: &Document, kind: Kind) -> anyhow::Result<Understood> {
    let open = &document.public_fields;
    let lang = document.lang.as_deref();
    let everyone = |text: String| Shown::everyone(text);
    let line = text(open, LINES).map(|line| Shown::everyone(Said::line(line, lang)));
    let body = document.public_body().trim();
    let about = if body.is_empty() { text(open, ABOUTS) } else { Some(body.to_owned()) };
    let mut fields = Fields {
        name: text(open, NAMES).map(|name| Shown::everyone(clean_name(&name))),
        about: about.map(|about| Shown::everyone(Said::paragraphs(about, lang))),
        relation: text(open, &["relation", "status_in_dzaleka"])
            .and_then(|word| code_in("relation", &word))
            .map(|code| everyone(code.to_owned())),
        crafts: list(crafts(document, kind)),
        skills: list(texts(open, SKILLS)),
        languages: list(languages(open)),
        place: place(open).map(Shown::everyone),
        offers: list(texts(open, OFFERS).into_iter().map(|offer| Said::line(offer, lang)).collect()),
        wants: list(texts(open, WANTS).into_iter().map(|want| Said::line(want, lang)).collect()),
        open_to: list(texts(open, OPEN).iter().filter_map(|word| code_in("open", word).map(str::to_owned)).collect()),
        links: list(links(open)),
        organisation_kind: (kind == Kind::Organisation)
            .then(|| text(open, KINDS).and_then(|word| code_in("kind", &word)))
            .flatten()
            .map(|code| everyone(code.to_owned())),
        hours: list(hours(open)),
        checked_on: text(open, CHECKED).map(everyone),
        seo: open.get("seo").and_then(Value::as_object).map(|seo| Shown::everyone(seo.clone())),
        line,
        ..Fields::default()
    };
    if fields.line.is_none() {
        fields.line = seo_line(open, lang);
    }
    if let Some(named) = text(open, PICTURES) {
        let alt = text(open, &["image_alt", "alt", "photo_alt", "imageAlt"]).unwrap_or_default();
        fields.portrait = picture(tx, document, &named, alt).await?.map(Shown::everyone);
    }
    fields.private = private(&document.fields);
    let works = works(tx, document, lang).await?;
    Ok(Understood { fields, works })
}

/// Without a line of their own, the sentence they wrote for search engines serves.
fn seo_line(open: &Map<String, Value>, lang: Option<&str>) -> Option<Shown<Said>> {
    let line = open.get("seo")?.get("description")?.as_str()?.split_whitespace().collect::<Vec<_>>().join(" ");
    (!line.is_empty() && line.chars().count() <= basics::limits::LINE).then(|| Shown::everyone(Said::line(line, lang)))
}

fn list<T>(items: Vec<T>) -> Option<Shown<Vec<T>>> {
    (!items.is_empty()).then(|| Shown::everyone(items))
}

fn get<'a>(fields: &'a Map<String, Value>, names: &[&str]) -> Option<&'a Value> {
    let same = |key: &str, name: &str| basics::fold(key).replace(' ', "") == basics::fold(name).replace(' ', "");
    names
        .iter()
        .find_map(|name| fields.iter().find(|(key, value)| same(key, name) && !value.is_null()).map(|(_, value)| value))
}

/// The first text under one of these names.
fn text(fields: &Map<String, Value>, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| match get(fields, &[name])? {
        Value::String(text) => {
            Some(text.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|text| !text.is_empty())
        }
        Value::Number(number) => Some(number.to_string()),
        Value::Object(object) => {
            ["src", "url", "image", "name"].iter().find_map(|key| object.get(*key)?.as_str().map(str::to_owned))
        }
        _ => None,
    })
}

/// All texts under these names; a text with commas is a list.
fn texts(fields: &Map<String, Value>, names: &[&str]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for name in names {
        let items: Vec<String> = match get(fields, &[name]) {
            Some(Value::String(text)) => text.split([',', ';', '/', '|']).map(str::to_owned).collect(),
            Some(Value::Array(items)) => items
                .iter()
                .filter_map(|item| {
                    item.as_str()
                        .or_else(|| item.get("name")?.as_str())
                        .or_else(|| item.get("title")?.as_str())
                        .map(str::to_owned)
                })
                .collect(),
            _ => continue,
        };
        for item in items {
            let item = item.split_whitespace().collect::<Vec<_>>().join(" ");
            if !item.is_empty() && item.chars().count() <= basics::limits::LINE && !found.contains(&item) {
                found.push(item);
            }
        }
    }
    found.truncate(30);
    found
}

fn clean_name(name: &str) -> String {
    basics::tidy_line(name).chars().take(basics::limits::NAME).collect()
}

/// Crafts from their field and from the folder (`artists/`, `dancers/`).
fn crafts(document: &Document, kind: Kind) -> Vec<String> {
    const NO_CRAFT: [&str; 10] = [
        "people",
        "person",
        "profiles",
        "profile",
        "members",
        "talents",
        "organisations",
        "organizations",
        "services",
        "businesses",
    ];
    let written = if kind == Kind::Person {
        texts(&document.public_fields, CRAFTS)
    } else {
        texts(&document.public_fields, &["crafts", "craft"])
    };
    let folder = Some(document.folder_word.as_str()).filter(|word| !word.is_empty() && !NO_CRAFT.contains(word));
    let mut codes: Vec<String> = Vec::new();
    for word in written.iter().map(String::as_str).chain(folder) {
        let code = craft_code(word);
        if !code.is_empty() && !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes
}

fn languages(fields: &Map<String, Value>) -> Vec<Spoken> {
    let mut spoken: Vec<Spoken> = Vec::new();
    for written in texts(fields, LANGUAGES) {
        let (name, level) = written
            .split_once('(')
            .map_or((written.as_str(), None), |(name, level)| (name, code_in("level", level.trim_end_matches(')'))));
        let code = words::language_code(name.trim()).map_or_else(|| slug(name), str::to_owned);
        if !code.is_empty() && !spoken.iter().any(|known| known.code == code) {
            spoken.push(Spoken { code, level: level.map(str::to_owned) });
        }
    }
    spoken
}

/// Country and town, never nearer: a place that names more is cut to its first words before a comma.
fn place(fields: &Map<String, Value>) -> Option<Place> {
    let country = text(fields, COUNTRIES).and_then(|name| words::country_code(&name));
    let written = text(fields, TOWNS);
    let pieces: Vec<&str> = written.as_deref().unwrap_or_default().split(',').map(str::trim).collect();
    let in_town = pieces.last().and_then(|last| words::country_code(last));
    let dzaleka = written.as_deref().is_some_and(|town| basics::fold(town).contains("dzaleka"));
    let town = if dzaleka {
        Some("Dzaleka".to_owned())
    } else {
        pieces
            .first()
            .filter(|town| !town.is_empty() && words::country_code(town).is_none() && !town.contains(details::MASK))
            .map(|town| (*town).to_owned())
    };
    let country = country.or(in_town).or(dzaleka.then_some("mw")).map(str::to_owned);
    (town.is_some() || country.is_some()).then_some(Place { country, town })
}

fn links(fields: &Map<String, Value>) -> Vec<Link> {
    let mut urls = texts_of_links(fields);
    urls.retain(|url| on_the_web(url) && url.len() <= 500);
    let mut links: Vec<Link> = Vec::new();
    for url in urls {
        if !links.iter().any(|known| known.url == url) {
            links.push(Link { url, label: None });
        }
    }
    links.truncate(12);
    links
}

fn texts_of_links(fields: &Map<String, Value>) -> Vec<String> {
    let of = |value: &Value| -> Vec<String> {
        match value {
            Value::String(url) => vec![url.trim().to_owned()],
            Value::Array(items) => items
                .iter()
                .filter_map(|item| item.as_str().or_else(|| item.get("url")?.as_str()).map(str::to_owned))
                .collect(),
            Value::Object(object) => object.values().filter_map(|url| url.as_str().map(str::to_owned)).collect(),
            _ => Vec::new(),
        }
    };
    LINKS.iter().filter_map(|name| get(fields, &[name])).flat_map(of).collect()
}

/// `{monday: "08:00-17:00"}` or a list of `{day, opens, closes}`.
fn hours(fields: &Map<String, Value>) -> Vec<Hours> {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let day = |name: &str| {
        (1_u8..)
            .zip(DAYS)
            .find(|(_, day)| day.starts_with(&basics::fold(name)) && name.len() >= 3)
            .map(|(number, _)| number)
    };
    let time = |text: &str| {
        jiff::civil::Time::strptime("%H:%M", text.trim()).ok().map(|time| time.strftime("%H:%M").to_string())
    };
    let mut found: Vec<Hours> = match get(fields, HOURS) {
        Some(Value::Object(days)) => days
            .iter()
            .filter_map(|(name, span)| {
                let (opens, closes) = span.as_str()?.split_once(['-', '–'])?;
                Some(Hours { day: day(name)?, opens: time(opens)?, closes: time(closes)? })
            })
            .collect(),
        Some(Value::Array(items)) => items
            .iter()
            .filter_map(|item| {
                let get = |key: &str| item.get(key)?.as_str();
                Some(Hours {
                    day: day(get("day")?)?,
                    opens: time(get("opens").or_else(|| get("open"))?)?,
                    closes: time(get("closes").or_else(|| get("close"))?)?,
                })
            })
            .collect(),
        _ => Vec::new(),
    };
    found.sort_by_key(|hours| hours.day);
    found
}

/// Personal details by the names of their fields, at any depth.
fn private(fields: &Map<String, Value>) -> Map<String, Value> {
    let mut found = Map::new();
    for (key, value) in fields {
        if private_field(key).is_some() {
            found.insert(key.clone(), value.clone());
        } else if let Value::Object(inner) = value {
            found.extend(private(inner).into_iter().map(|(inner, value)| (format!("{key}.{inner}"), value)));
        }
    }
    found
}

async fn picture(tx: &mut Tx, document: &Document, named: &str, alt: String) -> anyhow::Result<Option<Picture>> {
    let Some(hash) = document.picture(named) else { return Ok(None) };
    Ok(media::find_in(tx, hash).await?.map(|cut| Picture { alt, cut }))
}

async fn works(tx: &mut Tx, document: &Document, lang: Option<&str>) -> anyhow::Result<Vec<(Audience, Work)>> {
    let mut works = Vec::new();
    let listed = WORKS.iter().find_map(|name| get(&document.public_fields, &[name])?.as_array());
    let Some(items) = listed else { return Ok(works) };
    for item in items.iter().take(60) {
        let empty = Map::new();
        let fields = item.as_object().unwrap_or(&empty);
        let named =
            item.as_str().map(str::to_owned).or_else(|| text(fields, &["image", "src", "url", "photo", "picture"]));
        let alt = text(fields, &["alt", "image_alt", "caption", "title"]).unwrap_or_default();
        let picture = match &named {
            Some(named) => picture(tx, document, named, alt).await?,
            None => None,
        };
        let work = Work {
            title: text(fields, &["title", "name", "caption"]).unwrap_or_default(),
            lang: lang.map(str::to_owned),
            year: text(fields, &["year", "date"]),
            medium: text(fields, &["medium", "technique", "material", "materials"]),
            size: text(fields, &["size", "dimensions"]),
            series: text(fields, &["series"]),
            credit: text(fields, &["credit", "photographer", "by"]),
            licence: text(fields, &["licence", "license"]),
            text: text(fields, &["text", "poem", "lyrics"]),
            link: text(fields, &["video", "audio", "link"]).filter(|link| link.starts_with("https://")),
            picture,
            ..Work::default()
        };
        if !work.title.is_empty() || work.picture.is_some() || work.text.is_some() {
            works.push((Audience::Everyone, work));
        }
    }
    Ok(works)
}
