//! Whether this node lives, and whether it can serve: for proxies and supervisors.

use axum::{
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};

use crate::Portal;

pub(crate) async fn alive() -> Response {
    answer(StatusCode::OK, "alive")
}

/// Ready when the database answers.
pub(crate) async fn ready(State(portal): State<Portal>) -> Response {
    match portal.db.check().await {
        Ok(()) => answer(StatusCode::OK, "ready"),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            answer(StatusCode::SERVICE_UNAVAILABLE, "the database does not answer")
        }
    }
}

fn answer(status: StatusCode, text: &'static str) -> Response {
    (status, [(header::CACHE_CONTROL, "no-store")], text).into_response()
}
