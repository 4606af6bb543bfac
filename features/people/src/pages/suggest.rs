//! `/vocabulary/suggest?family=&q=`: words that begin as typed, for the script of a list of words.

use axum::{
    extract::Query,
    http::header,
    response::{IntoResponse, Response},
};
use basics::{Viewer, limits};
use plugs::Counts;
use serde::Deserialize;
use web::{Cx, Result};

use super::offer::LEAST_COUNT;
use crate::{
    Kind,
    vocabulary::{Family, suggest},
};

/// Words change seldom. In seconds.
const KEPT: &str = "public, max-age=600";

#[derive(Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    family: String,
    #[serde(default)]
    q: String,
}

pub(crate) async fn show(cx: Cx, Query(asked): Query<Asked>) -> Result<Response> {
    let typed: String = asked.q.chars().take(limits::QUERY).collect();
    // The same for everybody: words that strangers may read on several people. An unknown family has none.
    let counts = cx.portal.plugs.finder.counts(Viewer::Stranger, &[Kind::Person.code()], &[]).await?;
    let family = Family::from_code(&asked.family);
    let words = family.map(|family| suggest(cx.lang, family, &typed, &written(family, &counts))).unwrap_or_default();
    let json = serde_json::to_string(&words).map_err(anyhow::Error::from)?;
    Ok(([(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, KEPT)], json).into_response())
}

/// Codes that several people carry, most carried first.
fn written(family: Family, counts: &Counts) -> Vec<&str> {
    let mut written: Vec<(&str, u64)> = counts
        .by_facet
        .iter()
        .filter(|(_, count)| **count >= LEAST_COUNT)
        .filter_map(|(facet, count)| Some((Family::of_term(facet).filter(|(of, _)| *of == family)?.1, *count)))
        .collect();
    written.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    written.into_iter().map(|(code, _)| code).collect()
}
