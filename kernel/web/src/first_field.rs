//! The token of a form with files, read without waiting for the files: it is the first field of such a form.

use std::{convert::Infallible, future::ready};

use axum::{
    body::{Body, Bytes},
    extract::{FromRequest, Multipart},
    http::{HeaderValue, Request, header},
};
use futures_util::{StreamExt, stream};

use crate::{Error, Result};

/// Bytes within which the first field of our forms ends.
const START: usize = 1024;

/// The request as it was, when its first field is `name` with this value.
pub(crate) async fn checked(request: Request<Body>, name: &str, value: &str) -> Result<Request<Body>> {
    let (parts, body) = request.into_parts();
    let mut rest = body.into_data_stream();
    let mut start = Vec::new();
    while start.len() < START {
        match rest.next().await {
            Some(Ok(piece)) => start.extend_from_slice(&piece),
            Some(Err(_)) => return Err(Error::Malformed),
            None => break,
        }
    }
    let start = Bytes::from(start);
    let Some(kind) = parts.headers.get(header::CONTENT_TYPE) else { return Err(Error::CrossSite) };
    if first(kind, start.clone()).await.is_none_or(|field| field != (name.to_owned(), value.to_owned())) {
        return Err(Error::CrossSite);
    }
    let body = stream::once(ready(Ok(start))).chain(rest);
    Ok(Request::from_parts(parts, Body::from_stream(body)))
}

/// Name and text of the first field, when it ends within these bytes.
async fn first(kind: &HeaderValue, start: Bytes) -> Option<(String, String)> {
    let start = Body::from_stream(stream::once(ready(Ok::<_, Infallible>(start))));
    let request = Request::builder().header(header::CONTENT_TYPE, kind).body(start).ok()?;
    let mut form = Multipart::from_request(request, &()).await.ok()?;
    let field = form.next_field().await.ok()??;
    let name = field.name()?.to_owned();
    Some((name, field.text().await.ok()?))
}
