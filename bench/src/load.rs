//! A load generator: kept connections that ask for one path after another.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use anyhow::ensure;
use axum::http::HeaderMap;
use bytes::Bytes;
use http_body_util::{BodyExt, Empty};
use hyper::{Request, client::conn::http1::SendRequest};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

/// A server and what is asked of it.
#[derive(Clone)]
pub struct Target {
    pub address: String,
    pub paths: Vec<String>,
    /// What a browser would send as `Cookie`; empty for a stranger.
    pub cookie: String,
}

/// Milliseconds.
pub struct Latency {
    pub p50: f64,
    pub p99: f64,
    pub max: f64,
}

async fn connect(address: &str) -> anyhow::Result<SendRequest<Empty<Bytes>>> {
    let stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    let (sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
    tokio::spawn(connection);
    Ok(sender)
}

async fn ask(sender: &mut SendRequest<Empty<Bytes>>, path: &str, cookie: &str) -> anyhow::Result<(HeaderMap, Bytes)> {
    sender.ready().await?;
    let mut request = Request::get(path).header("host", "localhost");
    if !cookie.is_empty() {
        request = request.header("cookie", cookie);
    }
    let request = request.body(Empty::new())?;
    let response = sender.send_request(request).await?;
    ensure!(response.status().is_success(), "{path} answered {}", response.status());
    let headers = response.headers().clone();
    Ok((headers, response.into_body().collect().await?.to_bytes()))
}

/// Asks once.
pub async fn fetch(address: &str, path: &str) -> anyhow::Result<(HeaderMap, Bytes)> {
    ask(&mut connect(address).await?, path, "").await
}

/// Answers per second while every connection asks as fast as it is answered.
pub async fn throughput(target: &Target, connections: usize, span: Duration) -> anyhow::Result<f64> {
    let next = Arc::new(AtomicUsize::new(0));
    let started = Instant::now();
    let ask_all = (0..connections).map(|_| {
        let (target, next) = (target.clone(), Arc::clone(&next));
        tokio::spawn(async move {
            let mut sender = connect(&target.address).await?;
            let mut answered = 0_u64;
            while started.elapsed() < span {
                let path = &target.paths[next.fetch_add(1, Ordering::Relaxed) % target.paths.len()];
                ask(&mut sender, path, &target.cookie).await?;
                answered += 1;
            }
            anyhow::Ok(answered)
        })
    });
    let mut answered = 0;
    for task in ask_all.collect::<Vec<_>>() {
        answered += task.await??;
    }
    Ok(answered as f64 / started.elapsed().as_secs_f64())
}

/// Latency at a fixed rate, measured from the moment a request was due.
pub async fn at_rate(target: &Target, rate: u64, span: Duration) -> anyhow::Result<Latency> {
    let total = rate * span.as_secs();
    let started = Instant::now();
    let mut lanes = Vec::new();
    for lane in 0..8_u64 {
        let target = target.clone();
        lanes.push(tokio::spawn(async move {
            let mut sender = connect(&target.address).await?;
            let mut took = Vec::new();
            for nth in (lane..total).step_by(8) {
                let due = started + Duration::from_micros(nth * 1_000_000 / rate);
                tokio::time::sleep_until(due.into()).await;
                ask(&mut sender, &target.paths[nth as usize % target.paths.len()], &target.cookie).await?;
                took.push(due.elapsed().as_secs_f64() * 1000.0);
            }
            anyhow::Ok(took)
        }));
    }
    let mut took = Vec::new();
    for lane in lanes {
        took.extend(lane.await??);
    }
    took.sort_by(f64::total_cmp);
    let at = |share: f64| took[((took.len() - 1) as f64 * share) as usize];
    Ok(Latency { p50: at(0.5), p99: at(0.99), max: at(1.0) })
}
