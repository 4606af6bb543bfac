//! Whether the time of an answer tells a known handle from an unknown one: samples in turn, compared by Welch's t.

use std::time::Instant;

use anyhow::{Context, ensure};
use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::{Request, Response, body::Incoming, client::conn::http1::SendRequest};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

/// Tries on one handle: fewer than make it wait.
const TRIES: usize = 8;

struct Client {
    sender: SendRequest<Full<Bytes>>,
    address: String,
}

impl Client {
    async fn connect(address: &str) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let (sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        Ok(Self { sender, address: address.to_owned() })
    }

    async fn send(
        &mut self,
        method: &str,
        path: &str,
        cookie: &str,
        body: String,
    ) -> anyhow::Result<Response<Incoming>> {
        self.sender.ready().await?;
        let request = Request::builder().method(method).uri(path).header("host", &self.address);
        let request = request.header("sec-fetch-site", "same-origin").header("cookie", cookie);
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        Ok(self.sender.send_request(request.body(Full::new(body.into()))?).await?)
    }

    /// Joins, and returns the handle.
    async fn join(&mut self, nth: usize) -> anyhow::Result<String> {
        let body = format!("name=Probe&handle=probe{nth}&born=1990&passphrase=three+goats+cross+rivers&phone=shared");
        let joined = self.send("POST", "/join", "", body).await?;
        ensure!(joined.status() == 303, "joining answered {}: the portal must be open to join", joined.status());
        let cookies = joined.headers().get_all("set-cookie").iter().filter_map(|value| value.to_str().ok());
        let cookies: Vec<_> = cookies.filter_map(|cookie| cookie.split(';').next()).map(str::to_owned).collect();
        joined.into_body().collect().await?;
        let card = self.send("GET", "/me/card?new=1", &cookies.join("; "), String::new()).await?;
        let page = String::from_utf8(card.into_body().collect().await?.to_bytes().to_vec())?;
        let handle = page.split("<b dir=\"auto\">").nth(1).and_then(|rest| rest.split('<').next());
        Ok(handle.context("the card names no handle")?.to_owned())
    }

    /// Milliseconds until a wrong passphrase is answered.
    async fn guess(&mut self, handle: &str) -> anyhow::Result<f64> {
        let started = Instant::now();
        let answer =
            self.send("POST", "/sign-in", "", format!("handle={handle}&passphrase=not+this+one&phone=own")).await?;
        let status = answer.status();
        answer.into_body().collect().await?;
        ensure!(status == 200, "{handle} was answered {status}");
        Ok(started.elapsed().as_secs_f64() * 1000.0)
    }
}

/// Signs in with a wrong passphrase under known and unknown handles in turn and prints how far apart the times are.
pub async fn measure(address: &str, samples: usize) -> anyhow::Result<()> {
    let mut client = Client::connect(address).await?;
    let each = samples.div_ceil(2);
    let mut known = Vec::new();
    for nth in 0..each.div_ceil(TRIES) {
        known.push(client.join(nth).await?);
    }
    let unknown: Vec<String> = known.iter().map(|handle| handle.replacen("probe", "qrobe", 1)).collect();
    let (mut here, mut nowhere) = (Vec::new(), Vec::new());
    for nth in 0..each {
        // Who is first changes, so that nothing that alternates on the machine falls to one side.
        for second in [nth % 2 == 0, nth % 2 == 1] {
            let (handles, times) = if second { (&known, &mut here) } else { (&unknown, &mut nowhere) };
            times.push(client.guess(&handles[nth / TRIES]).await?);
        }
    }
    for (what, share) in [("all samples", 1.0), ("the faster nine tenths of each", 0.9)] {
        let (here, nowhere) = (fastest(&here, share), fastest(&nowhere, share));
        let (a, b) = (mean(&here), mean(&nowhere));
        println!("{what}: known {a:.3} ms, unknown {b:.3} ms, t = {:.2} of {}", welch(&here, &nowhere), here.len() * 2);
    }
    Ok(())
}

fn fastest(times: &[f64], share: f64) -> Vec<f64> {
    let mut times = times.to_vec();
    times.sort_by(f64::total_cmp);
    times.truncate((times.len() as f64 * share) as usize);
    times
}

fn mean(times: &[f64]) -> f64 {
    times.iter().sum::<f64>() / times.len() as f64
}

/// Welch's t of two samples.
fn welch(a: &[f64], b: &[f64]) -> f64 {
    let spread = |times: &[f64]| {
        let middle = mean(times);
        let squares: f64 = times.iter().map(|time| (time - middle).powi(2)).sum();
        squares / (times.len() as f64 - 1.0) / times.len() as f64
    };
    (mean(a) - mean(b)) / (spread(a) + spread(b)).sqrt()
}
