//! Prometheus metrics, on a listener of their own that only the operator reaches.

use std::{net::SocketAddr, time::Duration};

use anyhow::Context;
use axum::{Router, routing::get};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder};

const SECONDS: [f64; 8] = [0.001, 0.005, 0.015, 0.05, 0.15, 0.5, 1.5, 5.0];

/// Serves `/metrics` on `listen` until the process ends.
///
/// # Errors
/// When the address cannot be taken.
pub async fn start(listen: SocketAddr) -> anyhow::Result<()> {
    let recorder = PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Full("dzaleka_request_seconds".into()), &SECONDS)?
        .install_recorder()?;
    let listener =
        tokio::net::TcpListener::bind(listen).await.with_context(|| format!("metrics cannot listen on {listen}"))?;
    let upkeep = recorder.clone();
    tokio::spawn(async move {
        loop {
            tokio::time::sleep(Duration::from_secs(10)).await;
            upkeep.run_upkeep();
        }
    });
    let app = Router::new().route("/metrics", get(move || std::future::ready(recorder.render())));
    tokio::spawn(async move {
        if let Err(error) = axum::serve(listener, app).await {
            tracing::error!(%error, "the metrics listener stopped");
        }
    });
    Ok(())
}

/// Counts one answer.
pub(crate) fn answered(status: u16, kept: bool, took: Duration) {
    let status = match status / 100 {
        2 => "2xx",
        3 => "3xx",
        4 => "4xx",
        _ => "5xx",
    };
    metrics::counter!("dzaleka_requests_total", "status" => status, "kept" => if kept { "yes" } else { "no" })
        .increment(1);
    metrics::histogram!("dzaleka_request_seconds").record(took.as_secs_f64());
}
