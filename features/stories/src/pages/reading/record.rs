//! `/stories/{slug}.json`: a story as archives keep it, by the Dzaleka Metadata Standard 1.1. Rights say what the consent
//! record says; only where everybody in it lets the press have it.

use axum::{
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};
use web::{Cx, Result};

use super::show::found;
use crate::{Form, Named, Reading, Text, Use, rules::ALWAYS};

/// What the standard asks of a record, with what this portal asks beyond it: language and rights.
pub(crate) const SCHEMA: &str = include_str!("record.schema.json");

pub(super) async fn show(cx: Cx, slug: &str) -> Result<Response> {
    let reading = found(&cx, slug, Use::Press).await?;
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "public, no-cache")];
    Ok((headers, record(&cx, &reading).to_string()).into_response())
}

pub(super) async fn schema() -> Response {
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, axum::http::HeaderValue::from_static("application/schema+json"));
    (headers, SCHEMA).into_response()
}

fn record(cx: &Cx, reading: &Reading) -> Value {
    let date = |at: basics::At| at.rfc3339().chars().take(10).collect::<String>();
    let mut record = json!({
        "id": reading.id,
        "title": reading.title,
        "type": "story",
        "description": reading.lede,
        "language": reading.lang,
        "creator": creators(cx, reading),
        "date": { "created": date(reading.published_at), "modified": date(reading.changed_at.max(reading.published_at)) },
        "subject": subjects(reading),
        "format": "text/html",
        "rights": rights(cx, reading),
        "source": { "contributor": cx.portal.site.name },
        "technical": { "file_uri": cx.absolute(&reading.path) },
        "schema_version": "1.1.0",
    });
    if let Some(series) = &reading.series {
        record["source"]["collection"] = json!(series.name(&reading.lang).title);
        record["source"]["collection_identifier"] = json!(cx.absolute(format!("/stories/series/{}", series.slug)));
    }
    if reading.lang != reading.original {
        let original = web::absolute(&cx.portal.site.base_url, basics::Lang::En, &reading.path);
        record["relation_detail"] = json!([{ "target": original, "relation_type": "translation_of" }]);
    }
    record
}

/// Those who tell and those who write; of somebody protected only what the story calls them.
fn creators(cx: &Cx, reading: &Reading) -> Vec<Value> {
    let role = if reading.form == Form::Interview { "interviewee" } else { "narrator" };
    let creator = |named: &Named, role: &str| match named.path.as_ref() {
        Some(path) => json!({ "name": named.name, "role": role, "identifier": cx.absolute(path) }),
        None => json!({ "name": named.name, "role": role }),
    };
    let told = reading.people.iter().map(|named| creator(named, role));
    let wrote = reading.authors.iter().map(|named| creator(named, "author"));
    let translated = reading.translators.iter().map(|named| creator(named, "translator"));
    let mut all: Vec<Value> = told.chain(wrote).chain(translated).collect();
    if all.is_empty() {
        all.push(json!({ "name": cx.portal.site.name, "role": "author" }));
    }
    all
}

fn subjects(reading: &Reading) -> Vec<&'static str> {
    [Some(reading.form.code()), reading.theme.map(|theme| theme.code())].into_iter().flatten().collect()
}

fn rights(cx: &Cx, reading: &Reading) -> Value {
    let portrays = !reading.people.is_empty();
    let mut sensitivity = Vec::new();
    if portrays {
        sensitivity.push("personal-data");
    }
    if reading.minors {
        sensitivity.push("minors");
    }
    let holder = match reading.people.as_slice() {
        [] => cx.portal.site.name.clone(),
        people => people.iter().map(|named| named.name.as_str()).collect::<Vec<_>>().join(", "),
    };
    let mut rights = json!({
        "access_level": "public",
        "consent_status": if portrays { "obtained" } else { "not-required" },
        "sensitivity": sensitivity,
        "holder": holder,
    });
    if portrays && reading.until < ALWAYS {
        rights["access_note"] = json!(Text(cx.lang).read_record_note(words::date(cx.lang, reading.until)));
    }
    rights
}
