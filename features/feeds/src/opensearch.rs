//! `/opensearch.xml`: lets a browser search here from its own box.

use askama::Template;
use axum::response::Response;
use web::{Cx, Result};

use crate::{
    Text,
    file::{DAY, file},
};

/// Longest short name that OpenSearch allows.
const SHORT_NAME: usize = 16;

#[derive(Template)]
#[template(path = "opensearch.xml")]
struct OpenSearch<'a> {
    t: Text,
    cx: &'a Cx,
    short: String,
}

pub async fn show(cx: Cx) -> Result<Response> {
    let short = cx.portal.site.name.chars().take(SHORT_NAME).collect::<String>().trim_end().to_owned();
    let text = OpenSearch { t: Text(cx.lang), cx: &cx, short }.render()?;
    Ok(file("application/opensearchdescription+xml", DAY, text))
}
