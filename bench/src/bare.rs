//! The floor: an axum server that does nothing but return what the portal returned, headers included.

use std::collections::HashMap;

use axum::{
    Router,
    body::Body,
    extract::State,
    http::{HeaderMap, Response, StatusCode, Uri},
};
use bytes::Bytes;

use crate::load::{Target, fetch};

type Answers = std::sync::Arc<HashMap<String, (HeaderMap, Bytes)>>;

/// Asks the portal once for every path and serves the answers from memory on a free port.
pub async fn serve(portal: &Target) -> anyhow::Result<Target> {
    let mut answers = HashMap::new();
    for path in &portal.paths {
        let (mut headers, body) = fetch(&portal.address, path).await?;
        for name in ["transfer-encoding", "connection", "date", "content-length"] {
            headers.remove(name);
        }
        answers.insert(path.clone(), (headers, body));
    }
    let app = Router::new().fallback(answer).with_state(Answers::new(answers));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?.to_string();
    // In a process of its own it would be as fast; here it shares the load generator's threads, as the portal shares
    // the machine's two cores with it.
    std::thread::spawn(move || -> anyhow::Result<()> {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        let listener = listener.into_std()?;
        Ok(runtime.block_on(async { axum::serve(tokio::net::TcpListener::from_std(listener)?, app).await })?)
    });
    Ok(Target { address, paths: portal.paths.clone(), cookie: String::new() })
}

async fn answer(State(answers): State<Answers>, uri: Uri) -> Response<Body> {
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    let Some((headers, body)) = answers.get(path) else {
        let mut missing = Response::new(Body::empty());
        *missing.status_mut() = StatusCode::NOT_FOUND;
        return missing;
    };
    let mut response = Response::new(Body::from(body.clone()));
    *response.headers_mut() = headers.clone();
    response
}
