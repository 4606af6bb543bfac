//! `/suggest?q=`: names that begin as typed, for the script of the search box.

use axum::{
    extract::RawQuery,
    http::header,
    response::{IntoResponse, Response},
};
use plugs::{Card, Hit};
use serde::Serialize;
use web::{Cx, Result};

use super::Asked;

const NAMES: usize = 8;
/// Short: a hidden person must not linger in suggestions. In seconds.
const KEPT: &str = "private, max-age=5";

#[derive(Serialize)]
struct Suggestion {
    title: String,
    line: String,
    href: String,
    kind: &'static str,
}

pub async fn show(cx: Cx, RawQuery(query): RawQuery) -> Result<Response> {
    let asked = Asked::read(&query.unwrap_or_default());
    let kinds: Vec<&str> = cx.portal.plugs.cards.iter().flat_map(|source| source.kinds()).copied().collect();
    let hits = cx.portal.plugs.finder.suggest(&asked.q, cx.viewer, &kinds, NAMES).await?;
    let suggestions: Vec<Suggestion> = cards(&cx, &hits).await?.into_iter().map(Suggestion::from).collect();
    let json = serde_json::to_string(&suggestions).map_err(anyhow::Error::from)?;
    Ok(([(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, KEPT)], json).into_response())
}

/// The cards of what was found, kind by kind, each kind where its best name stands.
async fn cards(cx: &Cx, hits: &[Hit]) -> Result<Vec<Card>> {
    let mut kinds: Vec<&str> = Vec::new();
    for hit in hits {
        if !kinds.contains(&hit.kind.as_str()) {
            kinds.push(&hit.kind);
        }
    }
    let mut cards = Vec::with_capacity(hits.len());
    for kind in kinds {
        let ids: Vec<&str> = hits.iter().filter(|hit| hit.kind == kind).map(|hit| hit.id.as_str()).collect();
        if let Some(source) = cx.portal.plugs.cards_of(kind) {
            cards.extend(source.cards(&cx.portal.db, cx.viewer, cx.lang, &ids).await?);
        }
    }
    Ok(cards)
}

impl From<Card> for Suggestion {
    fn from(card: Card) -> Self {
        Self { title: card.title, line: card.line, href: card.href, kind: card.kind }
    }
}
