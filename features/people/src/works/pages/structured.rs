//! Structured data (schema.org) of a work, from what the viewer sees on its page.

use serde::Serialize;
use web::Cx;

use crate::{
    Kind, Seen,
    works::{SeenWork, WorkKind, credit::Named},
};

/// A picture as ImageObject, a recording as AudioObject, a text or a video elsewhere as CreativeWork, with credit and
/// licence.
pub(super) fn work<'s>(
    cx: &Cx,
    seen: &'s Seen,
    work: &'s SeenWork,
    credits: &'s [Named],
    path: &str,
    image: Option<&str>,
) -> impl Serialize + use<'s> {
    let own = image.filter(|_| work.kind == WorkKind::Picture).map(str::to_owned);
    let sound = work.sound.as_ref().filter(|_| work.kind == WorkKind::Audio);
    let names = [Some(seen.name.as_str()), work.credit.as_deref()].into_iter().flatten();
    let names = names.chain(credits.iter().map(|credit| credit.name.as_str()));
    let mut credit: Vec<&str> = names.collect();
    credit.dedup();
    Data {
        context: "https://schema.org",
        kind: match work.kind {
            WorkKind::Picture => "ImageObject",
            WorkKind::Audio => "AudioObject",
            WorkKind::Video | WorkKind::Text => "CreativeWork",
        },
        name: work.called(cx),
        url: cx.absolute(path),
        creator: Maker { kind: maker(seen.kind), name: &seen.name, url: cx.absolute(&seen.path) },
        contributor: credits
            .iter()
            .map(|credit| Maker { kind: "Person", name: &credit.name, url: cx.absolute(&credit.path) })
            .collect(),
        credit: credit.join(", "),
        copyright: seen.name.as_str(),
        licence: work.licence.and_then(|terms| terms.url()),
        image: image.filter(|_| own.is_none()).map(str::to_owned),
        caption: work
            .picture
            .as_ref()
            .map(|picture| picture.alt.as_str())
            .filter(|alt| own.is_some() && !alt.is_empty()),
        content: own.or_else(|| sound.map(|sound| format!("{}{}", cx.portal.site.base_url, sound.src()))),
        format: sound.map(|sound| sound.kind.mime()),
        bytes: sound.map(|sound| sound.bytes.to_string()),
        duration: sound.map(media::Recording::duration),
        transcript: sound.and(work.text.as_deref()),
        created: work.year.as_deref(),
        medium: work.medium.as_deref(),
        size: work.size.as_deref(),
        series: work.series.as_deref().map(|name| Series { kind: "CreativeWorkSeries", name }),
        language: work.lang.as_deref(),
    }
}

fn maker(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "Person",
        Kind::Organisation => "Organization",
    }
}

#[derive(Serialize)]
struct Data<'s> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
    url: String,
    creator: Maker<'s>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    contributor: Vec<Maker<'s>>,
    #[serde(rename = "creditText")]
    credit: String,
    #[serde(rename = "copyrightNotice")]
    copyright: &'s str,
    #[serde(rename = "license", skip_serializing_if = "Option::is_none")]
    licence: Option<&'static str>,
    #[serde(rename = "contentUrl", skip_serializing_if = "Option::is_none")]
    content: Option<String>,
    #[serde(rename = "encodingFormat", skip_serializing_if = "Option::is_none")]
    format: Option<&'static str>,
    #[serde(rename = "contentSize", skip_serializing_if = "Option::is_none")]
    bytes: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    duration: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    transcript: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    caption: Option<&'s str>,
    #[serde(rename = "dateCreated", skip_serializing_if = "Option::is_none")]
    created: Option<&'s str>,
    #[serde(rename = "material", skip_serializing_if = "Option::is_none")]
    medium: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    size: Option<&'s str>,
    #[serde(rename = "isPartOf", skip_serializing_if = "Option::is_none")]
    series: Option<Series<'s>>,
    #[serde(rename = "inLanguage", skip_serializing_if = "Option::is_none")]
    language: Option<&'s str>,
}

#[derive(Serialize)]
struct Maker<'s> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'s str,
    url: String,
}

#[derive(Serialize)]
struct Series<'s> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'s str,
}
